/** The share of a book's words, 0 to 1, that must be in its language. */
export const minLanguageShare = 0.995;

/**
 * The share of a book's runs of eight words, 0 to 1, that occur more than once: a book is rewritten down to the target and
 * fails above the maximum. A human one of 93,000 words has 0.003.
 */
export const repetitionTarget = 0.01;
export const maxRepetition = 0.05;

/** Bounds the distance of a chapter's length from its budget, as a share of the budget. */
export const lengthTolerance = 0.1;
