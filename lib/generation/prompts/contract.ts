import { type BookOutline, positionOf } from "../brief/book-outline.ts";
import { heading } from "./labels.ts";
import { colon, worded } from "./language.ts";

/** What a chapter defines, and what it leaves to the others; empty where the outline says nothing of it. */
export function contractSection(outline: BookOutline, position: number, language: string | undefined): string {
  const chapter = outline.chapters[position - 1];
  if (!chapter) return "";
  const defined = (term: string, definition: string) => (definition ? colon(language, term, definition) : term);
  const place = (at: number) => {
    const title = outline.chapters[at - 1]?.title;
    return worded(language, { fr: `chapitre ${at}, « ${title} »`, en: `chapter ${at}, “${title}”` });
  };
  const own = chapter.defines.map(({ term, definition }) => defined(term, definition));
  const theirs = outline.chapters.flatMap(({ defines }, index) =>
    index + 1 === position
      ? []
      : defines.map(({ term, definition }) => defined(`${term} (${place(index + 1)})`, definition)),
  );
  const elsewhere = chapter.elsewhere.flatMap(({ what, where }) => {
    const at = positionOf(outline, where);
    return at > 0 && at !== position ? [colon(language, what, place(at))] : [];
  });
  const list = (label: "ownTerms" | "otherTerms" | "elsewhere", lines: string[]) =>
    lines.length > 0 ? `\n${heading(language, label)}\n${lines.map((line) => `- ${line}`).join("\n")}` : "";
  return list("ownTerms", own) + list("otherTerms", theirs) + list("elsewhere", elsewhere);
}
