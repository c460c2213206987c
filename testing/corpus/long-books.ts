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

export type LongBook = z.infer<typeof Front> & { chapters: { title: string; text: string }[] };

const root = path.join(import.meta.dirname, "long");

async function readBook(file: string): Promise<LongBook> {
  const [, front = "", body = ""] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(await readFile(file, "utf8")) ?? [];
  // Code has lines that begin like a title.
  const titles = [...body.matchAll(/^```[\s\S]*?^```|^# (.+)$/gm)].filter((match) => match[1] !== undefined);
  const chapters = titles.map((match, index) => ({
    title: match[1] ?? "",
    text: body.slice(match.index, titles[index + 1]?.index).trim(),
  }));
  return { ...Front.parse(parse(front)), chapters };
}

/** Reads chapters of about a thousand words, of books that people wrote and published. */
export async function readLongBooks(): Promise<LongBook[]> {
  const names = (await readdir(root)).sort();
  return Promise.all(names.map((name) => readBook(path.join(root, name))));
}
