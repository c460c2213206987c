import { setTimeout as sleep } from "node:timers/promises";
import type { Clock } from "pg-boss";
import { now } from "#lib/clock.ts";
import { BookRequest } from "#lib/contract/book.ts";
import type { JobStatus, JobView } from "#lib/contract/job.ts";
import { db } from "#lib/database/client.ts";
import { StageName } from "#lib/database/generated/client.ts";
import { reloadEnv } from "#lib/env.ts";
import { createJob } from "#lib/generation/jobs/create.ts";
import { getJob } from "#lib/generation/jobs/jobs.ts";
import { startGeneration } from "#lib/generation/worker/worker.ts";
import { boss, startQueue } from "#lib/queue/boss.ts";
import { wakeWhenDue } from "#lib/queue/due.ts";
import { openTestDatabase } from "../database/open.ts";
import { pollUntil } from "../machine/poll.ts";
import type { Script } from "../model/script.ts";
import { type ModelServer, startModelServer } from "../model/server.ts";
import { startClock } from "./clock.ts";

export type GenerationHarness = {
  models: ModelServer;
  reset: (script?: Script) => void;
  stop: () => Promise<void>;
  close: () => Promise<void>;
};

/**
 * Moves a clock to when the next stage is due, again and again, while no stage is due or being worked.
 * @returns a function that ends it
 */
function skipWaits(time: ReturnType<typeof startClock>): () => Promise<void> {
  const stages = Object.values(StageName);
  let stopped = false;
  const running = (async () => {
    while (!stopped) {
      const [found] = await db().$queryRaw<{ next: Date | null; busy: boolean | null }[]>`
        SELECT min(start_after) AS next, bool_or(state = 'active' OR start_after <= ${now()}::timestamptz) AS busy FROM pgboss.job
        WHERE name = ANY(${stages}) AND state IN ('created', 'retry', 'active')`;
      if (found?.next && !found.busy) await time.moveTo(found.next);
      await sleep(50);
    }
  })();
  return async () => {
    stopped = true;
    await running;
  };
}

type Time = {
  clock?: Clock;
  /** Runs the harness on a clock of its own, which jumps over every wait in which nothing is worked. */
  skipsWaits?: boolean;
  /** Makes that clock so many times faster, where no bound of a test is told by it. */
  speed?: number;
};

/** Opens a database, the workers that write books and a fake model, for one test file. Research is off. */
export async function openGenerationHarness(
  variables: Record<string, string> = {},
  { clock, skipsWaits = false, speed = 1 }: Time = {},
): Promise<GenerationHarness> {
  const models = await startModelServer();
  Object.assign(process.env, {
    BOOK_MODEL: "openai-compatible:fake",
    OPENAI_COMPATIBLE_BASE_URL: models.baseUrl,
    RESEARCH: "off",
    ...variables,
  });
  reloadEnv();
  const time = skipsWaits ? startClock(speed) : undefined;
  const closeDatabase = await openTestDatabase(clock ?? time?.clock);
  const stopSkipping = time && skipWaits(time);
  const harness: GenerationHarness = {
    models,
    stop: await startGeneration(await startQueue()),
    reset(script) {
      models.journal.length = 0;
      models.setScript(script);
    },
    async close() {
      await stopSkipping?.();
      await harness.stop();
      await closeDatabase();
      await time?.stop();
      await models.close();
    },
  };
  return harness;
}

/**
 * Restarts the workers without the timer by which they see cancels of other processes.
 * @returns the function of that timer, for the test to call, and its interval
 */
export async function takeOverCancelPolling(
  harness: GenerationHarness,
): Promise<{ look: () => void; everyMs: number }> {
  // The timer of the queues that are due stays the process's own.
  const release = wakeWhenDue(await boss(), "research", () => {});
  await harness.stop();
  const timers: { look: () => void; everyMs: number }[] = [];
  const { setInterval } = globalThis;
  globalThis.setInterval = ((look: () => void, everyMs: number) => {
    timers.push({ look, everyMs });
    return setTimeout(() => {});
  }) as typeof setInterval;
  harness.stop = await startGeneration(await boss());
  globalThis.setInterval = setInterval;
  release();
  const [timer] = timers;
  if (!timer || timers.length > 1) throw new Error(`${timers.length} guets au lieu d’un`);
  return timer;
}

export async function orderBook(fields: Partial<BookRequest> = {}): Promise<string> {
  const request = {
    topic: "Le pain",
    goal: "Apprendre à faire son pain",
    chapters: 3,
    words_per_chapter: 200,
    ...fields,
  };
  return (await createJob(BookRequest.parse(request))).job_id;
}

/** Waits until a job has a status or satisfies a condition, and returns it. @throws after `timeoutSeconds` */
export async function waitForJob(
  jobId: string,
  wanted: JobStatus | ((job: JobView) => boolean),
  timeoutSeconds = 30,
): Promise<JobView> {
  const select = { status: true } as const;
  let view = await getJob(jobId);
  const hasChanged = async () =>
    (await db().job.findUniqueOrThrow({ where: { id: jobId }, select })).status !== view.status;
  // A view costs five times what the row does.
  const read = async () => {
    if (typeof wanted !== "string" || (await hasChanged())) view = await getJob(jobId);
    return view;
  };
  const isReached = typeof wanted === "string" ? ({ status }: JobView) => status === wanted : wanted;
  return pollUntil(read, isReached, {
    timeoutMs: timeoutSeconds * 1000,
    toMessage: ({ status, message, error = "" }) => `toujours ${status} : ${message} ${error}`,
  });
}
