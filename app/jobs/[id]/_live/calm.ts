import { withoutTitle } from "#app/_components/prose/without-title.ts";

/** Markdown that breaks off anywhere, made to render as it will once the rest has come. */
export function calm(markdown: string): string {
  const text = markdown
    .replace(/\n?[^\S\n]*(?:#{1,6}|[-*+>]|\d+[.)]|\|[^\n]*)?[^\S\n]*$/, "")
    .replace(/!?\[[^\]\n]*(?:\]\([^)\n]*)?$/, "")
    .replace(/[*_`]+$/, "");
  const fences = text.match(/^(?:```|~~~)/gm)?.length ?? 0;
  if (fences % 2 === 1) return text;
  const last = text.slice(text.lastIndexOf("\n\n") + 1);
  const odd = (mark: RegExp) => (last.match(mark)?.length ?? 0) % 2 === 1;
  const close = [
    [/`/g, "`"],
    [/\*\*/g, "**"],
    [/(?<!\*)\*(?![*\s])|(?<=[^\s*])\*(?!\*)/g, "*"],
  ] as const;
  return text + close.map(([mark, end]) => (odd(mark) ? end : "")).join("");
}

/** A draft without what its chapter will not have: the title the page already shows, a fence around it all, source marks. */
export function draftProse(draft: string, title: string): string {
  const body = draft
    .replace(/^\s*(?:`{3,}|~{3,})[ \t]*(?:markdown|md|text)?[ \t]*\n/, "")
    .replace(/[ \u00a0\u202f]?\[s\d+(?:\s*,\s*s\d+)*\]?/g, "");
  return withoutTitle(body, title).trimStart();
}

/** The last paragraphs, enough of them to fill a few lines. */
export function lastLines(markdown: string, least = 400): string {
  if (markdown.length <= least) return markdown;
  const at = markdown.lastIndexOf("\n\n", markdown.length - least);
  if (at >= 0 && markdown.length - at < least * 4) return markdown.slice(at + 2);
  const start = markdown.indexOf(" ", markdown.length - least * 2);
  return start < 0 ? markdown : markdown.slice(start + 1);
}

/** Whole paragraphs, so that those that no longer change need not be read again; a fenced block stays whole. */
export function paragraphs(markdown: string): string[] {
  const found: string[] = [];
  let fenced = false;
  for (const part of markdown.split(/\n{2,}/)) {
    if (fenced) found.push(`${found.pop()}\n\n${part}`);
    else found.push(part);
    if ((part.match(/^(?:```|~~~)/gm)?.length ?? 0) % 2 === 1) fenced = !fenced;
  }
  return found;
}
