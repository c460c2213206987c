import { afterAll, beforeAll, expect, test } from "vitest";
import { type GenerationHarness, openGenerationHarness, orderBook, waitForJob } from "#testing/harness/generation.ts";
import { watchCpuSteal } from "#testing/machine/event-loop.ts";
import type { Exchange } from "#testing/model/script.ts";
import { db } from "../database/client.ts";
import { getJob } from "./jobs/jobs.ts";

const chapters = 10;
const delayMs = 3000;
/** The time from the order to the completed book, without the calls. */
const maxOverheadMs = 500;

let harness: GenerationHarness;
beforeAll(async () => {
  harness = await openGenerationHarness({ GENERATION_CONCURRENCY: String(chapters) });
});
afterAll(() => harness.close());

const durationOf = (calls: Exchange[]) => calls.reduce((sum, { at, endedAt = Number.NaN }) => sum + endedAt - at, 0);

test("dix chapitres à la fois ne durent pas plus que le plus long d’entre eux, à une demi-seconde près", async () => {
  harness.reset();
  await waitForJob(await orderBook({ chapters: 2 }), "completed");
  harness.reset(() => ({ delayMs }));
  const before = process.cpuUsage();
  const watch = watchCpuSteal();
  const id = await orderBook({ chapters, words_per_chapter: 300 });
  // Looked at seldom, so that looking does not slow what is measured.
  const status = async () => (await getJob(id)).status;
  await expect.poll(status, { interval: 1000, timeout: 40_000 }).toBe("completed");
  const { createdAt, completedAt } = await db().job.findUniqueOrThrow({ where: { id } });
  const { user, system } = process.cpuUsage(before);
  const { outline = [], chapter = [], review = [] } = Object.groupBy(harness.models.journal, ({ role }) => role);
  expect(review).toEqual([]);
  const chains = [...Map.groupBy(chapter, ({ position }) => position).values()].map(durationOf);
  expect(chains).toHaveLength(chapters);
  // The time that the machine gave to others between the calls is not the book's.
  const created = createdAt.getTime();
  const completed = completedAt?.getTime() ?? Number.NaN;
  const ends = (calls: Exchange[]) => Math.max(...calls.map(({ endedAt = Number.NaN }) => endedAt));
  const between = [
    [created, outline[0]?.at ?? Number.NaN],
    [ends(outline), Math.max(...chapter.map(({ at }) => at))],
    [ends(chapter), completed],
  ] as const;
  const since = performance.timeOrigin;
  const taken = between.reduce((sum, [from, to]) => sum + to - from - watch.elapsedMs(from - since, to - since), 0);
  watch.stop();
  const wall = completed - created - taken;
  const longest = durationOf(outline) + Math.max(...chains);
  const said = `livre : ${wall} ms, plus longue suite d’appels : ${longest} ms, écart : ${(wall - longest).toFixed(0)} ms`;
  console.info(`${said}, processeur : ${Math.round((user + system) / 1000)} ms`);
  expect(wall - longest).toBeLessThanOrEqual(maxOverheadMs);
});
