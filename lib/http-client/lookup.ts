import { lookup as askSystem } from "node:dns/promises";
import { perProcess } from "../shared.ts";

/** Every address of a name. @throws with a `code` such as ENOTFOUND */
export type Lookup = (hostname: string) => Promise<string[]>;

const system: Lookup = async (hostname) =>
  (await askSystem(hostname, { all: true, order: "verbatim" })).map(({ address }) => address);

/** A question that runs this long makes its name a slow one: a dead name server is given up after 10 s or more. */
const slowMs = 1000;
const mostSlow = 1000;

type Resolver = {
  lookup: Lookup;
  pending: Map<string, Promise<string[]>>;
  /** Names whose last question was slow, the oldest first. */
  slow: Set<string>;
  running: Set<string>;
  waiting: { hostname: string; go: () => void }[];
};

const current = perProcess<Resolver>("resolver", () => ({
  lookup: system,
  pending: new Map(),
  slow: new Set(),
  running: new Set(),
  waiting: [],
}));

/** Replaces the system's resolver. For tests that own a DNS server. */
export function setLookup(replacement: Lookup = system) {
  current.get().lookup = replacement;
  current.get().slow.clear();
}

/** How many questions the system's resolver works on at once: libuv leaves it half of its threads. */
const threads = () => Math.floor((Number(process.env.UV_THREADPOOL_SIZE || 4) + 1) / 2);

/** More than the resolver has threads would only wait inside it, unseen; slow names together get half of them. */
function hasRoom({ slow, running }: Resolver, hostname: string) {
  if (running.size >= threads()) return false;
  const alike = [...running].filter((name) => slow.has(name)).length;
  return !slow.has(hostname) || alike < Math.max(Math.floor(threads() / 2), 1);
}

function markSlow({ slow }: Resolver, hostname: string) {
  slow.delete(hostname);
  slow.add(hostname);
  for (const oldest of slow) if (slow.size > mostSlow) slow.delete(oldest);
}

/** Lets names that wait go on, as far as there is room. */
function release(resolver: Resolver) {
  const { running, waiting } = resolver;
  for (;;) {
    const next = waiting.find(({ hostname }) => hasRoom(resolver, hostname));
    if (!next) return;
    waiting.splice(waiting.indexOf(next), 1);
    running.add(next.hostname);
    next.go();
  }
}

async function ask(resolver: Resolver, hostname: string): Promise<string[]> {
  const { slow, running, waiting } = resolver;
  if (!hasRoom(resolver, hostname)) await new Promise<void>((go) => waiting.push({ hostname, go }));
  running.add(hostname);
  const began = performance.now();
  const watch = setTimeout(() => markSlow(resolver, hostname), slowMs).unref();
  try {
    return await resolver.lookup(hostname);
  } finally {
    clearTimeout(watch);
    if (performance.now() - began < slowMs) slow.delete(hostname);
    running.delete(hostname);
    release(resolver);
  }
}

/**
 * Asks the resolver. Questions about one name that overlap share one answer, and slow names share half of the threads:
 * an endpoint whose DNS is dead keeps no other from being found.
 */
export function lookup(hostname: string): Promise<string[]> {
  const resolver = current.get();
  const asked = resolver.pending.get(hostname);
  if (asked) return asked;
  const question = ask(resolver, hostname);
  resolver.pending.set(hostname, question);
  const forget = () => resolver.pending.delete(hostname);
  question.then(forget, forget);
  return question;
}
