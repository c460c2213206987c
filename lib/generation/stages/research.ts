import { now } from "../../clock.ts";
import { enqueue } from "../../queue/enqueue.ts";
import { briefOf } from "../brief/job-brief.ts";
import { isTranslation } from "../brief/origin.ts";
import { Failure } from "../failure.ts";
import { readModelSettings } from "../model-settings/read.ts";
import { chainsOf } from "../models/chains.ts";
import { chainsProblem } from "../models/describe.ts";
import type { ChapterResearch } from "../research/by-chapter/research-chapter.ts";
import { research as lookAtSubject, type Research } from "../research/research.ts";
import { searchFor } from "../research/search/search.ts";
import { finishStage } from "../stage-state/stage-rows.ts";
import { commitChapterResearch, workOnChapterResearch } from "../start/chapter-research.ts";
import type { Stage } from "./stage.ts";

export const research: Stage<"research", Research | ChapterResearch> = {
  async work(job, { position, ...data }, tools) {
    if (position !== undefined) return workOnChapterResearch(job, { ...data, position }, tools);
    // A missing key is told at once, not after a search.
    await readModelSettings();
    const problem = chainsProblem(chainsOf(job));
    if (problem) throw new Failure("key", problem);
    const window = await tools.windowOf("research");
    const brief = briefOf(job);
    const search = (await isTranslation(job.id)) ? undefined : searchFor(job.model, brief.genre);
    return lookAtSubject(brief, { ...tools, window, search });
  },
  async commit(tx, job, { data, result: found }) {
    const { position, ...place } = data;
    if ("questions" in found)
      return commitChapterResearch(tx, job, { data: { ...place, position: position ?? 0 }, result: found });
    const { pages, problem, ...result } = found;
    const sources = pages.map(({ text: _text, ...source }) => ({ ...source, jobId: job.id }));
    await tx.jobSource.createMany({ data: sources });
    await finishStage(tx, { name: "research", data }, { result, error: problem });
    await tx.job.updateMany({ where: { id: job.id }, data: { updatedAt: now() } });
    await enqueue(tx, "outline", { jobId: job.id, run: data.run });
  },
};
