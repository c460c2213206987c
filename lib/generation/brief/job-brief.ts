import { BookOptions } from "../../contract/book.ts";
import { continuityOf } from "../../contract/values.ts";
import { VoiceSheet } from "../../contract/voice.ts";
import type { Job } from "../../database/generated/client.ts";
import { capabilitiesOf } from "../capabilities.ts";
import type { BookBrief } from "./book-brief.ts";
import { BookOutline, budgetOf } from "./book-outline.ts";

type JobSpec = Pick<Job, "title" | "topic" | "goal" | "model"> & { options: unknown; voice?: unknown };

const wordsAsked = ({ model }: JobSpec, asked: number) =>
  Math.min(asked, capabilitiesOf(model).maxChapterWords ?? asked);

function chaptersAsked({ chapters }: BookOptions): Pick<BookBrief, "chapters" | "given"> {
  if (Array.isArray(chapters)) return { chapters: chapters.length, given: chapters };
  return chapters === undefined ? {} : { chapters };
}

/** The voice that the order gave, as it was then. */
export const voiceOf = ({ voice }: { voice?: unknown }): VoiceSheet | undefined =>
  voice === null || voice === undefined ? undefined : VoiceSheet.parse(voice);

/** Its chapters are written in order. */
export const isSequential = (job: { options: unknown }): boolean =>
  continuityOf(BookOptions.parse(job.options)) === "sequential";

export function briefOf(job: JobSpec): BookBrief {
  const options = BookOptions.parse(job.options);
  const voice = voiceOf(job);
  return {
    ...(job.title !== null && { title: job.title }),
    topic: job.topic,
    goal: job.goal,
    ...(options.audience !== undefined && { audience: options.audience }),
    ...(options.tone !== undefined && { tone: options.tone }),
    ...(options.instructions !== undefined && { instructions: options.instructions }),
    ...(voice && { voice }),
    ...chaptersAsked(options),
    language: options.language,
    ...(options.reader_report && { report: true }),
    genre: options.genre,
    ...(isSequential(job) && capabilitiesOf(job.model).remembers && { isSequential: true }),
    ...(options.documents && { hasDocuments: true }),
    ...(options.strict && { strict: true }),
    words: wordsAsked(job, options.words_per_chapter),
  };
}

/** @throws when the job has no outline yet */
export const outlineOf = (job: Job): BookOutline => BookOutline.parse(job.outline);

export function chapterBriefOf(job: Job, position: number): BookBrief {
  const brief = briefOf(job);
  return { ...brief, words: wordsAsked(job, budgetOf(outlineOf(job), position, brief.words)) };
}
