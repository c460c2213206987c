import type { BookOutline } from "./book-outline.ts";

/** The book that a job asks for, as every role reads it. */
export type BookBrief = {
  title?: string;
  topic: string;
  goal: string;
  audience?: string;
  tone?: string;
  instructions?: string;
  /** The book's language; French gets French typography. */
  language?: string;
  /** Words asked of each chapter; in a call for a chapter, that chapter's budget. */
  words: number;
  /** The number of chapters asked for; absent: the outline decides, 5 to 10. */
  chapters?: number;
  /** Present from the first chapter on. */
  outline?: BookOutline;
  /** The chapter being written, from 1. */
  position?: number;
};
