// Measures the writing of a book of 30 chapters and 300,000 words: memory, blocking of the event loop, and how long its
// data takes to be read meanwhile. Runs in a process of its own, the model in another.
// LONG_BOOK_WORDS asks for that many words a chapter instead.
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { BookRequest } from "#lib/contract/book.ts";
import { openDatabase } from "#lib/database/open.ts";
import { createJob } from "#lib/generation/jobs/create.ts";
import { getJob, getJobDetail } from "#lib/generation/jobs/jobs.ts";
import { startGeneration } from "#lib/generation/worker/worker.ts";
import { startQueue, stopQueue } from "#lib/queue/boss.ts";
import { watchEventLoopBlocking } from "#testing/machine/event-loop.ts";
import { startModelProcess } from "./model-process.ts";
import { quantile } from "./quantile.ts";

export type LongBook = {
  status: string;
  error: string | undefined;
  words: number;
  /** Chapters within 10 % of the length asked. */
  within: number | undefined;
  seconds: number;
  grownMiB: number;
  /** Longest blocking of the event loop, in processor time, by the message that the job showed meanwhile. */
  blockedMs: Record<string, number>;
  /** The messages that were met, were it once. */
  messages: string[];
  detailMs: { p50: number; worst: number };
};

const sampleMs = 40;
const samplesPerRead = 10;

const model = await startModelProcess();
Object.assign(process.env, {
  BOOK_MODEL: "openai-compatible:fake",
  OPENAI_COMPATIBLE_BASE_URL: model.baseUrl,
  RESEARCH: "off",
  DATABASE_URL: "",
  GENERATION_CONCURRENCY: "8",
});
const closeDatabase = await openDatabase(path.resolve(import.meta.dirname, "../.."));
const stopGeneration = await startGeneration(await startQueue("resident"));
const residentMiB = () => process.memoryUsage().rss / 2 ** 20;

async function measureReadMs(jobId: string): Promise<number> {
  const beganAt = performance.now();
  JSON.stringify(await getJobDetail(jobId));
  return performance.now() - beganAt;
}

async function writeBook(chapters: number, words_per_chapter: number): Promise<LongBook> {
  const request = { topic: "Un long livre", goal: "Mesurer", chapters, words_per_chapter };
  const { job_id } = await createJob(BookRequest.parse(request));
  const blockedMs: Record<string, number> = {};
  const messages = new Set<string>();
  const readsMs: number[] = [];
  const beganAt = performance.now();
  const beforeMiB = residentMiB();
  let peakMiB = beforeMiB;
  let previous = "";
  let status = "";
  for (let samples = 1; status !== "completed" && status !== "failed"; samples++) {
    const watch = watchEventLoopBlocking();
    await sleep(sampleMs);
    const longestMs = watch.stop();
    peakMiB = Math.max(peakMiB, residentMiB());
    const job = await getJob(job_id);
    status = job.status;
    const current = job.message.split("…")[0] ?? status;
    // The start of a stage is work of the embedded database, in this process; inside a stage it is work on the text.
    const during = current === previous ? current : "entre deux étapes";
    previous = current;
    messages.add(current);
    blockedMs[during] = Math.max(blockedMs[during] ?? 0, longestMs);
    if (samples % samplesPerRead === 0) readsMs.push(await measureReadMs(job_id));
  }
  const detail = await getJobDetail(job_id);
  return {
    status,
    error: detail.error,
    words: detail.chapters.reduce((sum, chapter) => sum + (chapter.word_count ?? 0), 0),
    within: detail.quality?.length.within,
    seconds: (performance.now() - beganAt) / 1000,
    grownMiB: peakMiB - beforeMiB,
    blockedMs,
    messages: [...messages],
    detailMs: { p50: quantile(readsMs, 0.5), worst: Math.max(...readsMs) },
  };
}

await writeBook(3, 1000);
const result = await writeBook(30, Number(process.env.LONG_BOOK_WORDS ?? 10_000));
await stopGeneration();
await stopQueue();
await closeDatabase();
model.stop();
process.send?.(result);
process.disconnect?.();
