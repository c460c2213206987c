import { lookup as askSystem } from "node:dns/promises";
import { perProcess } from "../shared.ts";

/** Every address of a name. @throws with a `code` such as ENOTFOUND */
export type Lookup = (hostname: string) => Promise<string[]>;

const system: Lookup = async (hostname) =>
  (await askSystem(hostname, { all: true, order: "verbatim" })).map(({ address }) => address);

const current = perProcess<{ lookup: Lookup }>("lookup", () => ({ lookup: system }));

/** Replaces the system's resolver. For tests that own a DNS server. */
export function setLookup(replacement: Lookup = system) {
  current.get().lookup = replacement;
}

const pending = new Map<string, Promise<string[]>>();

/**
 * Asks the resolver. Questions about one name that overlap share one answer: the system's resolver works on four
 * threads, and the name of an endpoint whose DNS is dead must not hold them all.
 */
export function lookup(hostname: string): Promise<string[]> {
  const asked = pending.get(hostname);
  if (asked) return asked;
  const question = current.get().lookup(hostname);
  pending.set(hostname, question);
  const forget = () => pending.delete(hostname);
  question.then(forget, forget);
  return question;
}
