import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type GenerationHarness, openGenerationHarness, orderBook, waitForJob } from "#testing/harness/generation.ts";
import { followJob } from "#testing/harness/live-events.ts";
import { BookRequest } from "../../contract/book.ts";
import { db } from "../../database/client.ts";
import { reloadEnv } from "../../env.ts";
import { estimateBook } from "../estimate/estimate.ts";
import { cancelJob } from "../jobs/cancel.ts";
import { getJobDetail } from "../jobs/jobs.ts";
import { retryJob } from "../jobs/retry.ts";
import { RateLimiterState } from "../rate-limit/rate-limiter-state.ts";

let harness: GenerationHarness;
beforeAll(async () => {
  harness = await openGenerationHarness({ GENERATION_CONCURRENCY: "8" });
});
afterAll(() => harness.close());

function priced(prices: object) {
  process.env.MODEL_PRICES = JSON.stringify(prices);
  reloadEnv();
}
/** A call for a chapter of 200 words may cost some 0,09 $ and costs some 0,005 $, for which the estimate's high end has 0,01 $. */
beforeEach(() => priced({ "openai-compatible:fake": { input: 1, output: 10 } }));

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const written = () => harness.models.journal.filter(({ role }) => role === "chapter");
const costOf = async (id: string) => (await getJobDetail(id)).usage?.cost ?? Number.NaN;

/** The most calls for chapters that were in flight at once. */
function atOnce(): number {
  const calls = written();
  return Math.max(
    ...calls.map((one) => calls.filter(({ at, endedAt = at }) => at <= one.at && one.at < endedAt).length),
  );
}

test("des chapitres écrits ensemble ne dépassent pas ensemble le plafond : ils s’attendent", async () => {
  harness.reset(({ role }) => ({ delayMs: role === "chapter" ? 300 : 0 }));
  const id = await orderBook({ chapters: 8, max_cost: 0.25 });
  await waitForJob(id, "completed", 60);
  expect(written()).toHaveLength(8);
  expect(atOnce()).toBeLessThanOrEqual(2);
  expect(harness.models.journal.every(({ maxTokens }) => maxTokens !== undefined && maxTokens < 15_000)).toBe(true);
  expect(await costOf(id)).toBeLessThanOrEqual(0.25);
  // Those that waited for the cap reserved no slot of the model’s rate limit.
  const { state } = await db().rateLimiter.findUniqueOrThrow({ where: { model: "openai-compatible:fake" } });
  expect(RateLimiterState.parse(state).recentSlots).toHaveLength(harness.models.journal.length);

  // Without a cap three are asked at once: each is answered only when all of them are there.
  const three = Promise.withResolvers<void>();
  harness.reset(({ role }) => {
    if (written().length >= 3) three.resolve();
    return role === "chapter" ? { after: three.promise } : {};
  });
  await waitForJob(await orderBook({ chapters: 8 }), "completed");
  // An answer has a bound all the same: three tokens a word, and room for thoughts.
  expect(written().every(({ maxTokens }) => maxTokens === 3 * 200 + 8000)).toBe(true);
});

test("un plafond atteint met le livre en attente sans rien dire à personne ni rien perdre, et un plus haut le reprend", async () => {
  harness.reset();
  const id = await orderBook({ chapters: 5, words_per_chapter: 1000, max_cost: 0.06 });
  // A chapter being paid for when another meets the cap is written all the same.
  const waiting = await waitForJob(id, (job) => job.status === "awaiting_budget" && job.chapters_completed > 0, 60);
  expect(waiting.message).toContain("Le plafond de 0,06");
  expect(waiting).toMatchObject({ webhook: { status: "none", attempts: 0 } });
  expect(waiting.error).toBeUndefined();
  expect(waiting.chapters_completed).toBeLessThan(5);
  expect(await costOf(id)).toBeLessThanOrEqual(0.06);
  expect(await db().event.count({ where: { jobId: id } })).toBe(0);

  // The same cap is not refused while something of it is left, but meets itself again without any call.
  await pause(500);
  const asked = harness.models.journal.length;
  await retryJob(id);
  expect((await waitForJob(id, "awaiting_budget", 60)).message).toContain("plafond");
  expect(harness.models.journal).toHaveLength(asked);
  expect(await db().jobStage.count({ where: { jobId: id, failures: { gt: 0 } } })).toBe(0);

  const spent = await costOf(id);
  const refused = {
    code: "invalid",
    issues: [{ path: "max_cost", message: expect.stringContaining("déjà dépensés") }],
  };
  for (const max_cost of [spent / 2, spent]) await expect(retryJob(id, { max_cost })).rejects.toMatchObject(refused);
  expect(await getJobDetail(id)).toMatchObject({ status: "awaiting_budget", options: { max_cost: 0.06 } });
  expect((await cancelJob(id)).status).toBe("cancelled");
  await expect(retryJob(id, { max_cost: spent / 2 })).rejects.toMatchObject(refused);

  await retryJob(id, { max_cost: 1 });
  await waitForJob(id, "completed", 60);
  expect((await getJobDetail(id)).options.max_cost).toBe(1);
  expect(
    written()
      .map(({ position }) => position)
      .sort(),
  ).toEqual([1, 2, 3, 4, 5]);
  expect(harness.models.journal.filter(({ role }) => role === "outline")).toHaveLength(1);
});

test.each([
  ["qui ne pense guère", "openai-compatible:fake", 300, { chapters: 3, words_per_chapter: 200 }],
  ["qui ne pense guère, en parties", "openai-compatible:fake", 500, { chapters: 2, words_per_chapter: 2000 }],
  ["qui pense", "openai-compatible:gpt-5", 3000, { chapters: 3, words_per_chapter: 400 }],
])(
  "un plafond au haut de l’estimation n’arrête pas un livre qui s’y tient, d’un modèle %s",
  async (_name, model, thought, fields) => {
    process.env.BOOK_MODEL = model;
    priced({ [model]: { input: 1, output: 10 } });
    harness.reset(({ role }) => ({ reasoningTokens: thought, ...(role === "outline" && { text: "Voici le plan." }) }));
    const request = BookRequest.parse({ topic: "Le pain", goal: "Apprendre à faire son pain", ...fields });
    const high = (await estimateBook(request)).cost?.high ?? Number.NaN;
    const id = await orderBook({ ...fields, max_cost: high });
    const { status, message } = await waitForJob(
      id,
      ({ status }) => status === "completed" || status === "failed" || status === "awaiting_budget",
      120,
    );
    process.env.BOOK_MODEL = "openai-compatible:fake";
    expect({ status, message }).toMatchObject({ status: "completed" });
    expect(await costOf(id)).toBeGreaterThan(high / 3);
    expect(await costOf(id)).toBeLessThanOrEqual(high);
    expect(harness.models.journal.every(({ maxTokens = 0 }) => maxTokens > thought)).toBe(true);
  },
  130_000,
);

test("ce qu’un appel a coûté compte pour le plus qu’il a pu coûter tant que personne ne le sait", async () => {
  harness.reset(() => ({ omitUsage: true }));
  const id = await orderBook({ chapters: 3, max_cost: 0.185 });
  const waiting = await waitForJob(id, "awaiting_budget", 60);
  expect(waiting.message).toContain("plafond");
  expect(written()).toHaveLength(1);
});

test("sans prix, pas de plafond : la commande et la reprise le disent en nommant le champ", async () => {
  harness.reset(() => ({ status: 400 }));
  const id = await orderBook({ chapters: 1, max_cost: 1 });
  await waitForJob(id, "failed");
  priced({});
  const refused = { code: "invalid", issues: [{ path: "max_cost", message: expect.stringContaining("MODEL_PRICES") }] };
  await expect(orderBook({ max_cost: 1 })).rejects.toMatchObject(refused);
  await expect(retryJob(id)).rejects.toMatchObject(refused);
});

test.each([0, -1, "2", Number.NaN])("un plafond de %s est refusé", async (max_cost) => {
  await expect(orderBook({ max_cost: max_cost as number })).rejects.toThrow("max_cost");
});

test("des échecs passés faute de plafond restent des échecs, et se reprennent comme eux", async () => {
  harness.reset(() => ({ status: 400 }));
  const id = await orderBook({ chapters: 1, max_cost: 1 });
  await waitForJob(id, "failed");
  await db().job.update({ where: { id }, data: { error: "Le plafond de 0,06 $ est atteint." } });
  harness.reset();
  await retryJob(id);
  await waitForJob(id, "completed");
});

test("un prix retiré en cours de route fait échouer un livre plafonné, qui ne peut plus être tenu", async () => {
  const begun = Promise.withResolvers<void>();
  harness.reset(({ role }) => ({ after: role === "outline" ? begun.promise : undefined }));
  const id = await orderBook({ chapters: 2, max_cost: 1 });
  while (harness.models.journal.length === 0) await pause(10);
  priced({});
  begun.resolve();
  expect((await waitForJob(id, "failed")).error).toContain("MODEL_PRICES");
});

test("qui suit le livre en direct le voit attendre un plafond, puis repartir, sans se reconnecter", async () => {
  harness.reset();
  const id = await orderBook({ chapters: 2, max_cost: 0.0001 });
  const reader = await followJob(id);
  const statuses = () => reader.events.flatMap((event) => (event.name === "job" ? [event.data.status] : []));
  await expect.poll(statuses).toContain("awaiting_budget");
  expect(reader.events.at(-1)?.name).not.toBe("end");
  await retryJob(id, { max_cost: 1 });
  await reader.ended;
  expect(statuses().at(-1)).toBe("completed");
});
