import { z } from "zod";
import { outlineLimits } from "../../contract/limits.ts";
import { foldText } from "../../contract/outline.ts";
import { typesetText } from "../../document/typeset/typeset.ts";
import type { BookBrief } from "../brief/book-brief.ts";
import { type BookOutline, type ChapterPlan, Definition, Elsewhere, positionOf } from "../brief/book-outline.ts";
import { settleMarks } from "../citations/marks.ts";
import { ofSubject, withoutRepeatedPoints } from "./points.ts";

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

/** The plan as `planIn` finds it: what is missing in it is worth a repair, not a lost outline. */
export const OutlineAnswer = z.object({
  title: z.string(),
  chapters: z
    .array(
      z.object({
        title: z.string(),
        description: z.string(),
        key_points: z.array(z.string()),
        defines: z.array(Definition),
        elsewhere: z.array(Elsewhere),
      }),
    )
    .min(1),
});
export type OutlineAnswer = z.infer<typeof OutlineAnswer>;

/** French typography needs its no-break spaces. */
const oneLine = (text: string) => text.replace(/[^\S\u00a0\u202f]+/g, " ").trim();

const marks = /^(?:#+\s*|\*\*|__)|(?:\*\*|__)$/g;
const chapterNumber =
  /^(?:chapitre|chapter|chap\.|cap[ií]tulo|kapitel|capitolo|hoofdstuk)\s*(?:n[°o]\s*)?(?:\d+|[ivxlc]+|premier|one)\s*(?:[.:)–—-]\s*|$)/i;
const ownNumber = /^(?:n[°o]\s*)?(\d{1,2}|[IVX]+)\s*[.:)–—-]\s+(?=\S)/;
const romans = " I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX".split(" ");

/** Takes off the number of the chapter at `position`, from 1: another number before a title may belong to it. */
function cleanTitle(title: string, position?: number): string {
  const plain = oneLine(title).replace(marks, "").trim();
  const unnumbered = plain.replace(chapterNumber, "");
  if (unnumbered !== plain) return unnumbered || plain;
  const number = ownNumber.exec(plain);
  const isOwn = number && position !== undefined && [String(position), romans[position]].includes(number[1] ?? "");
  return isOwn ? plain.slice(number[0].length) : plain;
}

function titleAt(where: string, titles: string[]): string {
  const title = cleanTitle(where);
  if (titles.some((one) => foldText(one) === foldText(title))) return title;
  const number = /^(?:chapitre|chapter|chap\.)?\s*(?:n[°o]\s*)?(\d+)\b/i.exec(where.trim())?.[1];
  return (number && titles[Number(number) - 1]) ?? title;
}

/** A plan cites no source; numbers in brackets and addresses are part of what it says. */
const citesNothing: ReadonlySet<number> = new Set();

/** Keeps within the limits of what a person may edit. */
export function readOutline(answer: OutlineAnswer, request: BookBrief): BookOutline {
  const line = (text: string, limit: number) =>
    typesetText(settleMarks(oneLine(text), citesNothing), request.language)
      .slice(0, limit)
      .trim();
  const titleOf = (title: string, position?: number) => line(cleanTitle(title, position), outlineLimits.title);
  const titles = answer.chapters.map((chapter, index) => titleOf(chapter.title, index + 1));
  const chapters = answer.chapters.map(
    ({ description, key_points, defines, elsewhere }, index): ChapterPlan => ({
      title: titles[index] ?? "",
      description: line(description, outlineLimits.description),
      key_points: key_points
        .map((point) => ofSubject(line(point, outlineLimits.line)))
        .filter(Boolean)
        .slice(0, outlineLimits.lines),
      words: request.words,
      defines: defines
        .map(({ term, definition }) => ({
          term: line(term, outlineLimits.title),
          definition: line(definition, outlineLimits.line),
        }))
        .filter(({ term }) => foldText(term) !== "")
        .slice(0, outlineLimits.lines),
      elsewhere: elsewhere
        .map(({ what, where }) => ({ what: line(what, outlineLimits.line), where: titleOf(titleAt(where, titles)) }))
        .filter(({ what }) => what !== "")
        .slice(0, outlineLimits.lines),
    }),
  );
  return { title: request.title ?? titleOf(answer.title), chapters: withoutRepeatedPoints(chapters) };
}

/** Mends what needs no model: a term is its first chapter's, and a reference is to another chapter of the plan. */
export function settleOutline(outline: BookOutline): BookOutline {
  const known = new Set<string>();
  const isNew = (term: string) => !known.has(foldText(term)) && Boolean(known.add(foldText(term)));
  const chapters = outline.chapters.map((chapter, index) => ({
    ...chapter,
    defines: chapter.defines.filter(({ term }) => isNew(term)),
    elsewhere: chapter.elsewhere.filter(({ where }) => ![0, index + 1].includes(positionOf(outline, where))),
  }));
  return { ...outline, chapters };
}
