import type { BookView } from "../../contract/book.ts";
import { demoteHeadings } from "../../document/headings.ts";
import { isHeading, textOf } from "../../document/nodes.ts";
import { openDocument } from "../../document/open.ts";
import { citesSources } from "../links.ts";

async function toChapter({ title, content }: { title: string; content: string }): Promise<string> {
  const document = await openDocument(content);
  const first = document.blocks[0]?.node;
  const titled = first !== undefined && isHeading(first, 1) && textOf(first).trim() !== "";
  return `${titled ? "" : `## ${title}\n\n`}${demoteHeadings(document).trim()}`;
}

/** The goal is the introduction; the last words say so when the book cites nothing. */
export async function toMarkdown(book: BookView): Promise<string> {
  const silent = book.chapters.length === 0 || citesSources(book.chapters);
  const colophon = silent ? [] : ["---", "*Ce livre ne cite aucune source.*"];
  const chapters: string[] = [];
  for (const chapter of book.chapters) chapters.push(await toChapter(chapter));
  const parts = [`# ${book.book_title}`, book.goal, ...chapters, ...colophon];
  return `${parts.map((part) => part.trim()).join("\n\n")}\n`;
}

export function slugOf(title: string): string {
  const ascii = title.normalize("NFKD").replace(/\p{M}/gu, "").replaceAll("œ", "oe").replaceAll("Œ", "OE");
  const slug = ascii
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 80);
  return slug.replace(/^-+|-+$/g, "") || "livre";
}

/** The header that makes a browser save it, under the title's own letters where it understands them (RFC 6266). */
export function attachment(title: string, extension: string): string {
  const full = `${
    title
      .replace(/[\p{Cc}/\\:*?"<>|]+/gu, " ")
      .trim()
      .slice(0, 120) || "livre"
  }.${extension}`;
  const encoded = encodeURIComponent(full.toWellFormed()).replace(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${slugOf(title)}.${extension}"; filename*=UTF-8''${encoded}`;
}
