import { fromMarkdown } from "mdast-util-from-markdown";
import { toString as toText } from "mdast-util-to-string";
import { bare } from "../../contract/outline.ts";
import { withoutAnnouncement, withoutOffer } from "./courtesies.ts";
import { tidyHeadings, withoutBlankLines } from "./headings.ts";
import { chunksOf } from "./markdown-chunks.ts";

const wholeFence = /^(`{3,}|~{3,})[ \t]*(?:markdown|md|text)?[ \t]*\n([\s\S]*?)\n\1[ \t]*$/;

/** The same title, perhaps numbered (« Chapitre 3 : … »). */
function isTitle(text: string, title: string): boolean {
  const [written, wanted] = [bare(text), bare(title)];
  return written === wanted || (wanted !== "" && written.endsWith(` ${wanted}`) && /\d|chapitre/.test(written));
}

/** Drops what models put around a text: an announcement before it, an offer after it, a code fence around all of it. */
export function unwrap(text: string): string {
  let body = text
    .replace(/^\ufeff/, "")
    .replaceAll("\r\n", "\n")
    .trim();
  for (let round = 0; round < 3; round++) {
    const next = (wholeFence.exec(body)?.[2] ?? withoutOffer(withoutAnnouncement(body))).trim();
    if (next === body || next === "") break;
    body = next;
  }
  return body;
}

/** Drops the chapter's title, as often as it stands first. */
export function withoutLeadingTitle(body: string, title: string): string {
  for (let rest = body; ; ) {
    const first = fromMarkdown(chunksOf(rest)[0] ?? "").children[0];
    if (first?.type !== "heading" || !isTitle(toText(first), title)) return rest;
    rest = withoutBlankLines(rest.slice(first.position?.end.offset ?? 0)).trimEnd();
  }
}

/** A chapter as the book has it: one H1, the outline's title, first; below it sections that have a text, and no level left out. */
export async function normalizeChapter(text: string, title: string): Promise<string> {
  const untitled = withoutAnnouncement(withoutLeadingTitle(unwrap(text), title));
  const body = await tidyHeadings(withoutLeadingTitle(untitled, title), (heading) => isTitle(heading, title));
  return `# ${title}\n\n${body}`.trim();
}

/** What is left of a text that was cut off: up to its last finished sentence. */
export function upToLastSentence(text: string): string {
  const end = Math.max(...[...text.matchAll(/[.!?…»](?=\s|$)/g)].map((match) => match.index + 1), 0);
  return text.slice(0, end);
}
