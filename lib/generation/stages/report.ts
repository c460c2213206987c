import { now } from "../../clock.ts";
import type { ReaderReport } from "../../contract/report.ts";
import { db } from "../../database/client.ts";
import { enqueue } from "../../queue/enqueue.ts";
import { readWrittenChapters } from "../book/written-chapters.ts";
import { chapterBriefOf } from "../brief/job-brief.ts";
import { reportOn } from "../report/report.ts";
import { finishStage } from "../stage-state/stage-rows.ts";
import type { Stage } from "./stage.ts";

export const report: Stage<"report", ReaderReport> = {
  work: async (job, _data, { ask, windowOf }) =>
    reportOn(await readWrittenChapters(db(), job.id), {
      ask,
      window: await windowOf("review"),
      requestFor: (position) => chapterBriefOf(job, position),
    }),
  async commit(tx, job, { data, result }) {
    await finishStage(tx, { name: "report", data }, { result });
    await tx.job.updateMany({ where: { id: job.id }, data: { updatedAt: now() } });
    await enqueue(tx, "finalize", { jobId: job.id, run: data.run });
  },
};
