import type { EndpointView } from "#lib/contract/endpoint.ts";
import { count } from "../text/numbers.ts";
import type { MarkKind } from "./mark.tsx";

/** Names a destination: its name, else its host. */
export function nameOf({ name, url, is_default }: Pick<EndpointView, "name" | "url"> & { is_default?: boolean }) {
  if (name) return name;
  if (is_default) return "Destination principale";
  return URL.canParse(url) ? new URL(url).host : url;
}

/** Tells that its retries wait: it asked for it, or is overloaded. */
export const isThrottled = ({ throttled_until }: EndpointView, now: number) =>
  throttled_until !== null && Date.parse(throttled_until) > now;

/** Describes its state in one or two words. @param now in milliseconds */
export function describeEndpoint(endpoint: EndpointView, now: number): { mark: MarkKind; word: string } {
  if (!endpoint.enabled) return { mark: "off", word: "en pause" };
  if (endpoint.blocked) return { mark: "failed", word: "ne peut rien envoyer" };
  if (endpoint.failing) return { mark: "failed", word: "en échec" };
  if (isThrottled(endpoint, now)) return { mark: "waiting", word: "ralentie" };
  return { mark: "done", word: "active" };
}

/** Tells how much of the five days of failure is used up. */
export const describeFailing = ({ failures, percent }: NonNullable<EndpointView["failing"]>) =>
  `${count(failures, "échec")} de suite, ${percent} % de la patience utilisée`;
