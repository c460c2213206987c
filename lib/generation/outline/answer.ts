import { z } from "zod";
import { outlineLimits } from "../../contract/limits.ts";
import { bare } from "../../contract/outline.ts";
import { typesetText } from "../../document/typeset/french.ts";
import type { BookBrief } from "../brief/book-brief.ts";
import { type BookOutline, type ChapterPlan, Definition, Elsewhere, positionOf } from "../brief/book-outline.ts";
import { citeNothing } from "../citations/settle.ts";

/** Requires every part, as providers want it. Budgets are not the model's to set. */
export const OutlineShape = z.object({
  title: z.string(),
  chapters: z.array(
    z.object({
      title: z.string(),
      description: z.string(),
      key_points: z.array(z.string()),
      defines: z.array(Definition),
      elsewhere: z.array(Elsewhere),
    }),
  ),
});

/** Reads more leniently: a missing part is worth a repair, not a lost outline. */
export const OutlineAnswer = z.object({
  title: z.string().default(""),
  chapters: z.array(
    z.object({
      title: z.string(),
      description: z.string().default(""),
      key_points: z.array(z.string()).default([]),
      defines: z
        .array(
          z.union([
            z.string().transform((term) => ({ term, definition: "" })),
            Definition.partial({ definition: true }),
          ]),
        )
        .catch([]),
      elsewhere: z.array(Elsewhere.extend({ where: z.coerce.string() })).catch([]),
    }),
  ),
});
export type OutlineAnswer = z.infer<typeof OutlineAnswer>;

const numbering = /^(?:chapitre|chapter)\s+(?:\d+|[ivxlc]+)\s*[:.–—-]\s*/i;
/** French typography needs its no-break spaces. */
const oneLine = (text: string) => text.replace(/[^\S\u00a0\u202f]+/g, " ").trim();
const cleanTitle = (title: string) =>
  oneLine(title)
    .replace(/^#+\s*/, "")
    .replace(numbering, "");

function titleAt(where: string, titles: string[]): string {
  const number = /^(?:chapitre|chapter)?\s*(\d+)$/i.exec(where.trim())?.[1];
  return (number && titles[Number(number) - 1]) ?? where;
}

/** Keeps within the limits of what a person may edit. */
export function readOutline(answer: OutlineAnswer, request: BookBrief): BookOutline {
  const typeset = request.language === "fr" ? typesetText : (text: string) => text;
  const line = (text: string, limit: number) =>
    typeset(citeNothing.text(oneLine(text)))
      .slice(0, limit)
      .trim();
  const titleOf = (title: string) => line(cleanTitle(title), outlineLimits.title);
  const titles = answer.chapters.map((chapter) => titleOf(chapter.title));
  const chapters = answer.chapters.map(
    ({ description, key_points, defines, elsewhere }, index): ChapterPlan => ({
      title: titles[index] ?? "",
      description: line(description, outlineLimits.description),
      key_points: key_points
        .map((point) => line(point, outlineLimits.line))
        .filter(Boolean)
        .slice(0, outlineLimits.lines),
      words: request.words,
      defines: defines
        .map(({ term, definition = "" }) => ({
          term: line(term, outlineLimits.title),
          definition: line(definition, outlineLimits.line),
        }))
        .filter(({ term }) => bare(term) !== "")
        .slice(0, outlineLimits.lines),
      elsewhere: elsewhere
        .map(({ what, where }) => ({ what: line(what, outlineLimits.line), where: titleOf(titleAt(where, titles)) }))
        .filter(({ what }) => what !== "")
        .slice(0, outlineLimits.lines),
    }),
  );
  return { title: request.title ?? titleOf(answer.title), chapters };
}

/** Settles the minor problems that the repairs left. */
export function settleOutline(outline: BookOutline): BookOutline {
  const known = new Set<string>();
  const isNew = (term: string) => !known.has(bare(term)) && Boolean(known.add(bare(term)));
  const chapters = outline.chapters.map((chapter, index) => ({
    ...chapter,
    defines: chapter.defines.filter(({ term }) => isNew(term)),
    elsewhere: chapter.elsewhere.filter(({ where }) => ![0, index + 1].includes(positionOf(outline, where))),
  }));
  return { ...outline, chapters };
}
