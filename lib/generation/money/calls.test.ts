import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type GenerationHarness, openGenerationHarness, orderBook, waitForJob } from "#testing/harness/generation.ts";
import type { Behaviour } from "#testing/model/script.ts";
import { db } from "../../database/client.ts";
import { boss } from "../../queue/boss.ts";
import { prune } from "../../retention.ts";
import { cancelJob } from "../jobs/cancel.ts";
import { retryJob } from "../jobs/retry.ts";
import { beginStage } from "../stage-state/stage-rows.ts";
import type { BegunStage } from "../stage-state/stage-run.ts";
import { startGeneration } from "../worker/worker.ts";
import { recordCall } from "./calls.ts";
import { closeLost } from "./lost-calls.ts";
import { answerPruners } from "./prune.ts";

const model = "openai-compatible:fake";
let harness: GenerationHarness;
beforeAll(async () => {
  const MODEL_PRICES = JSON.stringify({ [model]: { input: 2, output: 10 } });
  harness = await openGenerationHarness({ GENERATION_CONCURRENCY: "4", MODEL_PRICES }, { skipsWaits: true });
});
afterAll(() => harness.close());
// Each test starts without the limit that another has met.
beforeEach(() => db().rateLimiter.deleteMany());

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const partOf = (prompt: string) => Number(/^Partie à écrire : (\d)/m.exec(prompt)?.[1] ?? 0);
/** A chapter is asked for in three parts. */
const long = () => orderBook({ chapters: 2, words_per_chapter: 3000 });
const calls = (jobId: string) => db().modelCall.findMany({ where: { jobId }, orderBy: { id: "asc" } });
const third = () => harness.models.journal.filter(({ prompt }) => partOf(prompt) === 3);

/** The third part of each chapter meets a fault, the first time. */
const faultyThird = (fault: Behaviour) =>
  harness.reset(({ prompt, position }) =>
    partOf(prompt) === 3 && third().filter((call) => call.position === position).length === 1 ? fault : {},
  );

async function stuckInThird() {
  faultyThird({ stallAfterChars: 100 });
  const id = await long();
  while (third().length < 2) await pause(10);
  return id;
}

test("une étape recommencée ne laisse plus faire d’appel à ce qui reste de sa vie d’avant", async () => {
  const id = await stuckInThird();
  const stage = { name: "chapter", data: { jobId: id, run: 1, position: 1 } } as const;
  const begin = async () => ({ ...stage, begunAt: (await beginStage(stage))?.begunAt ?? new Date(0) });
  const [before, now] = [await begin(), await begin()];
  const context = { role: "chapter", request: { topic: "La mer", goal: "La dire", words: 300 } } as const;
  let left = 0;
  const ask = (life: BegunStage) =>
    recordCall(life, { model, question: { context, system: "", prompt: "?" } }, async ({ onLeave }) => {
      await onLeave();
      left += 1;
      return { text: "Oui.", ended: "whole" };
    });
  await expect(ask(before)).rejects.toMatchObject({ name: "Interrupted", reason: "stale" });
  expect(left).toBe(0);
  expect(await ask(now)).toMatchObject({ text: "Oui." });
  await cancelJob(id);
});

/** The questions asked more than once, as the parts of chapters. */
function askedAgain() {
  const prompts = harness.models.journal.map(({ prompt }) => prompt);
  return prompts.filter((prompt, index) => prompts.indexOf(prompt) !== index).map(partOf);
}

test.each([
  [
    "annulé puis repris",
    "abandoned",
    async (id: string) => {
      await cancelJob(id);
      await retryJob(id);
    },
  ],
  [
    "arrêté puis redémarré",
    "interrupted",
    async () => {
      await harness.stop();
      harness.stop = await startGeneration(await boss());
    },
  ],
  [
    "pris par un autre ouvrier, le premier s’étant tu",
    "interrupted",
    async (id: string) => {
      await db()
        .$executeRaw`UPDATE pgboss.job SET state = 'retry' WHERE name = 'chapter' AND data->>'jobId' = ${id} AND state = 'active'`;
    },
  ],
])("un livre %s au milieu d’un chapitre ne redemande que l’appel coupé", async (_name, outcome, interrupt) => {
  const id = await stuckInThird();
  await interrupt(id);
  await waitForJob(id, "completed", 55);
  expect(askedAgain()).toEqual([3, 3]);
  const outcomes = (await calls(id)).filter(({ outcome }) => outcome !== "answered");
  expect(outcomes.map((call) => [call.outcome, call.cost])).toEqual([
    [outcome, null],
    [outcome, null],
  ]);
});

test("la réponse d’un appel qu’un autre ouvrier a tenu pour perdu ne compte plus quand elle arrive", async () => {
  faultyThird({ delayMs: 1000 });
  const id = await long();
  while (third().length < 2) await pause(10);
  await closeLost({ jobId: id });
  const lost = (await calls(id)).filter(({ outcome }) => outcome === "interrupted").map((call) => call.id);
  expect(lost).toHaveLength(2);
  await pause(2500);
  const rows = await db().modelCall.findMany({ where: { id: { in: lost } } });
  expect(rows.map(({ outcome, answer }) => [outcome, answer])).toEqual([
    ["interrupted", null],
    ["interrupted", null],
  ]);
  await cancelJob(id);
});

test.each([
  ["une limite de débit", { status: 429, headers: { "retry-after": "1" } }, ["rate", 0]],
  ["un flux coupé", { cutAfterChars: 300 }, ["unreadable", null]],
  ["une réponse vide", { text: "" }, ["empty", expect.any(Number)]],
] satisfies [string, Behaviour, unknown[]][])("après %s, seul cet appel est refait", async (_name, fault, row) => {
  faultyThird(fault);
  const id = await long();
  await waitForJob(id, "completed", 55);
  expect(askedAgain()).toEqual([3, 3]);
  const failed = (await calls(id)).filter(({ outcome }) => outcome !== "answered");
  expect(failed.map(({ outcome, cost }) => [outcome, cost])).toEqual([row, row]);
});

test("des réponses qui ne font pas un chapitre sont oubliées : d’autres sont demandées", async () => {
  harness.reset(({ role }) => (role === "outline" ? {} : { text: "Trop court." }));
  const id = await orderBook({ chapters: 1, words_per_chapter: 1000, strict: true });
  await waitForJob(id, "failed", 55);
  const first = harness.models.journal.length;
  expect(askedAgain()).not.toEqual([]);
  harness.reset();
  await retryJob(id);
  await waitForJob(id, "completed", 55);
  expect(harness.models.journal.length).toBeGreaterThan(0);
  expect((await calls(id)).length).toBe(first + harness.models.journal.length);
});

test("le registre dit ce que chaque appel a utilisé et coûté, et ne garde pas les réponses d’un livre fini", async () => {
  harness.reset();
  const id = await orderBook();
  await waitForJob(id, "completed", 55);
  const rows = await calls(id);
  expect(rows).toHaveLength(harness.models.journal.length);
  const used = harness.models.journal.map(({ usage }) => [usage?.prompt_tokens, usage?.completion_tokens]);
  expect(rows.map((row) => [row.inputTokens, row.outputTokens]).sort()).toEqual(used.sort());
  for (const { inputTokens, outputTokens, cost, answer, finishedAt, startedAt } of rows) {
    expect(cost).toBeCloseTo(((inputTokens ?? 0) * 2 + (outputTokens ?? 0) * 10) / 1e6, 12);
    expect(answer).toBeNull();
    expect(finishedAt?.getTime()).toBeGreaterThanOrEqual(startedAt.getTime());
  }
});

test("un serveur qui ne compte pas laisse le coût inconnu, jamais nul", async () => {
  harness.reset(() => ({ omitUsage: true }));
  const id = await orderBook({ chapters: 1 });
  await waitForJob(id, "completed", 55);
  const rows = await calls(id);
  expect(rows.map(({ inputTokens, cost, outcome }) => [inputTokens, cost, outcome])).toEqual(
    rows.map(() => [null, null, "answered"]),
  );
});

test("les réponses d’un livre interrompu s’en vont avec le temps, ce qu’elles ont coûté reste, et le livre se reprend", async () => {
  const cut = await stuckInThird();
  await cancelJob(cut);
  const going = await stuckInThird();
  const age = (jobId: string, days: number) =>
    db().modelCall.updateMany({ where: { jobId }, data: { startedAt: new Date(Date.now() - days * 86_400_000) } });
  const kept = async (jobId: string) => (await calls(jobId)).filter(({ answer }) => answer !== null).length;
  const again = () => db().retention.deleteMany();
  await age(cut, 89);
  await age(going, 91);
  const before = [await kept(cut), await kept(going)];
  await prune(answerPruners);
  expect([await kept(cut), await kept(going)]).toEqual(before);

  await age(cut, 91);
  await again();
  const cost = (await calls(cut)).map((call) => call.cost);
  await prune(answerPruners);
  expect([await kept(cut), await kept(going)]).toEqual([0, before[1]]);
  expect((await calls(cut)).map((call) => call.cost)).toEqual(cost);
  expect(before[0]).toBeGreaterThan(0);
  harness.reset();
  await retryJob(cut);
  await waitForJob(cut, "completed", 55);
  await cancelJob(going);
});
