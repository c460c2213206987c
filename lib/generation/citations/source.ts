/** A page that was read for a book, and that it may cite. */
export type Source = { number: number; url: string; title: string; retrievedAt: Date };

/** What research knows: its notes, and the sources they cite. Without sources nothing is cited. */
export type Documentation = { notes: string | undefined; sources: Source[] };
