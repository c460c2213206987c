/** `url` is null for a file; `place` says where a passage stands in its document, and is null for a page. */
export type Source = {
  number: number;
  url: string | null;
  title: string;
  place?: string | null;
  retrievedAt: Date;
};

/** A passage of an author's own document, for the one who writes. */
export type GivenPassage = { number: number; title: string; place: string | null; text: string };

export type Documentation = { notes: string | undefined; sources: Source[]; passages?: GivenPassage[] };
