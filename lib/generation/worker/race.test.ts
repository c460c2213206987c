import { afterAll, beforeAll, expect, test } from "vitest";
import { type GenerationHarness, openGenerationHarness, orderBook, waitForJob } from "#testing/harness/generation.ts";
import { BookRequest } from "../../contract/book.ts";
import { db } from "../../database/client.ts";
import { createJob } from "../jobs/create.ts";
import { getJob, getResult } from "../jobs/jobs.ts";

let harness: GenerationHarness;
beforeAll(async () => {
  harness = await openGenerationHarness({ GENERATION_CONCURRENCY: "8" });
});
afterAll(() => harness.close());

const request = (topic: string) => BookRequest.parse({ topic, goal: "Essayer", chapters: 1, words_per_chapter: 200 });
const queued = (name: string, id: string) =>
  db().$queryRaw<unknown[]>`SELECT 1 FROM pgboss.job WHERE name = ${name} AND data->>'jobId' = ${id}`;

test("des chapitres qui finissent tous ensemble ne finissent le livre qu’une fois", async () => {
  harness.reset(({ role }) => ({ delayMs: role === "chapter" ? 200 : 0 }));
  const ids = await Promise.all([1, 2, 3].map(() => orderBook({ chapters: 8 })));
  for (const id of ids) {
    await waitForJob(id, "completed");
    expect(await queued("finalize", id)).toHaveLength(1);
    expect(await db().event.count({ where: { jobId: id } })).toBe(1);
  }
});

test("un chapitre repris par un autre ouvrier n’est écrit qu’une fois", async () => {
  harness.reset(({ role }, nth) => (role === "chapter" ? { delayMs: nth === 1 ? 1500 : 100 } : {}));
  const id = await orderBook({ chapters: 1 });
  await waitForJob(id, (job) => job.total_chapters === 1);
  while (!harness.models.journal.some((call) => call.role === "chapter"))
    await new Promise((next) => setTimeout(next, 10));
  // The claim lapses while its worker still works, as after a missed heartbeat.
  await db()
    .$executeRaw`UPDATE pgboss.job SET state = 'retry' WHERE name = 'chapter' AND data->>'jobId' = ${id} AND state = 'active'`;
  await waitForJob(id, "completed");
  await new Promise((next) => setTimeout(next, 2000));
  const chapter = await db().jobStage.findFirstOrThrow({ where: { jobId: id, name: "chapter" } });
  expect(chapter.failures).toBe(0);
  expect(await db().event.count({ where: { jobId: id } })).toBe(1);
  expect(await queued("finalize", id)).toHaveLength(1);
  expect(harness.models.journal.filter((call) => call.role === "chapter").length).toBeLessThanOrEqual(2);
});

test("la même clé rend la première réponse, deux à la fois ne font qu’un livre", async () => {
  harness.reset();
  const answers = await Promise.all([1, 2, 3, 4].map(() => createJob(request("a"), "clé-1")));
  expect(new Set(answers.map((answer) => answer.job_id)).size).toBe(1);
  const id = answers[0]?.job_id ?? "";
  expect(await db().job.count({ where: { idempotencyKey: "clé-1" } })).toBe(1);
  await waitForJob(id, "completed");
  expect(await createJob(request("a"), "clé-1")).toEqual(answers[0]);
  expect(await queued("research", id)).toHaveLength(1);
  await expect(createJob(request("b"), "clé-1")).rejects.toMatchObject({
    code: "invalid",
    issues: [{ path: "Idempotency-Key" }],
  });
});

test("une clé de plus de 24 heures sert de nouveau", async () => {
  const first = await createJob(request("c"), "clé-2");
  await db().job.update({ where: { id: first.job_id }, data: { createdAt: new Date(Date.now() - 25 * 3_600_000) } });
  const second = await createJob(request("d"), "clé-2");
  expect(second.job_id).not.toBe(first.job_id);
});

test("un identifiant inconnu, ou qui n’en est pas un, est introuvable", async () => {
  await expect(getJob("0198c0de-0000-7000-8000-000000000000")).rejects.toMatchObject({ code: "not_found" });
  await expect(getResult("pas-un-uuid")).rejects.toMatchObject({ code: "not_found" });
});
