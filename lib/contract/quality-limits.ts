/** The share of a book's words, 0 to 1, that must be in its language. */
export const minLanguageShare = 0.995;

/** The share of a book's runs of eight words, 0 to 1, that may occur more than once. */
export const maxRepetition = 0.01;

/** Bounds the distance of a chapter’s length from its budget, as a share of the budget. */
export const lengthTolerance = 0.1;
