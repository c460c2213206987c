import { setTimeout as sleep } from "node:timers/promises";
import { arrived, createBook, observe, observeUntil, type Tracked } from "./jobs.ts";
import { random } from "./random.ts";
import { type Verdict, verdict } from "./verdict.ts";
import type { World } from "./world.ts";

/** The longest wait before a kill: a little more than a book takes. */
const longestMs = 1500;

async function followUntilKilled(url: string, jobs: Tracked[], until: number) {
  while (Date.now() < until) {
    for (const job of jobs) await observe(url, job).catch(() => {});
    await sleep(10);
  }
}

/**
 * Starts a book, kills the process at a random moment and starts it again, over and over, then waits until every
 * book has arrived.
 * @param onKill is told each kill's number, from 1
 */
export async function killAtRandom(
  world: World,
  { kills, seed, onKill }: { kills: number; seed: number; onKill?: (kill: number) => void },
): Promise<Verdict> {
  const { app, model, wire } = world;
  const next = random(seed);
  const jobs: Tracked[] = [];
  for (let kill = 1; kill <= kills; kill++) {
    jobs.push(await createBook(app.url, `le chaos ${seed}-${kill}`));
    const open = jobs.filter((job) => !job.last || !arrived(job.last));
    await followUntilKilled(app.url, open, Date.now() + next() * longestMs);
    await app.kill("SIGKILL");
    onKill?.(kill);
    await app.restart();
  }
  const open = jobs.filter((job) => !job.last || !arrived(job.last));
  await Promise.all(open.map((job) => observeUntil(app.url, job, { reached: arrived, patienceMs: 120_000 })));
  return verdict(app.url, { jobs, journal: model.journal, wire });
}
