import {
  BookOptions,
  type ChapterView,
  type JobDetail,
  type JobView,
  type SourceView,
  type StageView,
} from "../../contract/book.ts";
import { QualitySheet } from "../../contract/quality.ts";
import type { ModelUsage } from "../../contract/usage.ts";
import type { JobSource } from "../../database/generated/client.ts";
import { capabilitiesOf } from "../capabilities.ts";
import { idOf } from "../citations/marks.ts";
import type { JobUsage } from "../money/usage.ts";
import { viewOutline } from "./outline-view.ts";
import type { ViewedJob } from "./view.ts";

type Times = { startedAt: Date | null; finishedAt: Date | null };

const stageNames = ["research", "outline", "chapters", "review", "finalize"] as const;

function stateOf(row: Times | undefined, job: ViewedJob): StageView["state"] {
  if (row?.finishedAt) return "done";
  if (!row?.startedAt || job.status === "cancelled") return "waiting";
  return job.status === "failed" ? "failed" : "running";
}

function stage(job: ViewedJob, name: StageView["name"], usage: ModelUsage | undefined): StageView {
  const row = job.stages.find((candidate) => candidate.name === name);
  return {
    name,
    state: stateOf(row, job),
    ...(row && { started_at: row.startedAt.toISOString() }),
    ...(row?.finishedAt && { finished_at: row.finishedAt.toISOString() }),
    ...(row?.error && { error: row.error }),
    ...(row?.model && { model: row.model }),
    ...(usage && { usage }),
  };
}

type Row = ViewedJob["chapters"][number];

function chapter(job: ViewedJob, row: Row, budget: number | undefined): ChapterView {
  // Beside the chapter that failed, others of the same job were merely stopped.
  const state = stateOf(row, job);
  return {
    position: row.position,
    title: row.title,
    description: row.description,
    state: state === "failed" && row.error === null ? "waiting" : state,
    ...(row.wordCount !== null && { word_count: row.wordCount }),
    ...(budget !== undefined && capabilitiesOf(job.model).maxChapterWords === undefined && { budget }),
    ...(row.error !== null && { error: row.error }),
    ...(row.model !== null && { model: row.model }),
  };
}

const sourceView = ({ number, title, url, retrievedAt, hash }: JobSource): SourceView => ({
  id: idOf(number),
  title,
  url,
  retrieved_at: retrievedAt.toISOString(),
  hash,
});

type Beside = { usage: JobUsage; sources: JobSource[] };

/** A job's rows, with what its calls used and what was read for it → the job page's data. */
export function detailJob(job: ViewedJob, view: JobView, { usage, sources }: Beside): JobDetail {
  const outline = viewOutline(job);
  return {
    ...view,
    topic: job.topic,
    goal: job.goal,
    options: BookOptions.parse(job.options),
    model: job.model,
    demo: capabilitiesOf(job.model).demonstrates,
    stages: stageNames.map((name) => stage(job, name, usage.stages.get(name))),
    chapters: job.chapters.map((row) => chapter(job, row, outline?.chapters[row.position - 1]?.words)),
    ...(usage.total && { usage: usage.total }),
    sources: sources.map(sourceView),
    ...(outline && { outline }),
    ...(job.quality !== null && { quality: QualitySheet.parse(job.quality) }),
  };
}
