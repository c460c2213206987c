import { readFileSync } from "node:fs";
import { z } from "zod";
import { BookGenre, BookLanguage } from "#lib/contract/book.ts";

const EvalCase = z.strictObject({
  id: z.string(),
  language: BookLanguage,
  genre: BookGenre.optional(),
  topic: z.string(),
  goal: z.string(),
  chapters: z.int(),
  words_per_chapter: z.int(),
});
/** A book that models are measured on. */
export type EvalCase = z.infer<typeof EvalCase>;

const allCases = z.array(EvalCase).parse(JSON.parse(readFileSync(new URL("cases.json", import.meta.url), "utf8")));

/**
 * Selects cases of the fixed set: a number takes the first ones, names separated by commas take those.
 * @throws RangeError for an unknown name
 */
export function selectCases(wanted: string | undefined): EvalCase[] {
  if (wanted === undefined || wanted === "all") return allCases;
  if (/^\d+$/.test(wanted)) return allCases.slice(0, Number(wanted));
  return wanted.split(",").map((id) => {
    const found = allCases.find((one) => one.id === id.trim());
    if (!found) throw new RangeError(`Cas inconnu : ${id}. Les cas : ${allCases.map((one) => one.id).join(", ")}.`);
    return found;
  });
}
