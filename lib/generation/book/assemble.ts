import type { BookData } from "../../contract/wire.ts";
import type { Job } from "../../database/generated/client.ts";
import type { WrittenChapter } from "./written-chapters.ts";

/** The title a book goes by: the one typed, else the outline's, else its topic. */
export const titleOf = (job: Pick<Job, "title" | "bookTitle" | "topic">): string =>
  job.title ?? job.bookTitle ?? job.topic;

/** Puts a finished job's book together; the counts are ours, never the model's. */
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
