import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { BookView } from "../../lib/contract/book.ts";
import { slugOf } from "../../lib/library/export/file-name.ts";
import { toMarkdown } from "../../lib/library/export/markdown.ts";

/** Writes a received book, ordered without a language and so in French, as a new Markdown file under `folder`. @returns its path */
export async function writeBook(folder: string, book: BookView): Promise<string> {
  const books = path.join(folder, "livres");
  mkdirSync(books, { recursive: true });
  const name = slugOf(book.book_title);
  let file = path.join(books, `${name}.md`);
  for (let copy = 2; existsSync(file); copy++) file = path.join(books, `${name}-${copy}.md`);
  writeFileSync(file, await toMarkdown({ ...book, language: "fr", byModel: true }));
  return file;
}
