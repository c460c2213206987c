import { setTimeout as sleep } from "node:timers/promises";
import { arrived, createBook, observe, observeUntil, type Tracked } from "../app/jobs.ts";
import { random } from "./random.ts";
import type { Siege, Victim } from "./siege.ts";
import { type Verdict, verdict } from "./verdict.ts";

/** The longest wait before a kill: a little more than a book takes. */
const longestMs = 2000;

const isOpen = (job: Tracked) => !job.last || !arrived(job.last);

async function follow(url: string, jobs: Tracked[], until: number) {
  while (Date.now() < until) {
    for (const job of jobs) await observe(url, job).catch(() => {});
    await sleep(10);
  }
}

type Plan = {
  kills: number;
  seed: number;
  /** Books asked for before each kill: the load. */
  books?: number;
  /** Is told each kill's number, from 1, and who died. */
  onKill?: (kill: number, victim: string) => void;
};

/** Each victim in turn, in an order that changes from round to round. */
function* inTurns(victims: Victim[], next: () => number): Generator<Victim> {
  for (;;) {
    const shuffled = victims.map((victim) => ({ victim, at: next() })).sort((left, right) => left.at - right.at);
    for (const { victim } of shuffled) yield victim;
  }
}

function assertNoneEnded(victims: Victim[]) {
  for (const { name, lastWords } of victims) {
    const words = lastWords?.();
    if (words !== undefined) throw new Error(`${name} a fini de lui-même :\n${words}`);
  }
}

/**
 * Asks for books, kills a victim at a random moment, lets it come back, over and over, then waits until every
 * book has arrived.
 * @throws when a victim has ended by itself, with the last it said
 */
export async function killAtRandom(siege: Siege, plan: Plan): Promise<Verdict> {
  try {
    return await besiege(siege, plan);
  } finally {
    assertNoneEnded(siege.victims);
  }
}

async function besiege(siege: Siege, { kills, seed, books = 1, onKill }: Plan): Promise<Verdict> {
  const { generator, victims } = siege;
  const next = random(seed);
  const jobs: Tracked[] = [];
  const turns = inTurns(victims, next);
  for (let kill = 1; kill <= kills; kill++) {
    for (let nth = 0; nth < books; nth++) jobs.push(await createBook(generator, `le chaos ${seed}-${kill}-${nth}`));
    await follow(generator, jobs.filter(isOpen), Date.now() + next() * longestMs);
    assertNoneEnded(victims);
    const victim: Victim = turns.next().value;
    await victim.kill();
    onKill?.(kill, victim.name);
  }
  const open = jobs.filter(isOpen);
  await Promise.all(open.map((job) => observeUntil(generator, job, { reached: arrived, patienceMs: 300_000 })));
  return verdict(siege, jobs);
}
