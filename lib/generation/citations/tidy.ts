import type { Root } from "mdast";
import { parseInChunks, withTables } from "../text/markdown-chunks.ts";
import { type Edit, editsOf, plainLines } from "./edits.ts";
import { type Settle, settleFor } from "./settle.ts";
import type { Source } from "./source.ts";

const rounds = 3;
/** Without any of these a text cites nothing and leads nowhere. */
const suspect = /[[<&【［@\\]|:\/\/|(?:mailto|xmpp):|www/i;
const names =
  "(?:sources?|références?(?: bibliographiques)?|bibliographie|webographie|notes et références|references|bibliography|works cited)";
const section = new RegExp(String.raw`(?:^|\n)#{1,6}[ \t]+\W{0,4}${names}\W{0,4}\n(?:(?!#{1,6} ).*(?:\n|$))*$`, "i");
const list = new RegExp(
  String.raw`(?:^|\n)[*_]{0,3}${names}[ \t\u00a0\u202f]*:?[*_]{0,3}[ \t]*:?\n(?:[ \t]*(?:(?:[-*+]|\d+[.)]|\[).*)?(?:\n|$))+$`,
  "i",
);

/** Makes a change, and leaves no space behind before a stop or the end of a line. */
function apply(text: string, { start, end, by }: Edit): string {
  const [before, after] = [text.slice(0, start) + by, text.slice(end)];
  const gap = by.trim() === "" ? /^(?:[\s.,)]|$)/ : /^(?:\n|$)/;
  return (gap.test(after) ? before.replace(/(?<![ \t])[ \t]+$/, "") : before) + after;
}

async function edited(text: string, find: (tree: Root, source: string) => Edit[]): Promise<string> {
  const parts: string[] = [];
  for await (const { text: source, tree } of parseInChunks(text, withTables)) {
    const edits = find(tree, source).toSorted((a, b) => b.start - a.start);
    parts.push(edits.reduce(apply, source));
  }
  return parts.join("");
}

const settled = (text: string, settle: Settle) => edited(text, (tree, source) => editsOf(tree, source, settle));

/**
 * Leaves of what a model wrote only the marks `[S3]` of these sources: no other citation, no address, link, image,
 * footnote or HTML, no list of sources of its own. Code stays as it is. Idempotent.
 */
export async function tidyCitations(text: string, sources: Pick<Source, "number" | "url">[]): Promise<string> {
  let body = text.replace(section, "").replace(list, "");
  if (!suspect.test(body)) return body;
  const settle = settleFor(sources);
  for (let round = 0; round < rounds; round++) {
    const next = await settled(body, settle);
    if (next === body) break;
    body = next;
  }
  const plain = await edited(body, (tree, source) => plainLines(tree, source, settle));
  if (plain === text) return text;
  return plain.replace(/\n{3,}/g, "\n\n").replace(/^[ \t]*[-*+][ \t]*\n(?=[ \t]*[-*+] |\n|$)/gm, "");
}
