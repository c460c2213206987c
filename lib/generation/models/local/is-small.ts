import { setTimeout as sleep } from "node:timers/promises";
import { splitModel } from "../configured.ts";
import { billionsIn } from "./billions.ts";
import { factsOf } from "./server-facts.ts";

const maxSmallBillions = 4.5;

/**
 * Tells whether a model holds little at once: it is then asked for little at a time, and for no corrections. Its server
 * knows its size better than its name, which may tell none.
 * @param maxWaitMs how long the server is waited for, where a person waits; after that the name tells
 */
export async function isSmallModel(id: string, maxWaitMs?: number): Promise<boolean> {
  const facts = factsOf(id);
  const late = maxWaitMs === undefined ? [] : [sleep(maxWaitMs, undefined, { ref: false })];
  const said = await Promise.race([facts, ...late]);
  const billions = said?.billions ?? billionsIn(splitModel(id).model);
  return billions !== undefined && billions <= maxSmallBillions;
}
