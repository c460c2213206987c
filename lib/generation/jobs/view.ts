import { now } from "../../clock.ts";
import type { JobStatus, JobView, WebhookStatus } from "../../contract/book.ts";
import { waitSentence } from "../../contract/wait.ts";
import type { Prisma } from "../../database/generated/client.ts";
import { titleOf } from "../book/assemble.ts";
import { BookOutline } from "../brief/book-outline.ts";
import { messageOf, progressOf } from "./progress.ts";

/** What a status object is made from; the texts of the chapters stay where they are. */
export const viewed = {
  stages: { select: { name: true, startedAt: true, finishedAt: true, error: true, model: true, retryAt: true } },
  chapters: {
    select: {
      position: true,
      title: true,
      description: true,
      startedAt: true,
      finishedAt: true,
      wordCount: true,
      error: true,
      model: true,
      retryAt: true,
    },
    orderBy: { position: "asc" },
  },
} as const satisfies Prisma.JobInclude;

export const isOver = (status: JobStatus) => status === "completed" || status === "failed" || status === "cancelled";

export type ViewedJob = Prisma.JobGetPayload<{ include: typeof viewed }>;

type Webhook = { status: WebhookStatus; attempts: number };
const none: Webhook = { status: "none", attempts: 0 };

/** Until when the provider keeps a job waiting: the moment the first of its steps goes on. */
function waitOf(job: ViewedJob): Date | undefined {
  const steps = isOver(job.status) ? [] : [...job.stages, ...job.chapters];
  const waits = steps.flatMap(({ retryAt, finishedAt }) => (retryAt && !finishedAt ? [retryAt.getTime()] : []));
  const pending = waits.filter((at) => at > now().getTime());
  return pending.length > 0 ? new Date(Math.min(...pending)) : undefined;
}

/** A job's rows → the status object (contract §2). The event of a failure that was retried since is history. */
export function viewJob(job: ViewedJob, latest: Webhook | undefined): JobView {
  const webhook = job.status === "completed" || job.status === "failed" ? (latest ?? none) : none;
  const finished = (name: string) => job.stages.some((stage) => stage.name === name && stage.finishedAt !== null);
  const written = job.chapters.filter((chapter) => chapter.finishedAt !== null).length;
  // Before the outline is approved, chapters are but planned.
  const plan = job.chapters.length > 0 ? job.chapters : (BookOutline.safeParse(job.outline).data?.chapters ?? []);
  const planned = plan.length;
  const begun = job.stages.length > 0;
  const done = {
    status: job.status,
    begun,
    research: finished("research"),
    outline: finished("outline"),
    reviewed: finished("review"),
    written,
    planned,
  };
  const wait = waitOf(job);
  return {
    job_id: job.id,
    status: job.status,
    message: wait ? waitSentence(wait, now()) : messageOf(done),
    progress: progressOf(done),
    title: titleOf(job),
    chapters_completed: written,
    total_chapters: planned,
    ...(planned > 0 && { book_outline: plan.map(({ title, description }) => ({ title, description })) }),
    ...(job.status === "failed" && job.error !== null && { error: job.error }),
    ...(wait && { retry_at: wait.toISOString() }),
    webhook,
    created_at: job.createdAt.toISOString(),
    updated_at: job.updatedAt.toISOString(),
  };
}
