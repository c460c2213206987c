/** The share of a chapter's words, 0 to 1, that must be in the book's language. */
export const minLanguageShare = 0.995;

/** In a short chapter, so many words may be in another language all the same: this share of it, up to this number. */
export const fewForeignWords = { share: 0.025, words: 20 };

/** The target for repeated runs of eight words, 0 to 1; a human book of 93,000 words has 0.003. */
export const repetitionTarget = 0.01;
export const maxRepetition = 0.05;

/** The share of a budget by which a chapter's length may differ. */
export const lengthTolerance = 0.1;
/** A share of the budget beyond the tolerance that no reader notices: it is not worth a rewriting, nor a warning. */
const lengthHair = 0.005;
export const isLengthWithin = (words: number, asked: number, tolerance = lengthTolerance): boolean =>
  Math.abs(words - asked) <= asked * (tolerance + lengthHair);

/** A chapter with less than this share of its words in the book's language is in another language throughout. */
export const minChapterLanguageShare = 0.5;
