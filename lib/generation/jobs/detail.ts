import { BookOptions } from "../../contract/book.ts";
import { Estimate } from "../../contract/estimate.ts";
import type { ChapterView, JobDetail, JobView, SourceView, StageView } from "../../contract/job.ts";
import { ManuscriptView } from "../../contract/manuscript.ts";
import type { OutlineView } from "../../contract/outline.ts";
import { QualitySheet } from "../../contract/quality.ts";
import type { ModelUsage } from "../../contract/usage.ts";
import type { JobSource, StageName } from "../../database/generated/client.ts";
import { isSequential, voiceOf } from "../brief/job-brief.ts";
import { capabilitiesOf } from "../capabilities.ts";
import { idOf } from "../citations/marks.ts";
import type { JobUsage } from "../money/usage.ts";
import { toOutlineView } from "./outline-view.ts";
import { findStage, type JobRows } from "./view.ts";

function toManuscriptView({ manuscript }: JobRows): ManuscriptView | undefined {
  if (!manuscript) return undefined;
  const { name, type, picturesLeftOut, _count } = manuscript;
  return ManuscriptView.parse({ name, type, pictures: _count.pictures, pictures_left_out: picturesLeftOut });
}

type Times = { startedAt: Date; finishedAt: Date | null };

const stageNames = ["research", "outline", "chapter", "continuity", "review", "report", "finalize"] as const;

/** Chapters that are written side by side have no continuity to follow, few books are reported on, and none that is translated is looked up or rewritten. */
const stagesOf = (job: JobRows, { reader_report }: BookOptions) => {
  const isRead = isSequential(job) && capabilitiesOf(job.model).remembers;
  const isTranslated = job.origin?.kind === "translation";
  const left = [
    ...(isRead ? [] : ["continuity"]),
    ...(reader_report ? [] : ["report"]),
    ...(isTranslated ? ["research", "review"] : []),
  ];
  return stageNames.filter((name) => !left.includes(name));
};

function stateOf(row: Times | undefined, job: JobRows): StageView["state"] {
  if (row?.finishedAt) return "done";
  if (!row || job.status === "cancelled" || job.status === "awaiting_budget") return "waiting";
  return job.status === "failed" ? "failed" : "running";
}

type StageRow = Times & { error?: string | null; model?: string | null };

function chaptersTogether({ stages, chapters }: JobRows, of: "chapter" | "continuity"): StageRow | undefined {
  const rows = stages.filter(({ name }) => name === of);
  if (rows.length === 0) return undefined;
  const startedAt = new Date(Math.min(...rows.map((row) => row.startedAt.getTime())));
  const ends = rows.flatMap(({ finishedAt }) => (finishedAt ? [finishedAt.getTime()] : []));
  return { startedAt, finishedAt: ends.length === chapters.length ? new Date(Math.max(...ends)) : null };
}

function toStageView(job: JobRows, name: StageName, usage: ModelUsage | undefined): StageView {
  const row = name === "chapter" || name === "continuity" ? chaptersTogether(job, name) : findStage(job, name);
  return {
    name: name === "chapter" ? "chapters" : name,
    state: stateOf(row, job),
    ...(row && { started_at: row.startedAt.toISOString() }),
    ...(row?.finishedAt && { finished_at: row.finishedAt.toISOString() }),
    ...(row?.error && { error: row.error }),
    ...(row?.model && { model: row.model }),
    ...(usage && { usage }),
  };
}

type ChapterRow = JobRows["chapters"][number];

function toChapterView(job: JobRows, chapter: ChapterRow, budget: number | undefined): ChapterView {
  const row = findStage(job, "chapter", chapter.position);
  const state = stateOf(row, job);
  return {
    position: chapter.position,
    title: chapter.title,
    description: chapter.description,
    // Beside the chapter that failed, others of the same job were merely stopped.
    state: state === "failed" && !row?.error ? "waiting" : state,
    ...(chapter.wordCount !== null && { word_count: chapter.wordCount }),
    ...(budget !== undefined && capabilitiesOf(job.model).maxChapterWords === undefined && { budget }),
    ...(row?.error && { error: row.error }),
    ...(row?.model && { model: row.model }),
  };
}

export const toSourceView = ({
  number,
  title,
  url,
  place,
  passage,
  retrievedAt,
  hash,
  struck,
}: JobSource): SourceView => ({
  id: idOf(number),
  title,
  ...(url !== null && { url }),
  is_passage: passage !== null,
  ...(place !== null && { place }),
  retrieved_at: retrievedAt.toISOString(),
  hash,
  ...(struck && { struck }),
});

/** `outline` where it waits, with what its chapters were documented with. */
type JobExtras = { usage: JobUsage; sources: JobSource[]; outline?: OutlineView | undefined };

export function toJobDetail(job: JobRows, view: JobView, { usage, sources, outline: waiting }: JobExtras): JobDetail {
  const outline = waiting ?? toOutlineView(job);
  const options = BookOptions.parse(job.options);
  const manuscript = toManuscriptView(job);
  const voice = voiceOf(job);
  return {
    ...view,
    topic: job.topic,
    goal: job.goal,
    options,
    ...(voice && { voice }),
    model: job.model,
    demo: capabilitiesOf(job.model).demonstrates,
    ...(manuscript && { manuscript }),
    stages: stagesOf(job, options).map((name) => toStageView(job, name, usage.stages.get(name))),
    chapters: job.chapters.map((chapter) =>
      toChapterView(job, chapter, outline?.chapters[chapter.position - 1]?.words),
    ),
    ...(job.estimate !== null && { estimate: Estimate.parse(job.estimate) }),
    ...(usage.total && { usage: usage.total }),
    sources: sources.map(toSourceView),
    ...(outline && { outline }),
    ...(job.quality !== null && { quality: QualitySheet.parse(job.quality) }),
  };
}
