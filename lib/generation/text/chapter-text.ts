import type { RootContent } from "mdast";
import { bare } from "../../contract/outline.ts";
import type { Document } from "../../document/document.ts";
import { textOf } from "../../document/nodes.ts";
import { openDocument } from "../../document/open.ts";
import { withoutAnnouncement, withoutOffer } from "./courtesies.ts";
import { tidyHeadings, withoutBlankLines } from "./headings.ts";

const opening = /^(`{3,}|~{3,})[ \t]*(?:markdown|md|text)?[ \t]*\n/;

function insideFence(text: string): string | undefined {
  const [line, fence] = opening.exec(text) ?? [];
  const end = text.trimEnd();
  if (line === undefined || fence === undefined || !end.endsWith(`\n${fence}`)) return undefined;
  return end.slice(line.length, Math.max(line.length, end.length - fence.length - 1));
}

/** Accepts a numbered title: « Chapitre 3 : … ». */
function isTitle(text: string, title: string): boolean {
  const written = bare(text);
  const wanted = bare(title);
  return written === wanted || (wanted !== "" && written.endsWith(` ${wanted}`) && /\d|chapitre/.test(written));
}

/** A heading, or a line in bold that stands for one. */
const isTitleLike = (node: RootContent): boolean =>
  node.type === "heading" ||
  (node.type === "paragraph" && node.children.length === 1 && node.children[0]?.type === "strong");

const isRule = (line: string) => /^[ \t]*(?:-{3,}|\*{3,}|_{3,})[ \t]*$/.test(line);
const isText = (line: string) => line.trim() !== "" && !isRule(line);

/** A rule parts two texts: at either end there is nothing to part. */
function withoutOuterRules(text: string): string {
  const lines = text.split("\n");
  const first = lines.findIndex(isText);
  const edge = [...lines.slice(0, first), ...lines.slice(lines.findLastIndex(isText) + 1)];
  return first < 0 || !edge.some(isRule) ? text : lines.slice(first, lines.findLastIndex(isText) + 1).join("\n");
}

/** Drops an announcement before a text, an offer after it, and a code fence around it. */
export function unwrap(text: string): string {
  let body = text
    .replace(/^\ufeff/, "")
    .replaceAll("\r\n", "\n")
    .trim();
  for (let round = 0; round < 3; round++) {
    const next = (insideFence(body) ?? withoutOffer(withoutAnnouncement(withoutOuterRules(body)))).trim();
    if (next === body || next === "") break;
    body = next;
  }
  return body;
}

export async function withoutLeadingTitle(body: Document, title: string): Promise<Document> {
  const { source, blocks } = body;
  const first = blocks.findIndex(({ node }) => !(isTitleLike(node) && isTitle(textOf(node), title)));
  const last = first < 0 ? blocks.at(-1) : blocks[first - 1];
  if (!last) return body;
  return openDocument(withoutBlankLines(source.slice(last.end)).trimEnd());
}

/** Puts one H1, the outline's title, first; the sections below it have a text and leave no level out. */
export async function normalizeChapter(text: string, title: string): Promise<Document> {
  const untitled = await withoutLeadingTitle(await openDocument(unwrap(text)), title);
  const body = withoutAnnouncement(untitled.source);
  const read = body === untitled.source ? untitled : await withoutLeadingTitle(await openDocument(body), title);
  const tidy = await tidyHeadings(read, (heading) => isTitle(heading, title));
  return openDocument(`# ${title}\n\n${tidy}`.trim());
}
