import { fromMarkdown } from "mdast-util-from-markdown";
import { toString as toText } from "mdast-util-to-string";
import { visit } from "unist-util-visit";
import type { BookView } from "../../contract/book.ts";
import { citesSources } from "../links.ts";

const maxDepth = 6;

/** Puts a heading’s source one level down; an underlined one (`Titre` over `===`) becomes one of `#`. */
function demote(source: string, depth: number): string {
  if (depth === maxDepth) return source;
  if (source.startsWith("#")) return `#${source}`;
  const lines = source.split(/\r?\n/).slice(0, -1);
  return `${"#".repeat(depth + 1)} ${lines.map((line) => line.trim()).join(" ")}`;
}

export function demoteHeadings(markdown: string): string {
  let result = "";
  let end = 0;
  visit(fromMarkdown(markdown), "heading", ({ position, depth }) => {
    const from = position?.start.offset ?? end;
    const to = position?.end.offset ?? end;
    result += markdown.slice(end, from) + demote(markdown.slice(from, to), depth);
    end = to;
  });
  return result + markdown.slice(end);
}

function toChapter({ title, content }: { title: string; content: string }): string {
  const [first] = fromMarkdown(content).children;
  const titled = first?.type === "heading" && first.depth === 1 && toText(first).trim() !== "";
  return `${titled ? "" : `## ${title}\n\n`}${demoteHeadings(content).trim()}`;
}

/** Writes a book as one document: its title is the only first-level heading, its goal the introduction. */
export function toMarkdown(book: BookView): string {
  const needsNoNotice = book.chapters.length === 0 || citesSources(book.chapters);
  const colophon = needsNoNotice ? [] : ["---", "*Ce livre ne cite aucune source.*"];
  const parts = [`# ${book.book_title}`, book.goal, ...book.chapters.map(toChapter), ...colophon];
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

/** Makes the header of a download, named by the title itself where a browser understands it (RFC 6266). */
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
