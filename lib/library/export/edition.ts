import type { BookLanguage, BookView } from "../../contract/book.ts";

/** What a file is made of: one version of a book, and what the wire does not carry of it. */
export type Edition = BookView & {
  language: BookLanguage;
  /** A model wrote it, which each file says to machines. */
  byModel: boolean;
};

/** What the press council's vocabulary calls a text made by a trained model. */
export const digitalSourceType = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia";

/** The day of a date as it was sent, with or without a zone. */
export const dayOf = (sent: string): string | undefined => /^\d{4}-\d{2}-\d{2}/.exec(sent)?.[0];
