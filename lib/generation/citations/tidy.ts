import type { Document } from "../../document/document.ts";
import type { Edit } from "../../document/edit.ts";
import { openDocument } from "../../document/open.ts";
import { editsOf, plainLines } from "./edits.ts";
import { type Settle, settleFor } from "./settle.ts";
import type { Source } from "./source.ts";

const maxRounds = 3;
/** Matches in every text that may cite or link something. */
const suspect = /[[<&【［@\\]|:\/\/|(?:mailto|xmpp):|www/i;
const names =
  /^(?:sources?|références?(?: bibliographiques)?|bibliographie|webographie|notes et références|references|bibliography|works cited)$/i;
const listed = /^[ \t]*(?:(?:[-*+]|\d{1,9}[.)]|\[).*)?$/;

const isName = (line: string) =>
  line.length < 100 && names.test(line.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, "").replace(/[\u00a0\u202f]/g, " "));

function withoutSources(text: string): string {
  const lines = text.split("\n");
  const heading = lines.findLastIndex((line) => /^#{1,6}[ \t]/.test(line));
  if (heading >= 0 && isName(lines[heading] ?? "")) return lines.slice(0, heading).join("\n");
  const last = lines.findLastIndex((line) => !listed.test(line));
  const list = lines.findIndex((line, index) => index >= last && isName(line));
  return list >= 0 && list < lines.length - 1 ? lines.slice(0, list).join("\n") : text;
}

const isSpace = (sign: string | undefined) => sign === " " || sign === "\t";

function applyTidily(source: string, edits: Edit[]): string {
  const sorted = edits.toSorted((a, b) => a.start - b.start);
  const parts: string[] = [];
  let at = source.length;
  const take = (text: string) => text !== "" && parts.push(text);
  for (const [index, { start, end, by }] of [...sorted.entries()].reverse()) {
    take(source.slice(end, at));
    const after = parts.at(-1) ?? "";
    const isGap = (by.trim() === "" ? /^(?:[\s.,)]|$)/ : /^(?:\n|$)/).test(after);
    const kept = isGap ? by.replace(/(?<![ \t])[ \t]+$/, "") : by;
    const minStart = sorted[index - 1]?.end ?? 0;
    at = start;
    if (isGap && kept === "") while (at > minStart && isSpace(source[at - 1])) at -= 1;
    take(kept);
  }
  take(source.slice(0, at));
  return parts.reverse().join("");
}

async function edited(document: Document, find: (document: Document) => Edit[]): Promise<Document> {
  const edits = find(document);
  return edits.length === 0 ? document : openDocument(applyTidily(document.source, edits));
}

const settled = (document: Document, settle: Settle) =>
  edited(document, ({ blocks, source }) => blocks.flatMap(({ node }) => editsOf(node, source, settle)));

/** Keeps only the marks `[S3]` of these sources: no link, image, footnote, HTML or list of sources. Idempotent. */
export async function tidyCitations(document: Document, sources: Pick<Source, "number" | "url">[]): Promise<Document> {
  const text = withoutSources(document.source);
  let body = text === document.source ? document : await openDocument(text);
  if (!suspect.test(text)) return body;
  const settle = settleFor(sources);
  for (let round = 0; round < maxRounds; round++) {
    const next = await settled(body, settle);
    if (next.source === body.source) break;
    body = next;
  }
  const plain = await edited(body, ({ blocks, source }) =>
    blocks.flatMap(({ node }) => plainLines(node, source, settle)),
  );
  if (plain.source === document.source) return document;
  return openDocument(
    plain.source.replace(/\n{3,}/g, "\n\n").replace(/^[ \t]*[-*+][ \t]*\n(?=[ \t]*[-*+] |\n|$)/gm, ""),
  );
}
