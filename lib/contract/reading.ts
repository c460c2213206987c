import { z } from "zod";
import { BookView } from "./book.ts";
import { SourceView } from "./job.ts";
import { Warning } from "./warning.ts";
import { ChapterContent } from "./wire.ts";

/** `number` is the one under which the chapter cites it. */
export const CitedPassage = SourceView.pick({ id: true, title: true, url: true, place: true }).extend({
  chapter: z.number().int(),
  number: z.number().int(),
});
export type CitedPassage = z.infer<typeof CitedPassage>;

export const BookContents = BookView.omit({ goal: true, outline: true, chapters: true }).extend({
  demo: z.boolean(),
  latest_version: z.number().int(),
  /** What its text is set and hyphenated as. */
  language: z.string().optional(),
  cites: z.boolean(),
  chapters: z.array(ChapterContent.pick({ title: true })),
  /** Passages of its author's documents that it cites, under the numbers of each chapter; from its job, likewise. */
  passages: z.array(CitedPassage).optional(),
  /** Those of its job, when the job is here and this is the text that it delivered last. */
  warnings: z.array(Warning).optional(),
});
export type BookContents = z.infer<typeof BookContents>;

/** A chapter of a received book, or of a job as soon as it is written, counted from 1. */
export const ChapterText = ChapterContent.extend({
  position: z.number().int(),
  /** Made and sanitised by the server. */
  html: z.string(),
  word_count: z.number().int(),
});
export type ChapterText = z.infer<typeof ChapterText>;
