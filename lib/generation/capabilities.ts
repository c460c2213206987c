import type { BookLanguage } from "../contract/book.ts";
import { demoChapterWords } from "../contract/demo.ts";

export type Capabilities = {
  /** Its texts are placeholders, which pages have to say. */
  demonstrates: boolean;
  /** False where the chapters are their author's own, and nothing is asked. */
  writes: boolean;
  /** Absent: every language of a book. */
  languages?: readonly BookLanguage[];
  /** Absent: as long as asked. */
  maxChapterWords?: number;
  /** Present where each chapter takes as long as any other, and no answer needs a correction. */
  secondsPerChapter?: number;
  /** May work on a book together with other models. */
  combines: boolean;
  researches: boolean;
  reviews: boolean;
  translates: boolean;
  /** Reads a written chapter for what it sets, and is told of it in the next. */
  remembers: boolean;
  /** Writes as a voice says, and tells one from a sample. */
  hasVoice: boolean;
  priced: boolean;
  rateLimited: boolean;
};

const demo: Capabilities = {
  demonstrates: true,
  writes: true,
  languages: ["fr"],
  maxChapterWords: demoChapterWords,
  secondsPerChapter: 1.2,
  combines: false,
  researches: false,
  reviews: false,
  translates: false,
  remembers: false,
  hasVoice: false,
  priced: false,
  rateLimited: false,
};

const provided: Capabilities = {
  demonstrates: false,
  writes: true,
  combines: true,
  researches: true,
  reviews: true,
  translates: true,
  remembers: true,
  hasVoice: true,
  priced: true,
  rateLimited: true,
};

/** Stands where the model of a job is named, when its chapters came from a manuscript. */
export const manuscriptModel = "manuscript";

/** It joins any model that goes on with the book. */
const manuscript: Capabilities = {
  demonstrates: false,
  writes: false,
  combines: true,
  researches: false,
  reviews: false,
  translates: false,
  remembers: false,
  hasVoice: false,
  priced: false,
  rateLimited: false,
};

export function capabilitiesOf(model: string): Capabilities {
  if (model === manuscriptModel) return manuscript;
  return model === "demo" ? demo : provided;
}
