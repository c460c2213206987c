import type { BookLanguage } from "../contract/book.ts";
import { demoChapterWords } from "../contract/demo.ts";

export type Capabilities = {
  /** Its texts are placeholders, which pages have to say. */
  demonstrates: boolean;
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
  /** Reads a written chapter for what it sets, and is told of it in the next. */
  remembers: boolean;
  priced: boolean;
  rateLimited: boolean;
};

const demo: Capabilities = {
  demonstrates: true,
  languages: ["fr"],
  maxChapterWords: demoChapterWords,
  secondsPerChapter: 1.2,
  combines: false,
  researches: false,
  reviews: false,
  remembers: false,
  priced: false,
  rateLimited: false,
};

const provided: Capabilities = {
  demonstrates: false,
  combines: true,
  researches: true,
  reviews: true,
  remembers: true,
  priced: true,
  rateLimited: true,
};

export const capabilitiesOf = (model: string): Capabilities => (model === "demo" ? demo : provided);
