import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { BookRequest } from "#lib/contract/book.ts";
import type { JobDetail } from "#lib/contract/job.ts";
import { openDatabase } from "#lib/database/open.ts";
import { AppError } from "#lib/errors.ts";
import { createJob } from "#lib/generation/jobs/create.ts";
import { getJob, getJobDetail } from "#lib/generation/jobs/jobs.ts";
import { startGeneration } from "#lib/generation/worker/worker.ts";
import { startQueue, stopQueue } from "#lib/queue/boss.ts";
import type { EvalCase } from "./cases.ts";

const root = path.resolve(import.meta.dirname, "../..");

/** Opens the real generation in this process, on an embedded database of its own. Nothing is sent but to the model. */
export async function openEvalRunner() {
  const dataDir = mkdtempSync(path.join(tmpdir(), "sorami-eval-"));
  Object.assign(process.env, { DATA_DIR: dataDir, DATABASE_URL: "" });
  const closeDatabase = await openDatabase(root);
  const stopGeneration = await startGeneration(await startQueue("resident"));
  return {
    /** Writes a case's book. @returns its job once it has ended, or the reason why the model refuses such a book */
    async writeBook({ id: _, ...request }: EvalCase): Promise<JobDetail | string> {
      const created = await createJob(BookRequest.parse(request)).catch((error) => {
        if (error instanceof AppError) return error.issues?.[0]?.message ?? error.message;
        throw error;
      });
      if (typeof created === "string") return created;
      for (;;) {
        const { status } = await getJob(created.job_id);
        if (status === "completed" || status === "failed") return getJobDetail(created.job_id);
        await sleep(200);
      }
    },
    async close() {
      await stopGeneration();
      await stopQueue();
      await closeDatabase();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
