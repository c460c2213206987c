import { lookup as askSystem } from "node:dns/promises";
import pLimit from "p-limit";
import { perProcess } from "../shared.ts";

/** Finds every address of a name. @throws with a `code` such as ENOTFOUND */
export type Lookup = (hostname: string) => Promise<string[]>;

/** A lookup that takes longer makes its name a slow one: a dead name server is given up after 10 s or more. */
const slowMs = 1000;
const maxSlowNames = 1000;

const systemLookup: Lookup = async (hostname) =>
  (await askSystem(hostname, { all: true, order: "verbatim" })).map(({ address }) => address);

/** Lets overlapping lookups of one name share an answer, and slow names together use half of the system's threads. */
function createResolver(lookupOnce: Lookup): Lookup {
  // libuv leaves half of its threads to getaddrinfo; what exceeds them would only wait inside it, unseen.
  const threads = Math.floor((Number(process.env.UV_THREADPOOL_SIZE || 4) + 1) / 2);
  const limitAll = pLimit(threads);
  const limitFast = pLimit(threads);
  const limitSlow = pLimit(Math.max(Math.floor(threads / 2), 1));
  const slowNames = new Set<string>();
  const pending = new Map<string, Promise<string[]>>();

  function markSlow(hostname: string) {
    if (slowNames.size >= maxSlowNames) slowNames.clear();
    slowNames.add(hostname);
  }

  async function timedLookup(hostname: string): Promise<string[]> {
    const startedAt = performance.now();
    const timer = setTimeout(() => markSlow(hostname), slowMs).unref();
    try {
      return await lookupOnce(hostname);
    } finally {
      clearTimeout(timer);
      if (performance.now() - startedAt < slowMs) slowNames.delete(hostname);
    }
  }

  return (hostname) => {
    const shared = pending.get(hostname);
    if (shared) return shared;
    const limitGroup = slowNames.has(hostname) ? limitSlow : limitFast;
    const answer = limitGroup(() => limitAll(() => timedLookup(hostname))).finally(() => pending.delete(hostname));
    pending.set(hostname, answer);
    return answer;
  };
}

const resolver = perProcess("resolver", () => createResolver(systemLookup));

/** Replaces the system's resolver. For tests that own a DNS server. */
export function setLookup(replacement: Lookup = systemLookup) {
  resolver.set(createResolver(replacement));
}

/** Asks the resolver, so that an endpoint whose name server is dead keeps no other from being found. */
export const lookup: Lookup = (hostname) => resolver.get()(hostname);
