import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { BookView } from "../../lib/contract/book.ts";

function slug(title: string): string {
  const ascii = title.normalize("NFKD").replace(/\p{M}/gu, "").replaceAll("œ", "oe").replaceAll("æ", "ae");
  const words = ascii.toLowerCase().match(/[a-z0-9]+/g) ?? ["livre"];
  return words.join("-").slice(0, 80).replace(/-$/, "");
}

/** Writes a received book as one Markdown file under `folder`, beside those already there. @returns its path */
export function writeBook(folder: string, book: BookView): string {
  const shelf = path.join(folder, "livres");
  mkdirSync(shelf, { recursive: true });
  const name = slug(book.book_title);
  let file = path.join(shelf, `${name}.md`);
  for (let copy = 2; existsSync(file); copy++) file = path.join(shelf, `${name}-${copy}.md`);
  const front = `---\ntitle: ${JSON.stringify(book.book_title)}\nlang: fr\ndate: ${book.generated_at}\n---`;
  const chapters = book.chapters.map((chapter) => chapter.content.trim());
  writeFileSync(file, `${[front, ...chapters].join("\n\n")}\n`);
  return file;
}
