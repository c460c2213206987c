import { BookOptions } from "../../contract/book.ts";
import type { Job } from "../../database/generated/client.ts";
import { capabilitiesOf } from "../capabilities.ts";
import type { BookBrief } from "./book-brief.ts";
import { BookOutline, budgetOf } from "./book-outline.ts";

/** The columns of a job that are known before it is created. */
type JobSpec = Pick<Job, "title" | "topic" | "goal" | "model"> & { options: unknown };

/** The words asked of each chapter: no more than the model writes. */
const wordsAsked = ({ model }: JobSpec, asked: number) =>
  Math.min(asked, capabilitiesOf(model).maxChapterWords ?? asked);

/** The brief of a job. */
export function briefOf(job: JobSpec): BookBrief {
  const options = BookOptions.parse(job.options);
  return {
    ...(job.title !== null && { title: job.title }),
    topic: job.topic,
    goal: job.goal,
    ...(options.audience !== undefined && { audience: options.audience }),
    ...(options.tone !== undefined && { tone: options.tone }),
    ...(options.instructions !== undefined && { instructions: options.instructions }),
    ...(options.chapters !== undefined && { chapters: options.chapters }),
    language: options.language,
    words: wordsAsked(job, options.words_per_chapter),
  };
}

/** The outline of a job. @throws when it has none yet */
export const outlineOf = (job: Job): BookOutline => BookOutline.parse(job.outline);

/** The brief that one chapter is written from: its words are that chapter's budget. */
export function chapterBriefOf(job: Job, position: number): BookBrief {
  const brief = briefOf(job);
  return { ...brief, words: wordsAsked(job, budgetOf(outlineOf(job), position, brief.words)) };
}
