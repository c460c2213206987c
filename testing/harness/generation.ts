import type { Clock } from "pg-boss";
import { BookRequest, type JobStatus, type JobView } from "#lib/contract/book.ts";
import { reloadEnv } from "#lib/env.ts";
import { createJob } from "#lib/generation/jobs/create.ts";
import { getJob } from "#lib/generation/jobs/jobs.ts";
import { startGeneration } from "#lib/generation/worker/worker.ts";
import { boss, startQueue } from "#lib/queue/boss.ts";
import { openTestDatabase } from "../database/open.ts";
import { type ModelServer, type Script, startModelServer } from "../model/server.ts";

export type Press = {
  models: ModelServer;
  /** Forgets the journal and takes a new script. */
  reset: (script?: Script) => void;
  /** Stops the workers. */
  stop: () => Promise<void>;
  close: () => Promise<void>;
};

/** A database, the workers that write and a fake model server, for one test file. Research is off. */
export async function openPress(variables: Record<string, string> = {}, clock?: Clock): Promise<Press> {
  const models = await startModelServer();
  Object.assign(process.env, {
    BOOK_MODEL: "openai-compatible:fake",
    OPENAI_COMPATIBLE_BASE_URL: models.baseUrl,
    RESEARCH: "off",
    ...variables,
  });
  reloadEnv();
  const closeDatabase = await openTestDatabase(clock);
  const press: Press = {
    models,
    stop: await startGeneration(await startQueue()),
    reset(script) {
      models.journal.length = 0;
      models.setScript(script);
    },
    async close() {
      await press.stop();
      await closeDatabase();
      await models.close();
    },
  };
  return press;
}

/**
 * Starts the workers again with their look for cancels from elsewhere in the test's hands.
 * @returns the look, which happens when it is called and not otherwise, and how often it would
 */
export async function lookByHand(press: Press): Promise<{ look: () => void; everyMs: number }> {
  await press.stop();
  const looks: { look: () => void; everyMs: number }[] = [];
  const { setInterval } = globalThis;
  globalThis.setInterval = ((look: () => void, everyMs: number) => {
    looks.push({ look, everyMs });
    return setTimeout(() => {});
  }) as typeof setInterval;
  press.stop = await startGeneration(await boss());
  globalThis.setInterval = setInterval;
  const [only] = looks;
  if (!only || looks.length > 1) throw new Error(`${looks.length} guets au lieu d’un`);
  return only;
}

/** Asks for a short book. @returns its id */
export async function order(fields: Partial<BookRequest> = {}): Promise<string> {
  const request = {
    topic: "Le pain",
    goal: "Apprendre à faire son pain",
    chapters: 3,
    words_per_chapter: 200,
    ...fields,
  };
  return (await createJob(BookRequest.parse(request))).job_id;
}

/** Waits for a job to be as wanted. @throws when it is not within `seconds` */
export async function waitFor(
  jobId: string,
  wanted: JobStatus | ((job: JobView) => boolean),
  seconds = 30,
): Promise<JobView> {
  const deadline = Date.now() + seconds * 1000;
  for (;;) {
    const job = await getJob(jobId);
    if (typeof wanted === "string" ? job.status === wanted : wanted(job)) return job;
    if (Date.now() > deadline) throw new Error(`toujours ${job.status} : ${job.message} ${job.error ?? ""}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
