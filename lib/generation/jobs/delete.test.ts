import { afterAll, beforeAll, expect, test } from "vitest";
import { type GenerationHarness, openGenerationHarness, orderBook, waitForJob } from "#testing/harness/generation.ts";
import { db } from "../../database/client.ts";
import { prune } from "../../retention.ts";
import { cancelJob } from "./cancel.ts";
import { deleteJob, restoreJob } from "./delete.ts";
import { getJob, getJobDetail, getResult, listJobs } from "./jobs.ts";
import { deletedJobPruner } from "./prune.ts";
import { retryJob } from "./retry.ts";

let harness: GenerationHarness;
beforeAll(async () => {
  harness = await openGenerationHarness({ GENERATION_CONCURRENCY: "4" });
});
afterAll(() => harness.close());

const listed = async (deleted?: boolean) => (await listJobs({ limit: 20, deleted })).items.map(({ job_id }) => job_id);

test("une rédaction terminée, supprimée, n’est plus nulle part ; restaurée, elle est comme avant", async () => {
  const id = await orderBook({ chapters: 1 });
  const before = await waitForJob(id, "completed");
  await deleteJob(id);
  for (const use of [getJob, getJobDetail, getResult, cancelJob, retryJob, deleteJob])
    await expect(use(id)).rejects.toThrow("Rédaction\u202f: introuvable.");
  expect(await listed()).not.toContain(id);
  const [deleted] = (await listJobs({ limit: 20, deleted: true })).items;
  expect(deleted).toMatchObject({ job_id: id, deleted_at: expect.stringMatching(/^\d{4}-/) });
  expect(await restoreJob(id)).toMatchObject({ status: "completed", title: before.title });
  expect(await listed()).toContain(id);
  await expect(restoreJob(id)).rejects.toThrow("Rédaction supprimée\u202f: introuvable.");
});

test("supprimée pendant qu’elle s’écrit, elle s’arrête, n’envoie rien, et se reprend une fois restaurée", async () => {
  harness.reset(({ position = 0 }) => (position > 1 ? { stallAfterChars: 200 } : {}));
  const id = await orderBook({ chapters: 3 });
  await waitForJob(id, (job) => job.chapters_completed === 1);
  await expect.poll(() => harness.models.journal.filter(({ position = 0 }) => position > 1).length).toBe(2);
  await deleteJob(id);
  const stuck = () => harness.models.journal.filter(({ position = 0 }) => position > 1);
  await expect.poll(() => stuck().map(({ aborted }) => aborted)).toEqual([true, true]);
  expect(await db().event.count({ where: { jobId: id } })).toBe(0);
  harness.reset();
  expect(await restoreJob(id)).toMatchObject({ status: "cancelled", chapters_completed: 1 });
  await retryJob(id);
  await waitForJob(id, "completed");
});

test("l’identifiant d’une rédaction supprimée n’en fait pas une autre en silence", async () => {
  const id = await orderBook({ jobId: "client-17", chapters: 1 });
  await waitForJob(id, "completed");
  await deleteJob(id);
  await expect(orderBook({ jobId: id, chapters: 1 })).rejects.toThrow("supprimée");
  await expect(orderBook({ jobId: id, chapters: 2 })).rejects.toThrow("supprimée");
  await restoreJob(id);
  expect(await orderBook({ jobId: id, chapters: 1 })).toBe(id);
});

test("trente jours après, elle a disparu, avec ce qui la composait", async () => {
  const id = await orderBook({ chapters: 1 });
  await waitForJob(id, "completed");
  await deleteJob(id);
  const deletedAt = new Date(Date.now() - 30.1 * 86_400_000);
  const where = { jobId: id };
  await prune([deletedJobPruner]);
  expect(await listed(true)).toContain(id);
  await db().retention.deleteMany();
  await db().job.update({ where: { id }, data: { deletedAt } });
  await prune([deletedJobPruner]);
  expect(await listed(true)).not.toContain(id);
  expect(await Promise.all([db().jobChapter.count({ where }), db().modelCall.count({ where })])).toEqual([0, 0]);
  expect(await db().event.count({ where })).toBe(1);
});
