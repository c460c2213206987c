import type { GivenChapter } from "../../contract/outline.ts";
import type { Genre } from "../../contract/values.ts";
import type { VoiceSheet } from "../../contract/voice.ts";
import type { BookOutline } from "./book-outline.ts";

export type BookBrief = {
  title?: string;
  topic: string;
  goal: string;
  audience?: string;
  tone?: string;
  instructions?: string;
  /** How its author writes, as it was when the book was ordered. */
  voice?: VoiceSheet;
  language?: string;
  genre?: Genre;
  /** Words of each chapter; in a call for a chapter, that chapter's budget. */
  words: number;
  /** Absent: the outline decides, 5 to 10. */
  chapters?: number;
  /** The author's own chapters, whose texts stay as typed; their number is then `chapters`. */
  given?: GivenChapter[];
  /** A model is to read the finished text. */
  report?: boolean;
  /** Its chapters are written in order, each told what those before it have set. */
  isSequential?: true;
  /** Passages of the author's own documents are given to whoever writes. */
  hasDocuments?: true;
  /** A check that cannot be met fails the book. */
  strict?: boolean;
  /** Present from the first chapter on. */
  outline?: BookOutline;
  /** The chapter being written, from 1. */
  position?: number;
};

/** The words of the order that its author wrote: a book may say them. */
export const authorTexts = ({
  title,
  topic,
  goal,
  audience,
  tone,
  instructions,
  voice,
  given = [],
}: BookBrief): string[] =>
  [
    title,
    topic,
    goal,
    audience,
    tone,
    instructions,
    voice?.register,
    voice?.description,
    ...(voice?.liked ?? []),
    ...given.flatMap((one) => [one.title, one.description, ...(one.key_points ?? [])]),
  ].filter((text) => text !== undefined);
