import { afterAll, beforeAll, expect, test, vi } from "vitest";
import {
  type GenerationHarness,
  openGenerationHarness,
  orderBook,
  takeOverCancelPolling,
  waitForJob,
} from "#testing/harness/generation.ts";
import { db } from "../../database/client.ts";
import { boss } from "../../queue/boss.ts";
import { interruptBefore, registerWork } from "../stage-state/running.ts";
import { startGeneration } from "../worker/worker.ts";
import { cancelJob } from "./cancel.ts";
import { retryJob } from "./retry.ts";

let harness: GenerationHarness;
let guard: Awaited<ReturnType<typeof takeOverCancelPolling>>;
beforeAll(async () => {
  harness = await openGenerationHarness({ GENERATION_CONCURRENCY: "4" });
  // Calls stop by the cancel itself, unless a test looks for stale work.
  guard = await takeOverCancelPolling(harness);
});
afterAll(() => harness.close());

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const positions = () => harness.models.journal.filter((call) => call.role === "chapter").map((call) => call.position);

async function inFlight(chapters: number) {
  const deadline = Date.now() + 10_000;
  while (positions().length < chapters && Date.now() < deadline) await pause(10);
  expect(positions()).toHaveLength(chapters);
}

/** Chapters 1 and 2 answer at once, the others stall in the middle of their stream. */
const stuckAfterTwo = () => harness.reset(({ position = 0 }) => (position > 2 ? { stallAfterChars: 200 } : {}));

test("annuler coupe les appels en cours, n’en commence aucun et n’envoie aucun événement", async () => {
  stuckAfterTwo();
  const id = await orderBook({ chapters: 8 });
  await inFlight(6);
  await waitForJob(id, (job) => job.chapters_completed === 2);
  const cancelled = await cancelJob(id);
  const asked = harness.models.journal.length;
  expect(cancelled).toMatchObject({ status: "cancelled", chapters_completed: 2, webhook: { status: "none" } });
  const stuck = () => harness.models.journal.filter((call) => (call.position ?? 0) > 2);
  await expect.poll(() => stuck().map((call) => call.aborted)).toEqual([true, true, true, true]);
  await pause(1500);
  expect(harness.models.journal).toHaveLength(asked);
  expect(await db().event.count({ where: { jobId: id } })).toBe(0);
  expect((await cancelJob(id)).status).toBe("cancelled");

  harness.reset();
  const retried = await retryJob(id);
  expect(retried).toMatchObject({ status: "writing_chapters", chapters_completed: 2 });
  expect(retried.progress).toBe(cancelled.progress);
  await waitForJob(id, "completed");
  expect(positions().sort()).toEqual([3, 4, 5, 6, 7, 8]);
  await expect(retryJob(id)).rejects.toThrow("Seule une rédaction échouée, annulée");
  await expect(cancelJob(id)).rejects.toThrow("terminé");
});

test("une route est une autre copie du code que l’ouvrier : son annulation n’est prise ni pour une panne ni pour un échec", async () => {
  harness.reset(() => ({ stallAfterChars: 10 }));
  const id = await orderBook();
  while (harness.models.journal.length === 0) await pause(10);
  vi.resetModules();
  const route = await import("./cancel.ts");
  expect(route.cancelJob).not.toBe(cancelJob);
  const log = vi.spyOn(process.stdout, "write");
  await route.cancelJob(id);
  await expect.poll(() => harness.models.journal.map((call) => call.aborted)).toEqual([true]);
  const active = () => db().$queryRaw`SELECT 1 FROM pgboss.job WHERE state = 'active' AND data->>'jobId' = ${id}`;
  await expect.poll(active).toEqual([]);
  const lines = log.mock.calls.map(([line]) => String(line)).join("");
  log.mockRestore();
  expect(lines).not.toContain("❌");
});

test("une annulation venue d’une autre instance coupe les appels en moins de trois secondes", async () => {
  harness.reset(() => ({ stallAfterChars: 10 }));
  const id = await orderBook();
  await expect.poll(() => harness.models.journal.length).toBe(1);
  await db().job.update({ where: { id }, data: { status: "cancelled", run: { increment: 1 } } });
  await pause(500);
  expect(harness.models.journal[0]?.aborted).toBe(false);
  expect(guard.everyMs).toBeLessThanOrEqual(1000);
  guard.look();
  await expect.poll(() => harness.models.journal[0]?.aborted).toBe(true);
  await pause(500);
  expect(harness.models.journal).toHaveLength(1);
  expect(await db().jobStage.findMany({ where: { jobId: id, failures: { gt: 0 } } })).toEqual([]);
});

test("un livre échoué reprend où il en était, ses échecs comptés de nouveau", async () => {
  const begun = Promise.withResolvers<void>();
  harness.reset(({ position }) => {
    if (new Set(positions()).size === 3) begun.resolve();
    return position === 3 ? { status: 400, after: begun.promise } : {};
  });
  const id = await orderBook();
  const failed = await waitForJob(id, "failed");
  await waitForJob(id, (job) => job.chapters_completed === 2);
  await expect(cancelJob(id)).rejects.toThrow("échoué");
  harness.reset();
  expect(await retryJob(id)).toMatchObject({ status: "writing_chapters", webhook: { status: "none" } });
  const done = await waitForJob(id, "completed");
  expect(done.error).toBeUndefined();
  expect(failed.progress).toBeLessThan(done.progress);
  expect(positions()).toEqual([3]);
  expect(harness.models.journal).toHaveLength(1);
});

test("l’annulation d’une reprise n’atteint jamais la reprise suivante", async () => {
  const before = registerWork("un-job", 1);
  const after = registerWork("un-job", 2);
  interruptBefore("un-job", 2);
  expect([before.signal.aborted, after.signal.aborted]).toEqual([true, false]);
  for (const work of [before, after]) work.end();

  const held = Promise.withResolvers<void>();
  harness.reset(({ role }) => (role === "chapter" ? { after: held.promise } : {}));
  const id = await orderBook({ chapters: 6 });
  for (let round = 0; round < 6; round++) {
    await waitForJob(id, (job) => job.total_chapters === 6);
    await cancelJob(id);
    await retryJob(id);
  }
  held.resolve();
  await waitForJob(id, "completed");
});

test("un arrêt en plein chapitre n’est pas un échec : au redémarrage seul ce qui manque est demandé", async () => {
  stuckAfterTwo();
  const queue = await boss();
  const id = await orderBook({ chapters: 3 });
  await inFlight(3);
  await waitForJob(id, (job) => job.chapters_completed === 2);
  await harness.stop();
  harness.reset();
  harness.stop = await startGeneration(queue);
  await waitForJob(id, "completed");
  expect(positions()).toEqual([3]);
  const stages = await db().jobStage.findMany({ where: { jobId: id, name: "chapter" } });
  expect(stages.map(({ failures }) => failures)).toEqual([0, 0, 0]);
});
