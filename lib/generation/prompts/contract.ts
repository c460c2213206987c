import { type BookOutline, positionOf } from "../brief/book-outline.ts";

const list = (heading: string, lines: string[]): string =>
  lines.length > 0 ? `\n${heading}\n${lines.map((line) => `- ${line}`).join("\n")}` : "";

const defined = (term: string, definition: string) => (definition ? `${term} : ${definition}` : term);

export function contractSection(outline: BookOutline, position: number): string {
  const chapter = outline.chapters[position - 1];
  if (!chapter) return "";
  const place = (at: number) => `chapitre ${at}, « ${outline.chapters[at - 1]?.title} »`;
  const own = chapter.defines.map(({ term, definition }) => defined(term, definition));
  const theirs = outline.chapters.flatMap(({ defines }, index) =>
    index + 1 === position
      ? []
      : defines.map(({ term, definition }) => defined(`${term} (${place(index + 1)})`, definition)),
  );
  const elsewhere = chapter.elsewhere.flatMap(({ what, where }) => {
    const at = positionOf(outline, where);
    return at > 0 && at !== position ? [`${what} : ${place(at)}`] : [];
  });
  return [
    list("Termes que ce chapitre définit, en ce sens :", own),
    list("Termes que d’autres chapitres définissent (à employer en ce sens, sans les redéfinir) :", theirs),
    list("Traité dans d’autres chapitres (à ne pas développer ici) :", elsewhere),
  ].join("");
}
