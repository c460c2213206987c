import type { Edit } from "./piece.ts";

const before = /[\s([{«“‘’'—–\-/]/;
const after = /[\s.,;:!?…)\]}»”’'—–*\-/]/;
const opener: Record<string, string> = { "»": "«", "”": "“", '"': '"' };

type Open = { mark: string; edit: Edit };

/**
 * Straight and English quotation marks of a block → « », those inside them → “ ”. A block whose marks do
 * not pair (inches, a speech that goes on in the next paragraph) keeps what it has.
 */
export function quotes(text: string): Edit[] {
  const open: Open[] = [];
  const edits: Edit[] = [];
  for (const { 0: mark, index: at } of text.matchAll(/["“”«»]/g)) {
    const [left, right] = [text[at - 1] ?? " ", text[at + 1] ?? " "];
    const top = open.at(-1);
    const closes = mark === "»" || mark === "”" || (mark === '"' && top?.mark === '"' && !/\s/.test(left));
    const opens = mark === "«" || mark === "“" || (mark === '"' && before.test(left) && !/\s/.test(right));
    if (closes && top && top.mark === opener[mark] && (mark !== '"' || after.test(right))) {
      open.pop();
      if (mark === "»") continue;
      const outer = open.length === 0;
      top.edit.by = outer ? "«" : "“";
      edits.push(top.edit, { at, length: 1, by: outer ? "»" : "”" });
    } else if (opens) open.push({ mark, edit: { at, length: 1, by: mark } });
    else return [];
  }
  return open.length === 0 ? edits : [];
}
