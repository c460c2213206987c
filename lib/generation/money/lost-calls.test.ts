import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { type GenerationHarness, openGenerationHarness, orderBook, waitForJob } from "#testing/harness/generation.ts";
import { now } from "../../clock.ts";
import { db } from "../../database/client.ts";
import { reloadEnv } from "../../env.ts";
import { boss } from "../../queue/boss.ts";
import { getJob } from "../jobs/jobs.ts";
import { retryJob } from "../jobs/retry.ts";
import { startGeneration } from "../worker/worker.ts";

const lifeSeconds = 10;
const model = "openai-compatible:fake";
let harness: GenerationHarness;
beforeAll(async () => {
  harness = await openGenerationHarness(
    { GENERATION_CONCURRENCY: "4", BOOK_MODEL_CHAPTER: `${model},openai-compatible:autre` },
    { skipsWaits: true },
  );
});
afterEach(() => setFunctions(false));
afterAll(() => harness.close());

function setFunctions(on: boolean) {
  for (const [name, value] of Object.entries({ VERCEL: "1", FUNCTION_SECONDS: String(lifeSeconds) }))
    if (on) process.env[name] = value;
    else delete process.env[name];
  // Previews open their pages, which needs no more variables.
  if (on) process.env.VERCEL_ENV = "development";
  else delete process.env.VERCEL_ENV;
  reloadEnv();
}

const asked = (position: number) => harness.models.journal.filter((call) => call.position === position);
const callsOf = (jobId: string) =>
  db().modelCall.findMany({ where: { jobId, stage: "chapter", position: 2 }, orderBy: { id: "asc" } });

/** Orders a book whose second chapter is never answered, and waits until it is asked for and the first is written. */
async function stuckInSecond() {
  harness.reset(({ position }) => (position === 2 ? { stallAfterChars: 100 } : {}));
  const id = await orderBook({ chapters: 2 });
  await askedTimes(1);
  const written = { jobId: id, position: 1, content: { not: null } };
  await expect.poll(() => db().jobChapter.count({ where: written })).toBe(1);
  return id;
}

async function askedTimes(count: number) {
  while (asked(2).length < count) await sleep(10);
}

const openCalls = (jobId: string, position: number) =>
  db().modelCall.findMany({ where: { jobId, position, finishedAt: null } });

/** Ends the workers as a function that is killed does: nothing is written any more. @returns the call that is lost */
async function die(jobId: string, position = 2) {
  const [open] = await openCalls(jobId, position);
  if (!open) throw new Error("Aucun appel n’est en cours.");
  await harness.stop();
  await db().modelCall.upsert({ where: { id: open.id }, create: open, update: { outcome: null, finishedAt: null } });
  return open.id;
}

/** Holds back the next call of the model, as other books do whose calls come first. */
async function holdBack(): Promise<number> {
  const nextSlotAt = now().getTime() + 2000;
  const state = { nextSlotAt };
  await db().rateLimiter.upsert({ where: { model }, create: { model, state }, update: { state } });
  return nextSlotAt;
}

async function liveAgain() {
  harness.stop = await startGeneration(await boss());
}

/** Puts on record that a call ran so long. */
const ranFor = (id: string, ms: number) =>
  db().$executeRaw`UPDATE "ModelCall" SET "startedAt" = "startedAt" - make_interval(secs => ${ms / 1000}::float8),
    "aliveAt" = "startedAt" WHERE id = ${id}::uuid`;

test("une réponse perdue deux fois avec la fonction n’est pas payée encore, ni son modèle accusé ; la reprise la redemande", async () => {
  setFunctions(true);
  const id = await stuckInSecond();
  for (const times of [2, 3]) {
    await die(id);
    await liveAgain();
    if (times === 2) await askedTimes(2);
  }
  await waitForJob(id, "failed", 30);
  expect(asked(2)).toHaveLength(2);
  expect((await getJob(id)).error).toMatch(/^Chapitre 2.*s’est arrêtée 2 fois.*vous pouvez la reprendre\.$/);
  expect((await callsOf(id)).map((call) => [call.model, call.outcome])).toEqual([
    [model, "interrupted"],
    [model, "interrupted"],
  ]);
  harness.models.setScript(undefined);
  await retryJob(id);
  await waitForJob(id, "completed", 30);
  expect([asked(1).length, asked(2).length]).toEqual([1, 3]);
});

test("une réponse que la fin de la fonction coupe deux fois est celle d’un modèle trop lent : le suivant est demandé", async () => {
  setFunctions(true);
  const id = await stuckInSecond();
  for (const times of [2, 3]) {
    await ranFor(await die(id), 0.35 * lifeSeconds * 1000);
    if (times === 3) harness.models.setScript(undefined);
    await liveAgain();
    await askedTimes(times);
  }
  await waitForJob(id, "completed", 30);
  expect((await callsOf(id)).map((call) => [call.model, call.outcome])).toEqual([
    [model, "interrupted"],
    [model, "interrupted"],
    ["openai-compatible:autre", "answered"],
  ]);
});

test("un appel qui attendait encore son tour quand la fonction est morte n’est ni perdu, ni payé, ni long", async () => {
  setFunctions(true);
  harness.reset();
  let heldUntil = await holdBack();
  const id = await orderBook({ chapters: 1 });
  for (let death = 1, dead = ""; death <= 3; death++) {
    await expect
      .poll(() => openCalls(id, 0))
      .toMatchObject([{ id: expect.not.stringMatching(`^${dead}$`), aliveAt: null }]);
    dead = await die(id, 0);
    heldUntil = await holdBack();
    await liveAgain();
  }
  await waitForJob(id, "completed", 30);
  const calls = await db().modelCall.findMany({ where: { jobId: id } });
  expect(calls.map(({ outcome }) => outcome)).toEqual(harness.models.journal.map(() => "answered"));
  expect(Math.min(...calls.map(({ startedAt }) => startedAt.getTime()))).toBeGreaterThanOrEqual(heldUntil);
});

test("un appel en cours dit qu’il l’est, et une mort ne le fait pas durer plus qu’il n’a duré", async () => {
  setFunctions(true);
  const id = await stuckInSecond();
  const reported = async () => {
    const [call] = await callsOf(id);
    return Number(call?.aliveAt) > Number(call?.startedAt);
  };
  await expect.poll(reported).toBe(true);
  const call = await die(id);
  await ranFor(call, 700);
  await sleep(200);
  harness.models.setScript(undefined);
  await liveAgain();
  await waitForJob(id, "completed", 30);
  const [lost] = await callsOf(id);
  expect(Number(lost?.finishedAt) - Number(lost?.startedAt)).toBe(700);
});

test("là où rien ne finit, une réponse perdue est redemandée aussi souvent qu’il le faut", async () => {
  const id = await stuckInSecond();
  for (const times of [2, 3, 4]) {
    await die(id);
    if (times === 4) harness.models.setScript(undefined);
    await liveAgain();
    await askedTimes(times);
  }
  await waitForJob(id, "completed", 30);
  const outcomes = (await callsOf(id)).map(({ outcome }) => outcome);
  expect(outcomes).toEqual(["interrupted", "interrupted", "interrupted", "answered"]);
});
