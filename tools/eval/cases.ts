import { readFileSync } from "node:fs";
import { z } from "zod";
import { BookLanguage } from "#lib/contract/book.ts";

const Case = z.strictObject({
  id: z.string(),
  language: BookLanguage,
  topic: z.string(),
  goal: z.string(),
  chapters: z.int(),
  words_per_chapter: z.int(),
});
/** A book that models are measured on. */
export type Case = z.infer<typeof Case>;

const all = z.array(Case).parse(JSON.parse(readFileSync(new URL("cases.json", import.meta.url), "utf8")));

/** The fixed set, or some of it: a number takes the first ones, names separated by commas those. @throws for a name that is not there */
export function casesOf(wanted: string | undefined): Case[] {
  if (wanted === undefined || wanted === "all") return all;
  if (/^\d+$/.test(wanted)) return all.slice(0, Number(wanted));
  return wanted.split(",").map((id) => {
    const found = all.find((one) => one.id === id.trim());
    if (!found) throw new RangeError(`Cas inconnu : ${id}. Les cas : ${all.map((one) => one.id).join(", ")}.`);
    return found;
  });
}
