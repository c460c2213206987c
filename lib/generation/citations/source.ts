export type Source = { number: number; url: string; title: string; retrievedAt: Date };

export type Documentation = { notes: string | undefined; sources: Source[] };
