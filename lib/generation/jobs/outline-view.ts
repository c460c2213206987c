import { BookOptions } from "../../contract/book.ts";
import type { OutlineView } from "../../contract/outline.ts";
import type { Job } from "../../database/generated/client.ts";
import { BookOutline } from "../brief/book-outline.ts";

export function toOutlineView(job: Job): OutlineView | undefined {
  const outline = BookOutline.nullable().parse(job.outline);
  if (!outline) return undefined;
  const { words_per_chapter: asked } = BookOptions.parse(job.options);
  const chapters = outline.chapters.map(({ words = asked, ...chapter }) => ({ ...chapter, words }));
  return { version: job.outlineVersion, title: outline.title, chapters };
}
