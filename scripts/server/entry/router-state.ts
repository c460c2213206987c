import type { IncomingMessage } from "node:http";
import { parseAndValidateFlightRouterState } from "next/dist/server/app-render/parse-and-validate-flight-router-state.js";
import type { Refusal } from "./refuse.ts";

/** Refuses a Next-Router-State-Tree that no page has sent, on which Next fails with a `500` and a stack in the log. */
export function refuseRouterState({ headers }: IncomingMessage): Refusal | undefined {
  try {
    parseAndValidateFlightRouterState(headers["next-router-state-tree"]);
    return undefined;
  } catch {
    const message = "L’en-tête Next-Router-State-Tree n’est pas celui d’une page.";
    return { status: 400, body: { error: "malformed", message } };
  }
}
