import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { BookRequest, type JobDetail } from "#lib/contract/book.ts";
import { openDatabase } from "#lib/database/open.ts";
import { AppError } from "#lib/errors.ts";
import { createJob } from "#lib/generation/jobs/create.ts";
import { getJob, getJobDetail } from "#lib/generation/jobs/jobs.ts";
import { loadDetector } from "#lib/generation/language/detect.ts";
import { startGeneration } from "#lib/generation/worker/worker.ts";
import { startQueue, stopQueue } from "#lib/queue/boss.ts";
import type { Case } from "./cases.ts";

const root = path.resolve(import.meta.dirname, "../..");

/** The real pipeline in this process, on a database of its own; nothing is sent anywhere but to the model. */
export async function openPress() {
  const dataDir = mkdtempSync(path.join(tmpdir(), "sorami-eval-"));
  Object.assign(process.env, { DATA_DIR: dataDir, DATABASE_URL: "" });
  const closeDatabase = await openDatabase(root);
  await loadDetector();
  const stop = await startGeneration(await startQueue("resident"));
  return {
    /** @returns the job when it is over; why, when the model does not take such a book */
    async write({ id, ...request }: Case): Promise<JobDetail | string> {
      const created = await createJob(BookRequest.parse(request)).catch((error) => {
        if (error instanceof AppError) return error.issues?.[0]?.message ?? error.message;
        throw error;
      });
      if (typeof created === "string") return created;
      const { job_id } = created;
      for (;;) {
        const { status } = await getJob(job_id);
        if (status === "completed" || status === "failed") return getJobDetail(job_id);
        await sleep(200);
      }
    },
    async close() {
      await stop();
      await stopQueue();
      await closeDatabase();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
