import type { BookData } from "../../contract/wire.ts";
import type { Job } from "../../database/generated/client.ts";
import type { WrittenChapter } from "./written-chapters.ts";

export const titleOf = (job: Pick<Job, "title" | "bookTitle" | "topic">): string =>
  job.title ?? job.bookTitle ?? job.topic;

/** Counts chapters and words itself: the model's own counts are never taken. */
export function assembleBook(job: Job, chapters: WrittenChapter[], generatedAt: Date): BookData {
  return {
    book_title: titleOf(job),
    topic: job.topic,
    goal: job.goal,
    outline: chapters.map(({ title, description }) => ({ title, description })),
    chapters: chapters.map(({ title, content }) => ({ title, content })),
    generated_at: generatedAt.toISOString(),
    word_count: chapters.reduce((total, chapter) => total + chapter.wordCount, 0),
    chapter_count: chapters.length,
  };
}
