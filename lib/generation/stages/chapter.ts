import { now } from "../../clock.ts";
import { enqueue } from "../../queue/enqueue.ts";
import { saveEdits } from "../book/edits.ts";
import { chapterBriefOf, isSequential, outlineOf } from "../brief/job-brief.ts";
import { readTranslatedFrom } from "../brief/origin.ts";
import { type Chapter, writeChapter } from "../chapter/chapter.ts";
import { followChapter } from "../continuity/go-on.ts";
import { storyFor } from "../continuity/told.ts";
import { dropDrafts } from "../drafts/pieces.ts";
import { documentationFor } from "../references/given-passages.ts";
import { finishStage } from "../stage-state/stage-rows.ts";
import { translateJobChapter } from "../translation/job.ts";
import type { ChapterFault } from "../translation/measure.ts";
import type { Stage } from "./stage.ts";

export const chapter: Stage<"chapter", Chapter & { faults?: ChapterFault[] }> = {
  async work(job, data, { ask, windowOf, isSmall }) {
    const window = await windowOf("chapter", "review");
    const from = await readTranslatedFrom(job.id);
    if (from) return translateJobChapter(job, data.position, { from, ask, window, isSmall: await isSmall("chapter") });
    return writeChapter(chapterBriefOf(job, data.position), {
      ask,
      window,
      outline: outlineOf(job),
      position: data.position,
      isSmall: await isSmall("chapter"),
      story: await storyFor(job, data, window),
      ...(await documentationFor(job, data.position)),
    });
  },
  async commit(tx, job, { data, result }) {
    const { run, position } = data;
    const { edits, lost, faults = [], ...written } = result;
    await tx.jobChapter.updateMany({ where: { jobId: job.id, position }, data: written });
    await saveEdits(tx, { jobId: job.id, stage: "chapter", position }, edits);
    const left = { lost: lost.map((what) => ({ position, what })), faults };
    await finishStage(tx, { name: "chapter", data }, { result: left });
    await dropDrafts(tx, job.id, position);
    await tx.job.updateMany({ where: { id: job.id }, data: { updatedAt: now() } });
    if (isSequential(job)) return followChapter(tx, job, data);
    const missing = await tx.jobChapter.count({ where: { jobId: job.id, content: null } });
    const last = missing === 0 && job.status === "writing_chapters";
    if (!last) return;
    await tx.job.updateMany({ where: { id: job.id }, data: { status: "finalizing" } });
    await enqueue(tx, "review", { jobId: job.id, run });
  },
};
