import type { BookLanguage } from "../contract/book.ts";
import { demoChapterWords } from "../contract/demo.ts";

/** The abilities of a model and the needs of its books: callers ask for these instead of looking at its id. */
export type Capabilities = {
  /** Its texts are placeholders, which pages have to say. */
  demonstrates: boolean;
  /** The languages that it writes; absent: every language of a book. */
  languages?: readonly BookLanguage[];
  /** The longest chapter that it writes; absent: as long as asked. */
  maxChapterWords?: number;
  /** Present where each chapter takes as long as any other, and no answer needs a correction. */
  secondsPerChapter?: number;
  /** It may work on a book together with other models. */
  combines: boolean;
  /** Its books start with a search for sources. */
  researches: boolean;
  /** Its chapters are read again as one book. */
  reviews: boolean;
  /** Its calls cost money. */
  priced: boolean;
  /** Its provider may limit how often it is called. */
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
  priced: false,
  rateLimited: false,
};

const provided: Capabilities = {
  demonstrates: false,
  combines: true,
  researches: true,
  reviews: true,
  priced: true,
  rateLimited: true,
};

/** @param model its id, as `BOOK_MODEL` writes it */
export const capabilitiesOf = (model: string): Capabilities => (model === "demo" ? demo : provided);
