import { now } from "../../clock.ts";
import type { JobView, WebhookStatus } from "../../contract/job.ts";
import { QualitySheet } from "../../contract/quality.ts";
import { isAwaiting, isEnded } from "../../contract/values.ts";
import { waitSentence } from "../../contract/wait.ts";
import type { Warning } from "../../contract/warning.ts";
import type { Prisma, StageName } from "../../database/generated/client.ts";
import { titleOf } from "../book/assemble.ts";
import { BookOutline } from "../brief/book-outline.ts";
import { messageOf, progressOf } from "./progress.ts";

/** Leaves out the texts of the chapters. */
export const jobInclude = {
  stages: {
    select: {
      name: true,
      position: true,
      startedAt: true,
      finishedAt: true,
      error: true,
      model: true,
      retryAt: true,
      waitsFor: true,
    },
  },
  chapters: {
    select: { position: true, title: true, description: true, wordCount: true },
    orderBy: { position: "asc" },
  },
  manuscript: { include: { _count: { select: { pictures: true } } } },
} as const satisfies Prisma.JobInclude;

export type JobRows = Prisma.JobGetPayload<{ include: typeof jobInclude }>;

export const findStage = <Row extends { name: StageName; position: number }>(
  { stages }: { stages: Row[] },
  name: StageName,
  position = 0,
): Row | undefined => stages.find((stage) => stage.name === name && stage.position === position);

type Webhook = { status: WebhookStatus; attempts: number };
const none: Webhook = { status: "none", attempts: 0 };

function waitOf(job: JobRows): Date | undefined {
  const stages = isEnded(job.status) || isAwaiting(job.status) ? [] : job.stages;
  const waits = stages.flatMap(({ retryAt, finishedAt }) => (retryAt && !finishedAt ? [retryAt.getTime()] : []));
  const pending = waits.filter((at) => at > now().getTime());
  return pending.length > 0 ? new Date(Math.min(...pending)) : undefined;
}

const SheetWarnings = QualitySheet.pick({ warnings: true });
export const warningsOf = ({ quality }: { quality: unknown }): Warning[] =>
  quality === null ? [] : SheetWarnings.parse(quality).warnings;

function sentenceOf({ status, error, stages }: JobRows, wait: Date | undefined): string | undefined {
  if (status === "awaiting_budget") return error ?? undefined;
  if (wait) return waitSentence(wait, now());
  const waiting = isEnded(status) ? undefined : stages.find(({ waitsFor, finishedAt }) => waitsFor && !finishedAt);
  return waiting?.waitsFor ?? undefined;
}

/** The event of a failure that was retried since is history. */
export function toJobView(job: JobRows, latest: Webhook | undefined): JobView {
  const webhook = job.status === "completed" || job.status === "failed" ? (latest ?? none) : none;
  const finished = job.stages.filter(({ finishedAt }) => finishedAt !== null);
  const isFinished = (name: StageName) => finished.some((stage) => stage.name === name);
  const written = finished.filter(({ name }) => name === "chapter").length;
  // Chapters are rows from the moment the outline is approved.
  const plan = job.chapters.length > 0 ? job.chapters : (BookOutline.nullable().parse(job.outline)?.chapters ?? []);
  const planned = plan.length;
  const done = {
    status: job.status,
    begun: job.stages.length > 0,
    research: isFinished("research"),
    outline: isFinished("outline"),
    reviewed: isFinished("review"),
    written,
    planned,
  };
  const wait = waitOf(job);
  return {
    job_id: job.id,
    status: job.status,
    message: sentenceOf(job, wait) ?? messageOf(done),
    progress: progressOf(done),
    title: titleOf(job),
    chapters_completed: written,
    total_chapters: planned,
    ...(planned > 0 && { book_outline: plan.map(({ title, description }) => ({ title, description })) }),
    ...(job.status === "failed" && job.error !== null && { error: job.error }),
    ...(wait && { retry_at: wait.toISOString() }),
    webhook,
    warnings: warningsOf(job),
    ...(job.metadata !== null && { metadata: JSON.parse(job.metadata) }),
    created_at: job.createdAt.toISOString(),
    updated_at: job.updatedAt.toISOString(),
    ...(job.deletedAt && { deleted_at: job.deletedAt.toISOString() }),
  };
}
