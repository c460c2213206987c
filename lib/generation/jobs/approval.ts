import { now } from "../../clock.ts";
import { BookOptions } from "../../contract/book.ts";
import type { JobView } from "../../contract/job.ts";
import type { OutlineApproval, OutlineEdit, OutlineView } from "../../contract/outline.ts";
import { db, type Transaction, transaction } from "../../database/client.ts";
import type { Job } from "../../database/generated/client.ts";
import { AppError, notFound } from "../../errors.ts";
import { outlineOf } from "../brief/job-brief.ts";
import { readBible } from "../continuity/stored-bible.ts";
import { lockJob } from "../stage-state/lock-job.ts";
import { beginChapters } from "../start/begin-chapters.ts";
import { keepResearch, readResearched } from "../start/keep-research.ts";
import { startChapters } from "../start/start-chapters.ts";
import { outlineOfEdit, strikeSources, withResearch } from "./chapter-research.ts";
import { readJobId } from "./job-id.ts";
import { getJob } from "./jobs.ts";
import { readOutlineView } from "./outline-view.ts";

/** @throws {AppError} not_found; conflict, when the job has no outline yet */
export async function getOutline(id: string): Promise<OutlineView> {
  const job = await db().job.findUnique({ where: { id: await readJobId(id) } });
  if (!job) throw notFound("Rédaction");
  const outline = await readOutlineView(job);
  if (!outline) throw new AppError("conflict", "Le plan n’est pas encore prêt.");
  return outline;
}

/** There are chapters from the moment the outline is approved: it waits after one of them. */
async function lockWaiting(tx: Transaction, jobId: string): Promise<{ job: Job; chapters: number }> {
  const job = await lockJob(tx, jobId);
  if (!job) throw notFound("Rédaction");
  const chapters = await tx.jobChapter.count({ where: { jobId } });
  if (job.status === "awaiting_approval") return { job, chapters };
  const paused = BookOptions.parse(job.options).pause_after_chapter && chapters > 0;
  throw new AppError(
    "conflict",
    paused
      ? "Aucun chapitre n’attend votre accord en ce moment."
      : "Ce plan n’attend pas de relecture\u202f: il ne peut être ni modifié ni approuvé.",
  );
}

const changed = (what: string) =>
  new AppError("conflict", `${what} entre-temps\u202f: rechargez la page pour la version d’à présent.`);

async function lockWaitingOutline(tx: Transaction, jobId: string, version: number | undefined): Promise<Job> {
  const { job, chapters } = await lockWaiting(tx, jobId);
  if (chapters > 0)
    throw new AppError("conflict", "Le plan est approuvé\u202f: seule la bible se modifie entre deux chapitres.");
  checkOutlineVersion(job, version);
  return job;
}

function checkOutlineVersion(job: Job, version: number | undefined) {
  if (version !== undefined && version !== job.outlineVersion) throw changed("Ce plan a été modifié ailleurs");
}

async function writeNextChapter(tx: Transaction, job: Job, version: number | undefined): Promise<void> {
  const bible = await readBible(tx, job.id);
  if (version !== undefined && version !== bible.version) throw changed("La bible a été modifiée ailleurs");
  const next = await tx.jobChapter.findFirstOrThrow({
    where: { jobId: job.id, content: null },
    orderBy: { position: "asc" },
    select: { position: true },
  });
  await tx.job.update({ where: { id: job.id }, data: { status: "writing_chapters", updatedAt: now() } });
  await beginChapters(tx, job, { run: job.run, positions: [next.position] });
}

/** @throws {AppError} not_found; conflict, when the outline does not wait, or was changed since the version given */
export async function editOutline(id: string, { version, struck_sources, ...edit }: OutlineEdit): Promise<OutlineView> {
  const jobId = await readJobId(id);
  return transaction(async (tx) => {
    const job = await lockWaitingOutline(tx, jobId, version);
    await strikeSources(tx, jobId, struck_sources);
    const outline = outlineOfEdit(edit, outlineOf(job), await readResearched(tx, jobId));
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
    const chapters = edit.chapters.map(({ research: _research, ...chapter }) => chapter);
    return withResearch(tx, edited, { version: edited.outlineVersion, title: edit.title, chapters }, outline);
  });
}

/**
 * Approves the outline, or has the next chapter of a book written that waits after each.
 * @throws {AppError} not_found; conflict, when nothing waits, or what does (the outline, then the bible) is no longer the
 * version given
 */
export async function approveOutline(id: string, { version }: OutlineApproval): Promise<JobView> {
  const jobId = await readJobId(id);
  await transaction(async (tx) => {
    const { job, chapters } = await lockWaiting(tx, jobId);
    if (chapters > 0) return writeNextChapter(tx, job, version);
    checkOutlineVersion(job, version);
    await startChapters(tx, job, await keepResearch(tx, jobId, outlineOf(job)));
  });
  return getJob(jobId);
}
