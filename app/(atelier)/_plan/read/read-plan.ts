import { build, type ReadPlan } from "./build.ts";
import { withoutPages } from "./leaders.ts";
import { toLines } from "./lines.ts";
import { mark } from "./marks.ts";
import { type Entry, readNumbers } from "./numbered.ts";
import type { Role, Shape } from "./shape.ts";
import { shapeByHeadings } from "./shape-headings.ts";
import { shapeByLines } from "./shape-lines.ts";
import { shapeByItems, shapeByKeywords } from "./shape-lists.ts";

/** A page shows no more chapters than twice what a book may have. */
const mostChapters = 60;

function bounded({ chapters, unplaced, ...plan }: ReadPlan): ReadPlan {
  const beyond = chapters.slice(mostChapters).flatMap(({ title, description, key_points }) => {
    return [title, description, ...key_points].filter((text) => text !== "");
  });
  return { ...plan, chapters: chapters.slice(0, mostChapters), unplaced: [...unplaced, ...beyond] };
}

const shapeOf = (entries: Entry[]): Shape => shapeByKeywords(entries) ?? shapeByItems(entries) ?? shapeByLines(entries);

/**
 * Reads the plan that a person pasted: a list, a Markdown outline, a table of contents. Titles stay as they are, apart
 * from their numbers and what leads to a page; what is no chapter's goes to `unplaced`.
 */
export function readPlan(paste: string): ReadPlan {
  const entries = readNumbers(withoutPages(toLines(paste)).map(mark));
  const { shape, whole } = shapeByHeadings(entries);
  const left = entries.filter((entry) => !shape.has(entry));
  const roles = new Map<Entry, Role>(whole ? shape : [...shape, ...shapeOf(left)]);
  return bounded(build(entries, (entry) => (entry.head ? "else" : (roles.get(entry) ?? "else"))));
}
