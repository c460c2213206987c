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
  priced: boolean;
  rateLimited: boolean;
  /** Holds little at once: it is asked for little at a time, and for no corrections. */
  isSmall: boolean;
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
  isSmall: false,
};

const maxSmallBillions = 4.5;

/** The parameters that a model's own name tells, in billions: `qwen2.5:1.5b`, `smollm2-135m`. */
function billionsOf(model: string): number | undefined {
  const [, number, unit] = /(?<![\d.])(\d+(?:\.\d+)?)([bm])(?![a-z])/i.exec(model) ?? [];
  if (!number) return undefined;
  return unit?.toLowerCase() === "m" ? Number(number) / 1000 : Number(number);
}

const provided: Capabilities = {
  demonstrates: false,
  combines: true,
  researches: true,
  reviews: true,
  priced: true,
  rateLimited: true,
  isSmall: false,
};

export const capabilitiesOf = (model: string): Capabilities =>
  model === "demo"
    ? demo
    : { ...provided, isSmall: (billionsOf(model) ?? Number.POSITIVE_INFINITY) <= maxSmallBillions };
