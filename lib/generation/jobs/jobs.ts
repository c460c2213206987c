import { z } from "zod";
import { type JobDetail, type JobList, JobStatus, type JobView } from "../../contract/job.ts";
import { wireLimits } from "../../contract/limits.ts";
import { Deleted, PageQuery } from "../../contract/page.ts";
import { ChapterText } from "../../contract/reading.ts";
import { several } from "../../contract/text.ts";
import type { Warning } from "../../contract/warning.ts";
import type { BookData } from "../../contract/wire.ts";
import { db } from "../../database/client.ts";
import { htmlOf, type StoredHtml } from "../../document/html.ts";
import { notFound } from "../../errors.ts";
import { pageOf } from "../../page.ts";
import { webhookStatuses } from "../../webhook/log/status.ts";
import { assembleBook } from "../book/assemble.ts";
import { readWrittenChapters } from "../book/written-chapters.ts";
import { usageOfJob } from "../money/usage.ts";
import { toJobDetail } from "./detail.ts";
import { readJobId } from "./job-id.ts";
import { jobInclude, toJobView, warningsOf } from "./view.ts";

async function find(id: string) {
  const job = await db().job.findUnique({ where: { id: await readJobId(id) }, include: jobInclude });
  if (!job) throw notFound("Rédaction");
  return { job, webhook: (await webhookStatuses([job.id])).get(job.id) };
}

/** @throws {AppError} not_found */
export async function getJob(id: string): Promise<JobView> {
  const { job, webhook } = await find(id);
  return toJobView(job, webhook);
}

/** @throws {AppError} not_found */
export async function getJobDetail(id: string): Promise<JobDetail> {
  const { job, webhook } = await find(id);
  const sources = await db().jobSource.findMany({ where: { jobId: job.id }, orderBy: { number: "asc" } });
  return toJobDetail(job, toJobView(job, webhook), { usage: await usageOfJob(job.id), sources });
}

/** The warnings of a finished job; undefined when there is no such job here. */
export async function findWarnings(jobId: string): Promise<Warning[] | undefined> {
  const job = await db().job.findUnique({ where: { id: jobId, deletedAt: null }, select: { quality: true } });
  return job ? warningsOf(job) : undefined;
}

/** @param position as a URL gives it @throws {AppError} not_found, also before the chapter is written */
export async function getJobChapter(id: string, position: string): Promise<ChapterText> {
  const at = z.coerce.number().int().min(1).max(wireLimits.items).safeParse(position).data;
  const where = at && { jobId_position: { jobId: await readJobId(id), position: at } };
  const chapter = where ? await db().jobChapter.findUnique({ where }) : null;
  if (!chapter || chapter.content === null) throw notFound("Chapitre");
  const { title, content } = chapter;
  const keep = (data: StoredHtml) =>
    db().jobChapter.updateMany({ where: { jobId: chapter.jobId, position: chapter.position, content }, data });
  const { html, words } = await htmlOf({ ...chapter, content }, keep);
  return ChapterText.parse({ position: chapter.position, title, content, html, word_count: words });
}

/** @throws {AppError} not_found */
export async function getResult(id: string): Promise<{ book: BookData } | { status: JobStatus }> {
  const job = await db().job.findUnique({ where: { id: await readJobId(id) } });
  if (!job) throw notFound("Rédaction");
  if (job.completedAt === null) return { status: job.status };
  return { book: assembleBook(job, await readWrittenChapters(db(), job.id), job.completedAt) };
}

export const JobQuery = PageQuery.extend({ status: several(JobStatus).optional(), deleted: Deleted });
export type JobQuery = z.infer<typeof JobQuery>;

export async function listJobs({ status, deleted, cursor, limit }: JobQuery): Promise<JobList> {
  const jobs = await db().job.findMany({
    where: {
      deletedAt: deleted ? { not: null } : null,
      ...(status?.length && { status: { in: status } }),
      ...(cursor && { rank: { lt: cursor } }),
    },
    orderBy: { rank: "desc" },
    take: limit + 1,
    include: jobInclude,
  });
  const { rows, next_cursor } = pageOf(jobs, limit, ({ rank }) => rank);
  const webhooks = await webhookStatuses(rows.map((job) => job.id));
  return { items: rows.map((job) => toJobView(job, webhooks.get(job.id))), next_cursor };
}
