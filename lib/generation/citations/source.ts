/** A page that was read for a book, and that it may cite. */
export type Source = { number: number; url: string; title: string; retrievedAt: Date };

/** The notes of research and the sources that they cite. Without sources nothing is cited. */
export type Documentation = { notes: string | undefined; sources: Source[] };
