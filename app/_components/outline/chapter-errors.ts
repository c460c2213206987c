import type { Issue } from "#lib/contract/error.ts";
import { sentence } from "../text/sentence.ts";

/** Sentences by path: `title`, `chapters.2.key_points`. */
export type ChapterErrors = Partial<Record<string, string>>;

/** Names the field that shows an issue: the points of a chapter share one. */
export const fieldPath = (path: string) => path.replace(/(key_points)\.\d+$/, "$1");

export const toChapterErrors = (issues: Issue[]): ChapterErrors =>
  Object.fromEntries(issues.map(({ path, message }) => [fieldPath(path), sentence("Ce champ", message)]));
