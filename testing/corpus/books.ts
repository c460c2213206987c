import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { bookLanguages } from "#lib/contract/values.ts";
import { wordsIn } from "#lib/document/words.ts";

const Front = z.strictObject({
  /** As the table of the docs names it, in French. */
  genre: z.string(),
  language: z.enum(bookLanguages),
  title: z.string(),
  description: z.string(),
  points: z.array(z.string()).min(1),
  /** Who wrote it, and under what licence. */
  origin: z.string(),
  /** What must survive beside what its tree shows. */
  keeps: z.array(z.string()).default([]),
});

export type HonestChapter = z.infer<typeof Front> & { text: string };
/** `words` is what to order for each chapter. */
export type HonestBook = Pick<HonestChapter, "genre" | "language"> & {
  name: string;
  chapters: HonestChapter[];
  words: number;
};

const root = path.join(import.meta.dirname, "books");

async function readChapter(file: string): Promise<HonestChapter> {
  const [, front = "", text = ""] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(await readFile(file, "utf8")) ?? [];
  const chapter = { ...Front.parse(parse(front)), text: text.trim() };
  if (!text.startsWith(`# ${chapter.title}\n`)) throw new Error(`${file}: le titre n’est pas celui du texte`);
  const missing = chapter.keeps.filter((kept) => !text.includes(kept));
  if (missing.length > 0) throw new Error(`${file}: le texte n’a pas ${missing.join(", ")}`);
  return chapter;
}

async function readBook(name: string): Promise<HonestBook> {
  const files = (await readdir(path.join(root, name))).sort();
  const chapters = await Promise.all(files.map((file) => readChapter(path.join(root, name, file))));
  const counts = chapters.map(({ text }) => wordsIn(text).length);
  const words = Math.round((Math.min(...counts) + Math.max(...counts)) / 2);
  if (counts.some((count) => Math.abs(count - words) > words * 0.08))
    throw new Error(`${name}: ${counts.join(", ")} mots, des chapitres trop inégaux`);
  const [first] = chapters;
  if (!first) throw new Error(`${name}: aucun chapitre`);
  return { name, genre: first.genre, language: first.language, chapters, words };
}

/** Reads the chapters that an honest author might have written, by book. */
export async function readHonestBooks(): Promise<HonestBook[]> {
  const names = (await readdir(root)).sort();
  return Promise.all(names.map(readBook));
}
