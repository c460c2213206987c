import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { type GenerationHarness, openGenerationHarness, orderBook, waitForJob } from "#testing/harness/generation.ts";
import { followJob } from "#testing/harness/live-events.ts";
import { db } from "../../database/client.ts";
import { startQueue } from "../../queue/boss.ts";
import { addPiece, startDraft } from "../drafts/pieces.ts";
import { cancelJob } from "../jobs/cancel.ts";
import { startGeneration } from "../worker/worker.ts";
import { liveLoad } from "./hub.ts";
import { liveEvents } from "./stream.ts";

let harness: GenerationHarness;
beforeAll(async () => {
  harness = await openGenerationHarness({ GENERATION_CONCURRENCY: "3" });
});
afterAll(() => harness.close());
afterEach(async () => {
  await expect.poll(liveLoad).toEqual({ followers: 0, listening: false });
});

/** Chapters come at some 800 characters a second, the rest at once. */
const drip = { chars: 16, everyMs: 20 };

/** @param holdAt where chapters wait until what this returns is called */
function slowly(holdAt = Number.POSITIVE_INFINITY): () => void {
  const held = Promise.withResolvers<void>();
  const pauses = [{ at: holdAt, until: held.promise }];
  harness.reset(({ role }) => (role === "chapter" ? { drip, pauses } : undefined));
  return held.resolve;
}

const one = { chapters: 1, words_per_chapter: 300 };
const plain = (text: string) => text.replaceAll("’", "'").replaceAll(/\s+/g, " ");

async function written(jobId: string, position = 1): Promise<string> {
  return (await db().jobChapter.findFirstOrThrow({ where: { jobId, position } })).content ?? "";
}

test("le texte paraît pendant qu’il s’écrit, sans trou, puis cède la place au chapitre", async () => {
  const release = slowly(600);
  const jobId = await orderBook();
  const reader = await followJob(jobId);
  await expect.poll(() => reader.text(2).length).toBeGreaterThan(200);
  const early = reader.text(2);
  expect((await waitForJob(jobId, () => true)).chapters_completed).toBeLessThan(3);
  release();
  await waitForJob(jobId, "completed");
  await reader.ended;
  const finished = reader.events.flatMap((event) => (event.name === "chapter" ? [event.data.position] : []));
  expect(finished.toSorted()).toEqual([1, 2, 3]);
  expect(reader.events.at(-1)?.name).toBe("end");
  expect(plain(await written(jobId, 2))).toContain(plain(early).slice(0, 150));
  expect(await db().chapterDraft.count()).toBe(0);
});

test("qui arrive au milieu a tout, qui revient ne reçoit que la suite, et qui avait la fin est renvoyé", async () => {
  const release = slowly(900);
  const jobId = await orderBook(one);
  const first = await followJob(jobId);
  await expect.poll(() => first.text(1).length).toBeGreaterThan(300);
  await first.leave();
  const late = await followJob(jobId);
  await expect.poll(() => late.text(1).length).toBeGreaterThanOrEqual(first.text(1).length);
  expect(late.text(1).startsWith(first.text(1))).toBe(true);

  const back = await followJob(jobId, first.lastId(), first.texts);
  release();
  await expect.poll(() => back.text(1).length).toBeGreaterThan(late.text(1).length);
  const [next] = back.events.flatMap((event) => (event.name === "text" ? [event.data] : []));
  expect(next?.start).toBeGreaterThan(300);
  await Promise.all([late.ended, back.ended]);
  const options = { lastEventId: back.lastId(), signal: new AbortController().signal };
  expect(await liveEvents(jobId, options)).toBeUndefined();
});

test("un essai manqué se retire de la page, le suivant le remplace sans rien doubler", async () => {
  const seen = Promise.withResolvers<void>();
  const first = { cutAfterChars: 400, pauses: [{ at: 384, until: seen.promise }] };
  harness.reset(({ role }, nth) => (role === "chapter" ? { drip, ...(nth === 1 && first) } : undefined));
  const jobId = await orderBook(one);
  const reader = await followJob(jobId);
  await expect.poll(() => reader.text(1).length).toBeGreaterThan(100);
  seen.resolve();
  await reader.ended;
  const texts = reader.events.flatMap((event) => (event.name === "text" ? [event.data] : []));
  expect(new Set(texts.filter(({ text }) => text !== "").map(({ draft }) => draft)).size).toBe(2);
  expect(texts.some(({ start, text }) => start === 0 && text === "")).toBe(true);
  expect(reader.text(1).match(/# Étape/g)).toHaveLength(1);
  expect((await waitForJob(jobId, "completed")).status).toBe("completed");
});

test("l’écriture interrompue puis reprise recommence son brouillon ; le lecteur suit", async () => {
  const release = slowly(600);
  const jobId = await orderBook(one);
  const reader = await followJob(jobId);
  await expect.poll(() => reader.text(1).length).toBeGreaterThan(200);
  await harness.stop();
  release();
  const before = reader.texts.get(1)?.draft;
  harness.stop = await startGeneration(await startQueue());
  await reader.ended;
  expect(reader.texts.get(1)?.draft).toBeGreaterThan(before ?? 0);
  expect(reader.text(1).match(/# Étape/g)).toHaveLength(1);
  expect(plain(await written(jobId))).toContain(plain(reader.text(1)).slice(0, 150));
});

test("l’annulation finit le direct et ne laisse rien de ce qui s’écrivait", async () => {
  slowly(600);
  const jobId = await orderBook(one);
  const reader = await followJob(jobId);
  await expect.poll(() => reader.text(1).length).toBeGreaterThan(100);
  await cancelJob(jobId);
  await reader.ended;
  expect(reader.events.filter(({ name }) => name === "job").at(-1)?.data).toEqual({ status: "cancelled" });
  await sleep(500);
  expect(await db().chapterDraft.count({ where: { jobId } })).toBe(0);
});

test("ce qu’écrit encore un essai dépassé n’entre pas dans le brouillon", async () => {
  harness.reset(({ role }) => (role === "chapter" ? { after: new Promise(() => {}) } : undefined));
  const jobId = await orderBook(one);
  // The worker has a draft of its own first.
  await expect.poll(async () => (await db().jobChapter.findFirst({ where: { jobId } }))?.draft).toBe(1);
  const chapter = { jobId, position: 1 };
  const old = (await startDraft(chapter)) ?? 0;
  expect(await addPiece({ ...chapter, draft: old, start: 0, text: "premier" })).toBe(true);
  const current = (await startDraft(chapter)) ?? 0;
  expect(await addPiece({ ...chapter, draft: old, start: 7, text: "fantôme" })).toBe(false);
  expect(await addPiece({ ...chapter, draft: current, start: 0, text: "second" })).toBe(true);
  expect(await db().chapterDraft.findMany({ where: { jobId }, select: { text: true } })).toEqual([{ text: "second" }]);
  await cancelJob(jobId);
  expect(await startDraft(chapter)).toBeGreaterThan(current);
});

test("cent lecteurs viennent et partent ; une seule écoute pour tous, et il n’en reste rien", async () => {
  slowly(2000);
  const jobId = await orderBook({ ...one, words_per_chapter: 1000 });
  const readers = await Promise.all(Array.from({ length: 100 }, () => followJob(jobId)));
  expect(liveLoad()).toEqual({ followers: 1, listening: true });
  await expect.poll(() => readers.every((reader) => reader.text(1).length > 100)).toBe(true);
  await Promise.all(readers.map((reader) => reader.leave()));
  expect(liveLoad()).toEqual({ followers: 0, listening: false });
  await cancelJob(jobId);
});

test("un lecteur qui ne lit pas ne retient rien : il reprend à ce qui est alors écrit", async () => {
  slowly();
  const jobId = await orderBook({ ...one, words_per_chapter: 600 });
  const events = await liveEvents(jobId, { lastEventId: null, signal: new AbortController().signal });
  const beside = await followJob(jobId);
  await waitForJob(jobId, "completed");
  // The other was offered everything that it received.
  await beside.ended;
  let bytes = 0;
  for await (const chunk of events ?? []) bytes += chunk.byteLength;
  expect(bytes).toBeLessThan(1000);
});

test("un travail inconnu n’a pas de direct", async () => {
  const options = { lastEventId: null, signal: new AbortController().signal };
  await expect(liveEvents("0198b3a4-0000-7000-8000-000000000000", options)).rejects.toMatchObject({
    code: "not_found",
  });
});
