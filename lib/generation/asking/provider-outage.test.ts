import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { type GenerationHarness, openGenerationHarness, orderBook, waitForJob } from "#testing/harness/generation.ts";
import { db } from "../../database/client.ts";
import { reloadEnv } from "../../env.ts";

let harness: GenerationHarness;
let skipping: Promise<void>;
let skips = true;
let waits: number[] = [];
beforeAll(async () => {
  harness = await openGenerationHarness();
});
afterAll(() => harness.close());

/** Lets what waits for more than a second go on at once, and notes how long it would have waited. */
async function skipWaits(): Promise<void> {
  if (!skips) return;
  const skipped = await db().$queryRaw<{ seconds: number }[]>`
    WITH waiting AS (SELECT id, start_after FROM pgboss.job WHERE state = 'created' AND start_after > now() + interval '1 second')
    UPDATE pgboss.job SET start_after = now() FROM waiting WHERE pgboss.job.id = waiting.id
    RETURNING extract(epoch FROM waiting.start_after - now())::float AS seconds`;
  waits.push(...skipped.map(({ seconds }) => seconds));
  await sleep(200);
  return skipWaits();
}
beforeEach(() => {
  waits = [];
  skips = true;
  skipping = skipWaits();
});
afterEach(async () => {
  skips = false;
  await skipping;
});

const calls = () => harness.models.journal.filter((call) => call.position === 2);

test("une panne de quelques minutes ne coûte pas le livre", async () => {
  harness.reset(({ position }, nth) => (position === 2 && nth <= 5 ? { status: 500 } : {}));
  await waitForJob(await orderBook(), "completed");
  expect(calls()).toHaveLength(6);
  const minutes = waits.reduce((sum, seconds) => sum + seconds, 0) / 60;
  expect(minutes).toBeGreaterThan(3);
  expect(minutes).toBeLessThan(4);
});

test("une panne qui ne finit pas arrête le livre à la sixième fois", async () => {
  harness.reset(({ position }) => (position === 2 ? { status: 500 } : {}));
  const job = await waitForJob(await orderBook(), "failed");
  expect(job.error).toBe("Chapitre 2\u202f: Le fournisseur du modèle a répondu par une erreur (500).");
  expect(calls()).toHaveLength(6);
});

test("une panne ne prend pas au chapitre ses essais", async () => {
  harness.reset(({ position }, nth) => (position !== 2 || nth > 6 ? {} : nth <= 4 ? { status: 502 } : { text: "" }));
  await waitForJob(await orderBook(), "completed");
  expect(calls()).toHaveLength(7);
});

test("un serveur absent est attendu jusqu’à son retour", async () => {
  harness.reset();
  process.env.OPENAI_COMPATIBLE_BASE_URL = "http://127.0.0.1:1/v1";
  reloadEnv();
  const id = await orderBook({ chapters: 1 });
  const limits = async () => (await db().jobStage.findFirst({ where: { jobId: id, name: "outline" } }))?.limits;
  await expect.poll(limits).toBe(4);
  process.env.OPENAI_COMPATIBLE_BASE_URL = harness.models.baseUrl;
  reloadEnv();
  await waitForJob(id, "completed");
});
