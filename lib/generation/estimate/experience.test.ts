import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type GenerationHarness, openGenerationHarness, orderBook, waitForJob } from "#testing/harness/generation.ts";
import { BookRequest } from "../../contract/book.ts";
import { db } from "../../database/client.ts";
import { reloadEnv } from "../../env.ts";
import { newId } from "../../ids.ts";
import { cancelEveryJob } from "../jobs/cancel.ts";
import { createJob } from "../jobs/create.ts";
import { getJobDetail } from "../jobs/jobs.ts";
import { estimateBook } from "./estimate.ts";

const model = "openai-compatible:fake";
let harness: GenerationHarness;
beforeAll(async () => {
  harness = await openGenerationHarness({ GENERATION_CONCURRENCY: "1" });
});
afterAll(() => harness.close());
beforeEach(async () => {
  process.env.OPENAI_COMPATIBLE_BASE_URL = harness.models.baseUrl;
  process.env.MODEL_PRICES = JSON.stringify({ [model]: { input: 1, output: 10 } });
  reloadEnv();
  await cancelEveryJob();
  await db().job.updateMany({ data: { status: "cancelled" } });
});

const fields = { chapters: 4, words_per_chapter: 1000 };
const request = (more: object = {}) =>
  BookRequest.parse({ topic: "Le pain", goal: "Apprendre à faire son pain", ...fields, ...more });

type Finished = {
  tokensPerWord: number;
  secondsPerToken: number;
  callsPerChapter?: number;
  model?: string;
  uncounted?: boolean;
  /** One call after the other, as a server with one slot answers them. */
  inTurn?: boolean;
};

/** Puts a finished book of two chapters on record, whose calls took what is said. */
async function finish({
  tokensPerWord,
  secondsPerToken,
  callsPerChapter = 2,
  model: by = model,
  uncounted = false,
  inTurn = false,
}: Finished) {
  const id = newId();
  const createdAt = new Date();
  let calls = 0;
  const job = { id, rank: id, topic: "Le sel", goal: "Le connaître", options: {}, model: by, models: {} };
  await db().job.create({ data: { ...job, status: "completed", createdAt, updatedAt: createdAt } });
  for (const position of [1, 2]) {
    const chapter = { jobId: id, position, title: `${position}`, description: "", keyPoints: [], wordCount: 1000 };
    await db().jobChapter.create({ data: chapter });
    const tokens = Math.round((tokensPerWord * 1000) / callsPerChapter);
    const call = { jobId: id, stage: "chapter" as const, position, role: "chapter", model: by, question: "" };
    for (let part = 0; part < callsPerChapter; part++) {
      const tookMs = tokens * secondsPerToken * 1000;
      const startedAt = new Date(createdAt.getTime() + (inTurn ? calls++ * tookMs : 0));
      await db().modelCall.create({
        data: {
          ...call,
          id: newId(),
          inputTokens: uncounted ? null : 100,
          outputTokens: uncounted ? null : tokens,
          outcome: "answered",
          startedAt,
          finishedAt: new Date(startedAt.getTime() + tookMs),
        },
      });
    }
  }
}

const likely = async () => {
  const { cost, minutes, learnt_from } = await estimateBook(request());
  return { cost: cost?.likely ?? Number.NaN, minutes: minutes.likely ?? Number.NaN, learnt_from };
};

test("dix livres finis disent ce que le suivant coûtera et le temps qu’il prendra", async () => {
  const before = await likely();
  for (let book = 0; book < 10; book++) await finish({ tokensPerWord: 6, secondsPerToken: 0.1 });
  const after = await likely();
  expect(before.learnt_from).toBe(0);
  expect(after.learnt_from).toBe(10);
  // 4,000 words at 6 tokens, of 10 dollars a million and a tenth of a second each.
  expect(after.cost).toBeGreaterThan(0.24 * 0.85);
  expect(after.cost).toBeLessThan(0.24 * 1.25);
  expect(after.minutes).toBeGreaterThan(40 * 0.75);
  expect(after.minutes).toBeLessThan(40 * 1.25);
  const { cost, minutes, words } = await estimateBook(request());
  expect(cost?.high).toBeGreaterThan(after.cost);
  expect(minutes.high).toBeGreaterThan(after.minutes);
  expect(minutes.high).toBeLessThan(after.minutes * 3.1);
  expect(minutes.low).toBeGreaterThan(after.minutes / 3.5);
  expect(words).toEqual({ low: 4000, likely: 4000, high: 4000 });
});

test.each([
  ["l’un après l’autre", true, { over: 28, under: 60 }],
  // Two corrections are expected, each in a round of its own.
  ["ensemble", false, { over: 8, under: 22 }],
])(
  "un serveur qui a répondu aux appels %s y mettra ce temps, quel que soit le nombre permis",
  async (_how, inTurn, { over, under }) => {
    process.env.GENERATION_CONCURRENCY = "4";
    reloadEnv();
    for (let book = 0; book < 10; book++) await finish({ tokensPerWord: 6, secondsPerToken: 0.1, inTurn });
    const after = await likely();
    process.env.GENERATION_CONCURRENCY = "1";
    reloadEnv();
    expect(after.minutes).toBeGreaterThan(over);
    expect(after.minutes).toBeLessThan(under);
  },
);

test("un seul livre, s’il est étrange, ne sort pas la valeur probable de son intervalle", async () => {
  const before = await estimateBook(request());
  await finish({ tokensPerWord: 60, secondsPerToken: 3 });
  const after = await estimateBook(request());
  expect([after.cost?.low, after.cost?.high, after.minutes.high]).toEqual([
    before.cost?.low,
    before.cost?.high,
    before.minutes.high,
  ]);
  expect(after.cost?.likely).toBeLessThanOrEqual(after.cost?.high ?? 0);
  expect(after.cost?.likely).toBeGreaterThan(before.cost?.likely ?? Number.NaN);
});

test("parmi d’autres, un livre étrange ne compte guère", async () => {
  for (let book = 0; book < 6; book++) await finish({ tokensPerWord: 1.6, secondsPerToken: 0.02 });
  const before = await likely();
  await finish({ tokensPerWord: 60, secondsPerToken: 3 });
  const after = await likely();
  expect(after.cost / before.cost).toBeCloseTo(1, 1);
  expect(after.minutes).toBe(before.minutes);
});

test("d’un autre modèle, d’un livre inachevé ou sans décompte, rien n’est appris", async () => {
  const before = await likely();
  for (let book = 0; book < 4; book++) {
    await finish({ tokensPerWord: 6, secondsPerToken: 0.1, model: "openai-compatible:autre" });
    await finish({ tokensPerWord: 6, secondsPerToken: 0.1, uncounted: true });
  }
  expect(await likely()).toEqual(before);
  await finish({ tokensPerWord: 6, secondsPerToken: 0.1 });
  await db().job.updateMany({ data: { status: "failed" } });
  expect(await likely()).toEqual(before);
});

test("un modèle qui pense beaucoup : après trois livres, l’estimation tombe près de ce que le quatrième coûte", async () => {
  harness.reset(() => ({ reasoningTokens: 4000 }));
  const write = async () => {
    const id = await orderBook({ chapters: 2, words_per_chapter: 300 });
    await waitForJob(id, "completed", 60);
    const { usage, estimate } = await getJobDetail(id);
    return {
      cost: usage?.cost ?? Number.NaN,
      likely: estimate?.cost?.likely ?? Number.NaN,
      high: estimate?.cost?.high,
    };
  };
  const first = await write();
  await write();
  await write();
  const fourth = await write();
  expect(first.cost).toBeGreaterThan(first.high ?? Number.NaN);
  expect(fourth.cost).toBeLessThan(fourth.high ?? Number.NaN);
  expect(Math.abs(fourth.likely - fourth.cost)).toBeLessThan(Math.abs(first.likely - first.cost) / 2);
});

test("un plafond sous le coût probable, ou sous le premier appel, est dit avant le départ et dans la réponse, jamais refusé", async () => {
  const { cost, first_call_cost: firstCall, warnings } = await estimateBook(request());
  if (!cost?.likely || !firstCall) throw new Error("sans estimation");
  expect(warnings).toEqual([]);
  expect(firstCall).toBeLessThan(cost.likely);
  const codesAt = async (max_cost: number) =>
    (await estimateBook(request({ max_cost }))).warnings?.map(({ code }) => code);
  expect(await codesAt(cost.high)).toEqual([]);
  expect(await codesAt(cost.likely)).toEqual([]);
  expect(await codesAt(cost.likely * 0.9)).toEqual(["cap-below-likely"]);
  expect(await codesAt(0.0001)).toEqual(["cap-below-first-call"]);

  const low = cost.likely / 2;
  const [warning] = (await estimateBook(request({ max_cost: low }))).warnings ?? [];
  const amount = (value: number) => value.toLocaleString("fr-FR", { maximumSignificantDigits: 2 });
  expect(warning?.message).toContain(amount(firstCall).slice(0, 5));
  harness.reset();
  const first = await createJob(request({ max_cost: low, jobId: "plafond" }));
  expect(first.warnings).toEqual([warning]);
  // The same order gives the same answer, whatever has been learnt since.
  for (let book = 0; book < 5; book++) await finish({ tokensPerWord: 0.3, secondsPerToken: 0.1 });
  expect(await createJob(request({ max_cost: low, jobId: "plafond" }))).toEqual(first);
  expect(await createJob(request({ jobId: "sans" }))).not.toHaveProperty("warnings");
});

test("un ordre qui demande à coup sûr une autre langue que la sienne est refusé avant tout appel, sinon il en est averti", async () => {
  const ask = (change: Partial<BookRequest>) => createJob(request({ chapters: 1, ...change }));
  const said = /en espagnol, mais la langue du livre est le français.* choisissez «.Español.» pour langue/u;
  await expect(ask({ instructions: "Écris tout le livre en espagnol." })).rejects.toMatchObject({
    code: "invalid",
    message: expect.stringMatching(said),
    issues: [{ path: "instructions", message: expect.any(String) }],
  });
  await expect(ask({ tone: "Write in French.", language: "en" })).rejects.toMatchObject({
    issues: [{ path: "tone" }],
  });
  await expect(ask({ instructions: "Langue : chinois" })).rejects.toThrow(/retirez cette demande/);
  const [warning, ...others] = (await ask({ title: "Le pain (en espagnol)" })).warnings ?? [];
  expect(others).toEqual([]);
  expect(warning).toEqual({ code: "instructions-language", message: expect.stringMatching(said) });
  expect((await ask({ goal: "Write the whole book in English." })).warnings).toHaveLength(1);
  expect(await ask({ instructions: "Write in English.", language: "en" })).not.toHaveProperty("warnings");
  expect(await ask({ instructions: "Écris en français, cite les proverbes en espagnol." })).not.toHaveProperty(
    "warnings",
  );
});

test("d’un modèle qu’il faut corriger souvent, les appels s’apprennent aussi", async () => {
  const before = await estimateBook(request());
  for (let book = 0; book < 4; book++) await finish({ tokensPerWord: 3, secondsPerToken: 0.02, callsPerChapter: 11 });
  const { calls } = await estimateBook(request());
  expect(before.calls.high).toBeLessThan(44);
  expect(calls.likely).toBeGreaterThan(38);
  expect(calls.likely).toBeLessThan(50);
  expect(calls.high).toBeGreaterThan(calls.likely ?? 0);
  expect(Number.isInteger(calls.high)).toBe(true);
});

test("sur un serveur d’ici, inconnu encore, le haut de l’estimation compte avec une machine lente et un appel à la fois", async () => {
  const { minutes } = await estimateBook(request({ chapters: 5 }));
  // Five chapters of 1,000 words, at two tokens a word and ten tokens a second.
  expect(minutes.high).toBeGreaterThan(17);
  process.env.OPENAI_COMPATIBLE_BASE_URL = "https://api.exemple.org/v1";
  reloadEnv();
  const { minutes: far } = await estimateBook(request({ chapters: 5 }));
  expect(far.high).toBeLessThan(minutes.high / 3);
  expect(far.low).toBe(minutes.low);
});
