import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { BookView } from "../../lib/contract/book.ts";
import { slugOf, toMarkdown } from "../../lib/library/export/markdown.ts";

/** Writes a received book as one Markdown file under `folder`, beside those already there. @returns its path */
export async function writeBook(folder: string, book: BookView): Promise<string> {
  const shelf = path.join(folder, "livres");
  mkdirSync(shelf, { recursive: true });
  const name = slugOf(book.book_title);
  let file = path.join(shelf, `${name}.md`);
  for (let copy = 2; existsSync(file); copy++) file = path.join(shelf, `${name}-${copy}.md`);
  writeFileSync(file, await toMarkdown(book));
  return file;
}
