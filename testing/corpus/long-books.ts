import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { bookLanguages } from "#lib/contract/values.ts";

const Front = z.strictObject({
  title: z.string(),
  author: z.string(),
  year: z.number(),
  language: z.enum(bookLanguages),
  origin: z.string(),
  licence: z.string(),
});

/** `file` is its name in its folder. */
export type LongBook = z.infer<typeof Front> & { file: string; chapters: { title: string; text: string }[] };

/** Where the texts of a model on the same subjects are, under the same names. */
export const modelPairsFolder = path.join(import.meta.dirname, "by-a-model");

async function readBook(folder: string, file: string): Promise<LongBook> {
  const source = await readFile(path.join(folder, file), "utf8");
  const [, front = "", body = ""] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(source) ?? [];
  // Code has lines that begin like a title.
  const titles = [...body.matchAll(/^```[\s\S]*?^```|^# (.+)$/gm)].filter((match) => match[1] !== undefined);
  const chapters = titles.map((match, index) => ({
    title: match[1] ?? "",
    text: body.slice(match.index, titles[index + 1]?.index).trim(),
  }));
  return { ...Front.parse(parse(front)), file, chapters };
}

/** Reads chapters of about a thousand words, of books that people wrote and published. */
export async function readLongBooks(folder = path.join(import.meta.dirname, "long")): Promise<LongBook[]> {
  const names = (await readdir(folder)).sort();
  return Promise.all(names.map((name) => readBook(folder, name)));
}
