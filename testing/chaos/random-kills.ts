import { setTimeout as sleep } from "node:timers/promises";
import { arrived, createBook, observe, type Tracked, takeUp } from "../app/jobs.ts";
import { seededRandom } from "../machine/random.ts";
import type { KillableProcess, SystemUnderTest } from "./system.ts";
import { reachVerdict, type Verdict } from "./verdict.ts";

/** A little more than a book takes. */
const maxWaitBeforeKillMs = 2000;
const arrivalTimeoutMs = 300_000;
const lookEveryMs = 100;

const isOpen = (job: Tracked) => !job.last || !arrived(job.last);

async function observeAll({ senderUrl, stopsUnpaid }: SystemUnderTest, jobs: Tracked[], durationMs: number) {
  const deadline = Date.now() + durationMs;
  while (Date.now() < deadline) {
    for (const job of jobs.filter(isOpen)) {
      const seen = await observe(senderUrl, job).catch(() => undefined);
      if (stopsUnpaid && seen?.status === "failed") await takeUp(senderUrl, job).catch(() => {});
    }
    await sleep(50);
  }
}

type Plan = {
  kills: number;
  seed: number;
  booksPerKill?: number;
  /** Called after each kill with its number, from 1, and the name of the process. */
  onKill?: (kill: number, name: string) => void;
};

function* inTurns(processes: KillableProcess[], random: () => number): Generator<KillableProcess> {
  for (;;) {
    const shuffled = processes.map((process) => ({ process, at: random() })).sort((left, right) => left.at - right.at);
    for (const { process } of shuffled) yield process;
  }
}

function assertNoneEnded(processes: KillableProcess[]) {
  for (const { name, outputAtExit } of processes) {
    const output = outputAtExit?.();
    if (output !== undefined) throw new Error(`${name} a fini de lui-même :\n${output}`);
  }
}

async function runPlan(system: SystemUnderTest, { kills, seed, booksPerKill = 1, onKill }: Plan): Promise<Verdict> {
  const { senderUrl, killable } = system;
  const random = seededRandom(seed);
  const turns = inTurns(killable, random);
  const jobs: Tracked[] = [];
  for (let kill = 1; kill <= kills; kill++) {
    for (let nth = 0; nth < booksPerKill; nth++)
      jobs.push(await createBook(senderUrl, `le chaos ${seed}-${kill}-${nth}`));
    await observeAll(system, jobs, random() * maxWaitBeforeKillMs);
    assertNoneEnded(killable);
    const victim: KillableProcess = turns.next().value;
    await victim.kill();
    onKill?.(kill, victim.name);
  }
  const deadline = Date.now() + arrivalTimeoutMs;
  while (jobs.some(isOpen) && Date.now() < deadline) await observeAll(system, jobs, lookEveryMs);
  return reachVerdict(system, jobs);
}

/**
 * Orders books and kills the processes in turn at random moments, `kills` times, then waits until every book has arrived.
 * @throws when a process has ended by itself, with the end of its output
 */
export async function killAtRandom(system: SystemUnderTest, plan: Plan): Promise<Verdict> {
  try {
    return await runPlan(system, plan);
  } finally {
    assertNoneEnded(system.killable);
  }
}
