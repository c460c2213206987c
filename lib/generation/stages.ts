import { now } from "../clock.ts";
import { BookOptions } from "../contract/book.ts";
import type { ReaderReport } from "../contract/report.ts";
import { db, type Transaction } from "../database/client.ts";
import type { Job, StageName } from "../database/generated/client.ts";
import { logger } from "../logger.ts";
import { enqueue } from "../queue/enqueue.ts";
import type { QueueData } from "../queue/queues.ts";
import { publish } from "../webhook/publish.ts";
import { assembleBook } from "./book/assemble.ts";
import { saveEdits } from "./book/edits.ts";
import { orderOf } from "./book/order-of.ts";
import { readWrittenChapters } from "./book/written-chapters.ts";
import type { BookOutline } from "./brief/book-outline.ts";
import { readDocumentation, readDocumentations } from "./brief/documentation.ts";
import { briefOf, chapterBriefOf, isSequential, outlineOf } from "./brief/job-brief.ts";
import { isTranslation, readToldBefore, readTranslatedFrom } from "./brief/origin.ts";
import { capabilitiesOf } from "./capabilities.ts";
import { type Chapter, writeChapter } from "./chapter/chapter.ts";
import { followChapter, keepContinuity } from "./continuity/go-on.ts";
import { type Continuity, learnFromChapter } from "./continuity/learn.ts";
import { readChapterToLearn, storyFor } from "./continuity/told.ts";
import { dropDrafts } from "./drafts/pieces.ts";
import { Failure } from "./failure.ts";
import { type Completed, completeBook } from "./finalize/complete.ts";
import { readModelSettings } from "./model-settings/read.ts";
import type { Ask } from "./models/ask.ts";
import { chainsOf } from "./models/chains.ts";
import { chainsProblem } from "./models/describe.ts";
import type { ModelFacts } from "./models/room.ts";
import { planBook } from "./outline/plan-book.ts";
import { documentationFor, passagesToPlanBy } from "./references/given-passages.ts";
import { reportOn } from "./report/report.ts";
import type { ChapterResearch } from "./research/by-chapter/research-chapter.ts";
import { type Research, research } from "./research/research.ts";
import { searchFor } from "./research/search/search.ts";
import { type Review, reviewBook } from "./review/review.ts";
import { finishStage } from "./stage/stage-rows.ts";
import { commitChapterResearch, workOnChapterResearch } from "./start/chapter-research.ts";
import { prepareReview, startChapters } from "./start/start-chapters.ts";
import { translateJobChapter, translateJobPlan } from "./translation/job.ts";
import type { ChapterFault } from "./translation/measure.ts";
import type { TranslatedPlan } from "./translation/plan.ts";

/** `work` alone calls models; `commit` holds the job's lock. A failed job still gets the chapter being paid for. */
export type Stage<Data, Result> = {
  work: (job: Job, data: Data, tools: ModelFacts & { ask: Ask; signal: AbortSignal }) => Promise<Result>;
  commit: (tx: Transaction, job: Job, done: { data: Data; result: Result }) => Promise<void>;
};
type Results = {
  research: Research | ChapterResearch;
  outline: { outline: BookOutline } & Partial<TranslatedPlan>;
  chapter: Chapter & { faults?: ChapterFault[] };
  continuity: Continuity;
  review: Review;
  report: ReaderReport;
  finalize: Completed;
};
type Stages = { [Name in StageName]: Stage<QueueData[Name], Results[Name]> };

export const stages: Stages = {
  research: {
    async work(job, { position, ...data }, tools) {
      if (position !== undefined) return workOnChapterResearch(job, { ...data, position }, tools);
      // A missing key is told at once, not after a search.
      await readModelSettings();
      const problem = chainsProblem(chainsOf(job));
      if (problem) throw new Failure("key", problem);
      const window = await tools.windowOf("research");
      const brief = briefOf(job);
      const search = (await isTranslation(job.id)) ? undefined : searchFor(job.model, brief.genre);
      return research(brief, { ...tools, window, search });
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
  },

  outline: {
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
  },

  chapter: {
    async work(job, data, { ask, windowOf, isSmall }) {
      const window = await windowOf("chapter", "review");
      const from = await readTranslatedFrom(job.id);
      if (from)
        return translateJobChapter(job, data.position, { from, ask, window, isSmall: await isSmall("chapter") });
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
      const { edits, lost, faults = [], ...chapter } = result;
      await tx.jobChapter.updateMany({ where: { jobId: job.id, position }, data: chapter });
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
  },

  continuity: {
    work: async (job, data, { ask, windowOf, isSmall }) =>
      learnFromChapter(briefOf(job), {
        ask,
        window: await windowOf("review"),
        outline: outlineOf(job),
        position: data.position,
        isSmall: await isSmall("review"),
        ...(await readChapterToLearn(data)),
      }),
    commit: keepContinuity,
  },

  review: {
    work: async (job, _data, { ask, windowOf, isSmall }) =>
      // A small model gives passages back as they were, and a translator changes nothing in its author's.
      capabilitiesOf(job.model).reviews && !(await isSmall("review")) && !(await isTranslation(job.id))
        ? reviewBook(await readWrittenChapters(db(), job.id), {
            ask,
            window: await windowOf("review"),
            outline: outlineOf(job),
            language: briefOf(job).language,
            genre: briefOf(job).genre,
            strict: briefOf(job).strict ?? false,
            documentationFor: await readDocumentations(job.id),
            requestFor: (position) => chapterBriefOf(job, position),
          })
        : { changed: [], passages: 0, lost: [] },
    async commit(tx, job, { data, result: { changed, passages, lost } }) {
      for (const { position, content, wordCount, edits = [] } of changed) {
        await tx.jobChapter.updateMany({ where: { jobId: job.id, position }, data: { content, wordCount } });
        await saveEdits(tx, { jobId: job.id, stage: "review", position }, edits);
      }
      await finishStage(tx, { name: "review", data }, { result: { passages, lost } });
      await tx.job.updateMany({ where: { id: job.id }, data: { updatedAt: now() } });
      const { reader_report } = BookOptions.parse(job.options);
      await enqueue(tx, reader_report ? "report" : "finalize", { jobId: job.id, run: data.run });
    },
  },

  report: {
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
  },

  finalize: {
    work: async (job) => completeBook(job, await readWrittenChapters(db(), job.id)),
    async commit(tx, job, { data, result: { chapters, quality } }) {
      const completedAt = now();
      for (const { position, content, wordCount, written } of chapters)
        if (content !== written)
          await tx.jobChapter.updateMany({ where: { jobId: job.id, position }, data: { content, wordCount, written } });
      const bookData = assembleBook(job, await readWrittenChapters(tx, job.id), completedAt);
      const { word_count, chapter_count } = bookData;
      await finishStage(tx, { name: "finalize", data }, { result: { word_count, chapter_count } });
      await tx.job.updateMany({
        where: { id: job.id },
        data: { status: "completed", quality, completedAt, updatedAt: completedAt },
      });
      await publish(tx, { ...orderOf(job), title: bookData.book_title, type: "book.completed", bookData });
      logger.info(`📚 Livre terminé pour le job ${job.id} : ${chapter_count} chapitre(s), ${word_count} mots`);
    },
  },
};
