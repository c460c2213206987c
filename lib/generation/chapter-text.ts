import type { Heading, Nodes } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { toString as toText } from "mdast-util-to-string";

const announcement =
  /^(?:(?:bien sûr|d[’']accord|très bien|parfait|certainement)[\s,!.:]*)?(?:voici|voilà|here is|here[’']s)\b(?=[^\n]*(?:chapitre|chapter|:[*_ \t]*(?:\n|$)))[^\n]{0,200}\n+(?:(?:-{3,}|\*{3,})[ \t]*\n+)?/i;
const wholeFence = /^(`{3,}|~{3,})[ \t]*(?:markdown|md|text)?[ \t]*\n([\s\S]*?)\n\1[ \t]*$/;

const simplify = (text: string) =>
  text
    .normalize("NFKD")
    .toLocaleLowerCase("fr")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** The same title, perhaps numbered (« Chapitre 3 : … »). */
function isTitle(text: string, title: string): boolean {
  const [written, wanted] = [simplify(text), simplify(title)];
  return written === wanted || (wanted !== "" && written.endsWith(` ${wanted}`) && /\d|chapitre/.test(written));
}

/** Drops what models put around a text: an announcement before it, a code fence around all of it. */
export function unwrap(text: string): string {
  let body = text
    .replace(/^\ufeff/, "")
    .replaceAll("\r\n", "\n")
    .trim();
  for (let round = 0; round < 3; round++) {
    const next = (wholeFence.exec(body)?.[2] ?? body.replace(announcement, "")).trim();
    if (next === body || next === "") break;
    body = next;
  }
  return body;
}

function headings(node: Nodes): Heading[] {
  if (node.type === "heading") return [node];
  return "children" in node ? node.children.flatMap((child) => headings(child)) : [];
}

const offsets = (heading: Heading) => ({
  start: heading.position?.start.offset ?? 0,
  end: heading.position?.end.offset ?? 0,
});

/** Drops the chapter's title, as often as it stands first. */
export function withoutLeadingTitle(body: string, title: string): string {
  for (let rest = body; ; ) {
    const first = fromMarkdown(rest).children[0];
    if (first?.type !== "heading" || !isTitle(toText(first), title)) return rest;
    rest = rest.slice(offsets(first).end).trim();
  }
}

/** Rewrites a heading at another depth; a setext heading (underlined) becomes an ATX one. */
function atDepth(source: string, depth: number): string {
  const text = /^#{1,6}(?:[ \t]|$)/.test(source)
    ? source.replace(/^#{1,6}[ \t]*/, "")
    : source.replace(/\n[=-]+[ \t]*$/, "");
  return `${"#".repeat(Math.min(depth, 6))} ${text.replace(/\s*\n\s*/g, " ")}`;
}

function demote(body: string): string {
  const found = headings(fromMarkdown(body));
  const shift = found[0]?.depth === 1;
  return found.reduceRight((text, heading) => {
    if (heading.depth > 1 && !shift) return text;
    const { start, end } = offsets(heading);
    return text.slice(0, start) + atDepth(text.slice(start, end), heading.depth + 1) + text.slice(end);
  }, body);
}

/** A chapter as the book has it: one H1, the outline's title, first; everything else below it. */
export function normalizeChapter(text: string, title: string): string {
  const body = demote(withoutLeadingTitle(unwrap(text), title));
  return `# ${title}\n\n${body}`.trim();
}

/** What is left of a text that was cut off: up to its last finished sentence. */
export function upToLastSentence(text: string): string {
  const end = Math.max(...[...text.matchAll(/[.!?…»](?=\s|$)/g)].map((match) => match.index + 1), 0);
  return text.slice(0, end);
}
