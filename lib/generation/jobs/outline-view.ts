import { BookOptions } from "../../contract/book.ts";
import type { OutlineView } from "../../contract/outline.ts";
import { db } from "../../database/client.ts";
import type { Job } from "../../database/generated/client.ts";
import { BookOutline } from "../brief/book-outline.ts";
import { outlineOf } from "../brief/job-brief.ts";
import { withResearch } from "./chapter-research.ts";

export function toOutlineView(job: Job): OutlineView | undefined {
  const outline = BookOutline.nullable().parse(job.outline);
  if (!outline) return undefined;
  const { words_per_chapter: asked } = BookOptions.parse(job.options);
  const chapters = outline.chapters.map(({ words = asked, research: _research, ...chapter }) => ({
    ...chapter,
    words,
  }));
  return { version: job.outlineVersion, title: outline.title, chapters };
}

/** The same with what its chapters were documented with. */
export async function readOutlineView(job: Job): Promise<OutlineView | undefined> {
  const view = toOutlineView(job);
  return view && withResearch(db(), job, view, outlineOf(job));
}
