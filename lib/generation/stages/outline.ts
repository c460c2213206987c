import { BookOptions } from "../../contract/book.ts";
import type { BookOutline } from "../brief/book-outline.ts";
import { readDocumentation } from "../brief/documentation.ts";
import { briefOf } from "../brief/job-brief.ts";
import { readToldBefore, readTranslatedFrom } from "../brief/origin.ts";
import { planBook } from "../outline/plan-book.ts";
import { passagesToPlanBy } from "../references/given-passages.ts";
import { finishStage } from "../stage-state/stage-rows.ts";
import { prepareReview, startChapters } from "../start/start-chapters.ts";
import { translateJobPlan } from "../translation/job.ts";
import type { TranslatedPlan } from "../translation/plan.ts";
import type { Stage } from "./stage.ts";

export const outline: Stage<"outline", { outline: BookOutline } & Partial<TranslatedPlan>> = {
  async work(job, _data, { ask, windowOf, isSmall }) {
    const model = { ask, window: await windowOf("outline"), isSmall: await isSmall("outline") };
    const from = await readTranslatedFrom(job.id);
    if (from) return translateJobPlan(job, from, model);
    const { notes } = await readDocumentation(job.id);
    const before = await readToldBefore(job.id);
    const passages = await passagesToPlanBy(job);
    return { outline: await planBook(briefOf(job), { ...model, notes, passages, before }) };
  },
  async commit(tx, job, { data, result: { outline, ...translated } }) {
    await finishStage(tx, { name: "outline", data }, { result: { ...outline, ...translated } });
    const { review_outline } = BookOptions.parse(job.options);
    await (review_outline ? prepareReview : startChapters)(tx, job, outline);
  },
};
