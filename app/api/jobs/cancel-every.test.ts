import { afterAll, beforeAll, expect, test } from "vitest";
import { db } from "#lib/database/client.ts";
import { cancelJob } from "#lib/generation/jobs/cancel.ts";
import { getJob } from "#lib/generation/jobs/jobs.ts";
import { retryJob } from "#lib/generation/jobs/retry.ts";
import { registerWork } from "#lib/generation/stage-state/running.ts";
import {
  type GenerationHarness,
  openGenerationHarness,
  orderBook,
  takeOverCancelPolling,
  waitForJob,
} from "#testing/harness/generation.ts";
import { pollUntil } from "#testing/machine/poll.ts";
import * as every from "./cancel/route.ts";

let harness: GenerationHarness;
let guard: Awaited<ReturnType<typeof takeOverCancelPolling>>;
beforeAll(async () => {
  const MODEL_PRICES = JSON.stringify({ "openai-compatible:fake": { input: 1, output: 10 } });
  harness = await openGenerationHarness({ GENERATION_CONCURRENCY: "4", MODEL_PRICES });
  guard = await takeOverCancelPolling(harness);
});
afterAll(() => harness.close());

const address = "http://localhost/api/jobs/cancel";
async function cancelEvery() {
  const response = await every.POST(new Request(address, { method: "POST" }), {});
  return { status: response.status, body: await response.json() };
}
const inFlight = (count: number) =>
  pollUntil(
    async () => harness.models.journal.filter(({ endedAt }) => !endedAt).length,
    (calls) => calls >= count,
    { timeoutMs: 20_000, toMessage: (calls) => `${calls} appels en cours` },
  );

test("tout ce qui n’est pas terminé s’arrête d’un coup, ce qui l’est n’est pas touché", async () => {
  harness.reset();
  const done = await orderBook({ chapters: 1 });
  await waitForJob(done, "completed");
  const outline = await orderBook({ review_outline: true });
  await waitForJob(outline, "awaiting_approval");
  const spent = await orderBook({ max_cost: 0.0001 });
  await waitForJob(spent, "awaiting_budget");
  harness.reset(() => ({ status: 400 }));
  const failed = await orderBook({ chapters: 1 });
  await waitForJob(failed, "failed");
  const abandoned = await orderBook({ chapters: 1, review_outline: true });
  await cancelJob(abandoned);

  harness.reset(() => ({ stallAfterChars: 10 }));
  const writing: string[] = [];
  // More than there are places for: nothing that waits may take the place of what is cancelled.
  for (let order = 0; order < 6; order++) writing.push(await orderBook());
  await inFlight(2);
  const asked = harness.models.journal.length;
  const ids = [outline, spent, ...writing];
  const { status, body } = await cancelEvery();
  expect(status).toBe(200);
  expect(body).toEqual({ cancelled: ids.length, job_ids: expect.arrayContaining(ids) });
  for (const id of ids) expect((await getJob(id)).status).toBe("cancelled");
  expect(await Promise.all([done, failed, abandoned].map(async (id) => (await getJob(id)).status))).toEqual([
    "completed",
    "failed",
    "cancelled",
  ]);
  await expect.poll(() => harness.models.journal.every(({ aborted }) => aborted)).toBe(true);
  await new Promise((resolve) => setTimeout(resolve, 1500));
  expect(harness.models.journal).toHaveLength(asked);
  expect(await db().event.count({ where: { jobId: { in: ids } } })).toBe(0);
  expect((await cancelEvery()).body).toEqual({ cancelled: 0, job_ids: [] });

  harness.reset();
  await retryJob(writing[0] ?? "");
  await waitForJob(writing[0] ?? "", "completed");
});

test("demandé à deux instances à la fois, chaque rédaction n’est comptée qu’une fois, et l’autre instance coupe ses appels", async () => {
  harness.reset(() => ({ stallAfterChars: 10 }));
  const ids: string[] = [];
  for (let order = 0; order < 4; order++) ids.push(await orderBook());
  await inFlight(2);
  const elsewhere = registerWork(ids[0] ?? "", 1);
  const answers = await Promise.all([cancelEvery(), cancelEvery(), cancelEvery()]);
  expect(answers.flatMap(({ body }) => body.job_ids).sort()).toEqual([...ids].sort());
  expect(elsewhere.signal.aborted).toBe(true);
  elsewhere.end();

  harness.reset(() => ({ stallAfterChars: 10 }));
  const id = await orderBook();
  await inFlight(1);
  // What another instance has written is seen by the timer alone.
  await db().$executeRaw`UPDATE "Job" SET status = 'cancelled', run = run + 1 WHERE id = ${id}`;
  expect(harness.models.journal[0]?.aborted).toBe(false);
  guard.look();
  await expect.poll(() => harness.models.journal[0]?.aborted).toBe(true);
});

test("une rédaction que son client a nommée « cancel » garde son adresse et ses gestes", async () => {
  harness.reset();
  await orderBook({ jobId: "cancel", review_outline: true });
  await waitForJob("cancel", "awaiting_approval");
  const read = await every.GET(new Request(address), {});
  expect(read.status).toBe(200);
  expect(await read.json()).toMatchObject({ job_id: "cancel", status: "awaiting_approval", goal: expect.any(String) });
  expect((await cancelEvery()).body).toEqual({ cancelled: 1, job_ids: ["cancel"] });
  expect(await (await every.GET(new Request(address), {})).json()).toMatchObject({ status: "cancelled" });
  const refused = await every.PUT(new Request(address, { method: "PUT" }), {});
  expect([refused.status, refused.headers.get("allow")]).toEqual([405, "GET, HEAD, POST"]);
});

test("sans rédaction de ce nom, l’adresse répond 404", async () => {
  await db().job.deleteMany({ where: { id: "cancel" } });
  expect((await every.GET(new Request(address), {})).status).toBe(404);
});
