import { env } from "../../env.ts";
import { ipLiteral, isLocalhost, mayDial } from "../../http-client/addresses.ts";
import { serverOf } from "../models/configured.ts";
import type { Bound } from "../money/token-estimates.ts";
import type { ExpectedCalls } from "./forecast.ts";

type Speed = { firstWordSeconds: number; tokensPerSecond: number };

const ofProviders: Record<Bound, Speed> = {
  low: { firstWordSeconds: 1, tokensPerSecond: 100 },
  likely: { firstWordSeconds: 2, tokensPerSecond: 50 },
  high: { firstWordSeconds: 5, tokensPerSecond: 25 },
};

/** From a graphics card to a laptop without one, which reads a long prompt for a minute. */
const ofOwnServers: Record<Bound, Speed> = {
  low: { firstWordSeconds: 1, tokensPerSecond: 100 },
  likely: { firstWordSeconds: 15, tokensPerSecond: 12 },
  high: { firstWordSeconds: 60, tokensPerSecond: 3 },
};

/** Its server is on this machine or in its network. */
function isOnOwnServer(model: string): boolean {
  const server = serverOf(model);
  if (server === "") return false;
  const { hostname } = new URL(`http://${server}`);
  const ip = ipLiteral(hostname);
  if (ip !== undefined) return !mayDial(ip, hostname, { only: "public" });
  return isLocalhost(hostname) || !hostname.includes(".") || /\.(?:local|lan|internal)$/.test(hostname);
}

export const speedOf = (model: string, bound: Bound): Speed =>
  (isOnOwnServer(model) ? ofOwnServers : ofProviders)[bound];

/** How many calls of a kind follow each other, when as many leave together as may, and as the server answers. */
export function roundsOf({ times, inOrder }: ExpectedCalls, callsAtOnce = Number.POSITIVE_INFINITY): number {
  const together = Math.max(1, Math.min(Math.round(callsAtOnce), env().GENERATION_CONCURRENCY));
  return inOrder ? times : Math.ceil(times / together);
}

/** The same, while nothing is known of a server of one's own: it may take one call at a time. */
export const unknownRoundsOf = (call: ExpectedCalls, model: string, bound: Bound): number =>
  bound !== "low" && isOnOwnServer(model) ? call.times : roundsOf(call);
