import type { BookData } from "../../contract/wire.ts";

/** A finished job's rows, as the book needs them. */
export type FinishedJob = {
  title: string | null;
  bookTitle: string | null;
  topic: string;
  goal: string;
  chapters: { title: string; description: string; content: string; wordCount: number }[];
};

/** The title a book goes by: the one typed, else the outline's, else its topic. */
export const titleOf = (job: { title: string | null; bookTitle: string | null; topic: string }): string =>
  job.title ?? job.bookTitle ?? job.topic;

/** Puts the book together; the counts are ours, never the model's. */
export function assemble(job: FinishedJob, generatedAt: Date): BookData {
  return {
    book_title: titleOf(job),
    topic: job.topic,
    goal: job.goal,
    outline: job.chapters.map(({ title, description }) => ({ title, description })),
    chapters: job.chapters.map(({ title, content }) => ({ title, content })),
    generated_at: generatedAt.toISOString(),
    word_count: job.chapters.reduce((total, chapter) => total + chapter.wordCount, 0),
    chapter_count: job.chapters.length,
  };
}
