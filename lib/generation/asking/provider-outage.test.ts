import { afterAll, beforeAll, expect, test } from "vitest";
import { type GenerationHarness, openGenerationHarness, orderBook, waitForJob } from "#testing/harness/generation.ts";
import { db } from "../../database/client.ts";
import { reloadEnv } from "../../env.ts";

let harness: GenerationHarness;
beforeAll(async () => {
  harness = await openGenerationHarness({}, { skipsWaits: true });
});
afterAll(() => harness.close());

const calls = () => harness.models.journal.filter((call) => call.position === 2);

test("une panne de quelques minutes ne coûte pas le livre", async () => {
  harness.reset(({ position }, nth) => (position === 2 && nth <= 5 ? { status: 500 } : {}));
  await waitForJob(await orderBook(), "completed");
  expect(calls()).toHaveLength(6);
  const minutes = ((calls().at(-1)?.at ?? 0) - (calls()[0]?.at ?? 0)) / 60_000;
  expect(minutes).toBeGreaterThan(3);
  expect(minutes).toBeLessThan(4);
});

test("une panne qui ne finit pas arrête le livre à la sixième fois", async () => {
  harness.reset(({ position }) => (position === 2 ? { status: 500 } : {}));
  const job = await waitForJob(await orderBook(), "failed");
  expect(job.error).toContain("Chapitre 2\u202f: Le fournisseur du modèle a répondu par une erreur (500)");
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
  await expect.poll(limits, { interval: 10 }).toBeGreaterThanOrEqual(4);
  process.env.OPENAI_COMPATIBLE_BASE_URL = harness.models.baseUrl;
  reloadEnv();
  await waitForJob(id, "completed");
});
