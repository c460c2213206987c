import { z } from "zod";
import { bibleLimits, chapterLimits } from "./limits.ts";
import { required, text, whole } from "./text.ts";
import { Warning } from "./warning.ts";

const few = (count: number) => `attend ${count} éléments au plus`;
const chapter = whole(chapterLimits.min, chapterLimits.max);
/** `edited`: a person typed it or changed it; no model overwrites it. */
const edited = z.boolean().default(false);
/** Null for what the author knew before any chapter said it. */
const setIn = chapter.nullable().default(null);

export const BibleSummary = z.strictObject({ chapter, text: required(bibleLimits.summary), edited });
export type BibleSummary = z.infer<typeof BibleSummary>;

/** A character, or a place. */
export const BibleName = z.strictObject({
  name: required(bibleLimits.name),
  text: text(bibleLimits.text),
  chapter: setIn,
  edited,
});
export type BibleName = z.infer<typeof BibleName>;

export const BibleFact = z.strictObject({ text: required(bibleLimits.text), chapter: setIn, edited });
export type BibleFact = z.infer<typeof BibleFact>;

/** `chapter` opened it, `closed` is the chapter that closed it. */
export const BibleThread = z.strictObject({
  text: required(bibleLimits.text),
  chapter: setIn,
  closed: chapter.nullable().default(null),
  edited,
});
export type BibleThread = z.infer<typeof BibleThread>;

const list = <Item extends z.ZodType>(item: Item, max: number) => z.array(item).max(max, few(max));

/** What the chapters of a book have set so far. */
export const Bible = z.strictObject({
  summaries: list(BibleSummary, chapterLimits.max).refine(
    (all) => new Set(all.map((one) => one.chapter)).size === all.length,
    "attend un résumé au plus par chapitre",
  ),
  characters: list(BibleName, bibleLimits.names),
  places: list(BibleName, bibleLimits.names),
  facts: list(BibleFact, bibleLimits.facts),
  threads: list(BibleThread, bibleLimits.threads),
});
export type Bible = z.infer<typeof Bible>;

/** The whole bible, as `GET` gives it: `edited` and `warnings` are not the author's to set. */
export const BibleEdit = Bible.extend({
  warnings: z.array(z.unknown()).optional(),
  version: z.number("attend la version que vous modifiez").int("attend un nombre entier"),
});
export type BibleEdit = z.infer<typeof BibleEdit>;

/** `warnings` say where a chapter contradicts it, or could not be read for it. */
export const BibleView = Bible.extend({ version: z.number().int(), warnings: z.array(Warning) });
export type BibleView = z.infer<typeof BibleView>;
