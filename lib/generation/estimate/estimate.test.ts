import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type GenerationHarness, openGenerationHarness, orderBook, waitForJob } from "#testing/harness/generation.ts";
import { BookRequest } from "../../contract/book.ts";
import { db } from "../../database/client.ts";
import { reloadEnv } from "../../env.ts";
import { getJobDetail } from "../jobs/jobs.ts";
import { estimateBook } from "./estimate.ts";

const model = "openai-compatible:fake";
let harness: GenerationHarness;
beforeAll(async () => {
  harness = await openGenerationHarness({ GENERATION_CONCURRENCY: "8" });
});
afterAll(() => harness.close());

function configure(variables: Record<string, string>) {
  Object.assign(process.env, variables);
  reloadEnv();
}
beforeEach(() => configure({ BOOK_MODEL: model, MODEL_PRICES: JSON.stringify({ [model]: { input: 2, output: 8 } }) }));

const request = (fields: Partial<BookRequest> = {}) =>
  BookRequest.parse({ topic: "Le pain", goal: "En faire", ...fields });

const within = (value: number | null | undefined, { low, high }: { low: number; high: number }) => {
  expect(value).toBeGreaterThanOrEqual(low);
  expect(value).toBeLessThanOrEqual(high);
};

test.each([
  ["court", { chapters: 2, words_per_chapter: 200 }],
  ["long", { chapters: 2, words_per_chapter: 4000 }],
  ["libre, en anglais", { language: "en", words_per_chapter: 300, chapters: undefined }],
  [
    "aux longues consignes",
    { chapters: 3, words_per_chapter: 1600, instructions: "Sois clair et concret. ".repeat(100) },
  ],
] satisfies [string, Partial<BookRequest>][])(
  "un livre %s prend ce que son estimation disait",
  async (_name, fields) => {
    harness.reset();
    const foreseen = await estimateBook(request({ goal: "Apprendre à faire son pain", ...fields }));
    const id = await orderBook(fields);
    await waitForJob(id, "completed", 55);
    const { quality } = await getJobDetail(id);
    const { usage, estimate, length } = quality ?? {};
    if (!usage || !estimate?.cost) throw new Error("sans estimation");
    expect(estimate).toEqual(foreseen);
    for (const name of ["calls", "tokens", "cost", "words", "minutes"] as const) {
      const { low, likely, high } = estimate[name] ?? { low: 0, high: 0 };
      within(likely, { low, high });
    }
    within(usage.calls, estimate.calls);
    within(usage.input_tokens + usage.output_tokens, estimate.tokens);
    within(usage.cost, estimate.cost);
    expect(estimate.cost.high / estimate.cost.low).toBeLessThan("chapters" in fields && fields.chapters ? 9 : 20);
    within(length?.chapters.length, {
      low: estimate.words.low / fields.words_per_chapter,
      high: estimate.words.high / fields.words_per_chapter,
    });
  },
);

test("un livre écrit dans l’ordre compte un appel de plus par chapitre, et le temps de chacun à la suite", async () => {
  harness.reset();
  // The books before were written in an instant: nothing is to be learnt from them.
  await db().job.updateMany({ data: { status: "cancelled" } });
  const fields = { chapters: 4, words_per_chapter: 1000 };
  const side = await estimateBook(request(fields));
  const order = { ...fields, continuity: "sequential" as const };
  const foreseen = await estimateBook(request(order));
  for (const bound of ["low", "likely", "high"] as const)
    expect((foreseen.calls[bound] ?? 0) - (side.calls[bound] ?? 0)).toBe(4);
  expect(foreseen.tokens.low).toBeGreaterThan(side.tokens.low);
  const many = { chapters: 20, words_per_chapter: 1000 };
  const [fast, slow] = [await estimateBook(request(many)), await estimateBook(request({ ...order, ...many }))];
  expect(slow.minutes.low).toBeGreaterThan(3 * fast.minutes.low);
  const id = await orderBook(order);
  await waitForJob(id, "completed", 55);
  const { usage, estimate } = (await getJobDetail(id)).quality ?? {};
  if (!usage || !estimate?.cost) throw new Error("sans estimation");
  within(usage.calls, estimate.calls);
  within(usage.input_tokens + usage.output_tokens, estimate.tokens);
  within(usage.cost, estimate.cost);
});

test("un modèle trop court, qu’il faut reprendre, reste dans l’estimation", async () => {
  harness.reset(({ role, prompt }, nth) => {
    if (role !== "chapter" || nth > 1) return {};
    const words = /^Longueur attendue : environ (\d+) mots/m.exec(prompt)?.[1];
    return {
      text: `# Titre\n\n${Array.from({ length: Number(words) * 0.11 }, (_, at) => `La pâte numéro ${at} lève lentement près du four ${at * 7}.`).join(" ")}`,
    };
  });
  const id = await orderBook({ chapters: 2, words_per_chapter: 1000 });
  await waitForJob(id, "completed", 55);
  const { usage, estimate } = (await getJobDetail(id)).quality ?? {};
  if (!usage || !estimate?.cost) throw new Error("sans estimation");
  expect(usage.calls).toBeGreaterThan(3);
  within(usage.calls, estimate.calls);
  within(usage.cost, estimate.cost);
});

test("l’estimation suit les options, les modèles et la recherche, sans rien demander à personne", async () => {
  harness.reset();
  // The books before were written in an instant: nothing is to be learnt from them.
  await db().job.updateMany({ data: { status: "cancelled" } });
  const small = request({ chapters: 2, words_per_chapter: 300 });
  const large = request({ chapters: 20, words_per_chapter: 5000 });
  const one = await estimateBook(small);
  const other = await estimateBook(large);
  expect(other.calls.low).toBeGreaterThan(20);
  expect(other.words).toEqual({ low: 100_000, likely: 100_000, high: 100_000 });
  expect(other.cost?.low).toBeGreaterThan(one.cost?.high ?? Number.NaN);
  expect(other.minutes.high).toBeGreaterThan(one.minutes.high);
  expect((await estimateBook(request())).words).toEqual({ low: 15_000, likely: 21_000, high: 30_000 });

  configure({ MODEL_PRICES: "{}" });
  expect(await estimateBook(small)).toMatchObject({ calls: one.calls, tokens: one.tokens, cost: null });
  configure({ BOOK_MODEL: "demo" });
  expect(await estimateBook(large)).toMatchObject({
    cost: { low: 0, likely: 0, high: 0 },
    words: { low: 12_000, high: 12_000 },
  });

  configure({ BOOK_MODEL: model, RESEARCH: "on" });
  // The first look, then the questions and the notes of each chapter.
  expect((await estimateBook(small)).calls.high).toBe(one.calls.high + 1 + 2 * 2);
  configure({ RESEARCH: "off" });
  expect(harness.models.journal).toEqual([]);
});
