import { z } from "zod";
import { BookView } from "./book.ts";
import { ChapterContent } from "./wire.ts";

/** `GET /api/books/{id}/contents`: a received book without the text of its chapters. */
export const BookContents = BookView.omit({ goal: true, outline: true, chapters: true }).extend({
  /** It says of itself that it is a demonstration. */
  demo: z.boolean(),
  /** Some chapter sends its reader to the Web. */
  cites: z.boolean(),
  chapters: z.array(ChapterContent.pick({ title: true })),
});
export type BookContents = z.infer<typeof BookContents>;

/** The text of one chapter, counted from 1: of a received book, or of a job as soon as it is written. */
export const ChapterText = ChapterContent.extend({
  position: z.number().int(),
  /** The text as a page shows it: made and sanitised by the server. */
  html: z.string(),
  word_count: z.number().int(),
});
export type ChapterText = z.infer<typeof ChapterText>;
