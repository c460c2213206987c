/** The share of a book's words, 0 to 1, that must be in its language. */
export const minLanguageShare = 0.995;

/** The share of a book's runs of eight words, 0 to 1, that may occur more than once. */
export const maxRepetition = 0.01;

/** How far from its budget a chapter's length may be, as a share of the budget. */
export const lengthTolerance = 0.1;
