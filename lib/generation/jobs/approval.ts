import { now } from "../../clock.ts";
import type { JobView } from "../../contract/job.ts";
import type { OutlineApproval, OutlineEdit, OutlineView } from "../../contract/outline.ts";
import { db, type Transaction, transaction } from "../../database/client.ts";
import type { Job } from "../../database/generated/client.ts";
import { AppError, notFound } from "../../errors.ts";
import { outlineOf } from "../brief/job-brief.ts";
import { startChapters } from "../outline/start-chapters.ts";
import { lockJob } from "../stage/lock-job.ts";
import { readJobId } from "./job-id.ts";
import { getJob } from "./jobs.ts";
import { toOutlineView } from "./outline-view.ts";

/** @throws {AppError} not_found; conflict, when the job has no outline yet */
export async function getOutline(id: string): Promise<OutlineView> {
  const job = await db().job.findUnique({ where: { id: await readJobId(id) } });
  if (!job) throw notFound("Rédaction");
  const outline = toOutlineView(job);
  if (!outline) throw new AppError("conflict", "Le plan n’est pas encore prêt.");
  return outline;
}

async function lockWaiting(tx: Transaction, jobId: string, version: number | undefined): Promise<Job> {
  const job = await lockJob(tx, jobId);
  if (!job) throw notFound("Rédaction");
  if (job.status !== "awaiting_approval")
    throw new AppError("conflict", "Ce plan n’attend pas de relecture\u202f: il ne peut être ni modifié ni approuvé.");
  if (version !== undefined && version !== job.outlineVersion)
    throw new AppError("conflict", "Ce plan a été modifié ailleurs entre-temps\u202f: rechargez la page pour le voir.");
  return job;
}

/** @throws {AppError} not_found; conflict, when the outline does not wait, or was changed since the version given */
export async function editOutline(id: string, { version, ...outline }: OutlineEdit): Promise<OutlineView> {
  const jobId = await readJobId(id);
  return transaction(async (tx) => {
    const job = await lockWaiting(tx, jobId, version);
    const edited = await tx.job.update({
      where: { id: jobId },
      data: {
        outline,
        outlineVersion: version + 1,
        bookTitle: outline.title,
        // A title given with the order would hide the one typed since.
        ...(job.title !== null && { title: outline.title }),
        updatedAt: now(),
      },
    });
    return { version: edited.outlineVersion, ...outline };
  });
}

/** @throws {AppError} not_found; conflict, when the outline does not wait, or is no longer the version given */
export async function approveOutline(id: string, { version }: OutlineApproval): Promise<JobView> {
  const jobId = await readJobId(id);
  await transaction(async (tx) => {
    const job = await lockWaiting(tx, jobId, version);
    await startChapters(tx, job, outlineOf(job));
  });
  return getJob(jobId);
}
