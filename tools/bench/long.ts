// Measures the writing of a book of 30 chapters and 300,000 words in a process of its own, the model in another:
// memory, waits of the event loop, how long its data takes to be read meanwhile. Answers over IPC. LONG_BOOK_WORDS
// asks for that many words a chapter instead.
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { BookRequest } from "#lib/contract/book.ts";
import { openDatabase } from "#lib/database/open.ts";
import { createJob } from "#lib/generation/jobs/create.ts";
import { getJob, getJobDetail } from "#lib/generation/jobs/jobs.ts";
import { loadDetector } from "#lib/generation/language/detect.ts";
import { startGeneration } from "#lib/generation/worker/worker.ts";
import { startQueue, stopQueue } from "#lib/queue/boss.ts";
import { watchStretches } from "#testing/machine/event-loop.ts";
import { quantile } from "./measure.ts";
import { startModelProcess } from "./model-process.ts";

/** `grown` is in MiB; `waits` the longest of the event loop, in milliseconds of processor time, by what the job said it was doing. */
export type LongBook = {
  status: string;
  error: string | undefined;
  words: number;
  within: number | undefined;
  seconds: number;
  grown: number;
  waits: Record<string, number>;
  detailMs: { p50: number; worst: number };
};

const model = await startModelProcess();
Object.assign(process.env, {
  BOOK_MODEL: "openai-compatible:fake",
  OPENAI_COMPATIBLE_BASE_URL: model.baseUrl,
  RESEARCH: "off",
  DATABASE_URL: "",
  GENERATION_CONCURRENCY: "8",
});
const close = await openDatabase(path.resolve(import.meta.dirname, "../.."));
await loadDetector();
const stop = await startGeneration(await startQueue("resident"));
const mebibytes = () => process.memoryUsage().rss / 2 ** 20;

async function write(chapters: number, words_per_chapter: number): Promise<LongBook> {
  const request = { topic: "Un long livre", goal: "Mesurer", chapters, words_per_chapter };
  const { job_id } = await createJob(BookRequest.parse(request));
  const waits: Record<string, number> = {};
  const reads: number[] = [];
  const [began, before] = [performance.now(), mebibytes()];
  let [most, stage] = [before, ""];
  for (let looks = 0; ; looks++) {
    const watch = watchStretches();
    await sleep(200);
    const held = watch.stop();
    most = Math.max(most, mebibytes());
    const { status, message } = await getJob(job_id);
    const now = message.split("…")[0] ?? status;
    // What begins a stage is the database's work, in this same process; what is inside one is the text's.
    const during = now === stage ? now : "entre deux étapes";
    stage = now;
    waits[during] = Math.max(waits[during] ?? 0, held);
    if (looks % 10 === 9) {
      const asked = performance.now();
      JSON.stringify(await getJobDetail(job_id));
      reads.push(performance.now() - asked);
    }
    if (status === "completed" || status === "failed") {
      const detail = await getJobDetail(job_id);
      const words = detail.chapters.reduce((sum, chapter) => sum + (chapter.word_count ?? 0), 0);
      const { error, quality } = detail;
      const seconds = (performance.now() - began) / 1000;
      const detailMs = { p50: quantile(reads, 0.5), worst: Math.max(...reads) };
      return { status, error, words, seconds, grown: most - before, waits, detailMs, within: quality?.length.within };
    }
  }
}

await write(3, 1000);
const result = await write(30, Number(process.env.LONG_BOOK_WORDS ?? 10_000));
await stop();
await stopQueue();
await close();
model.stop();
process.send?.(result);
process.disconnect?.();
if (!process.send) process.stderr.write(`${JSON.stringify(result, null, 2)}\n`);
