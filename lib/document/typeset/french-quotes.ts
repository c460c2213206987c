import type { Replacement } from "./piece.ts";

const before = /[\s([{«“‘’'—–\-/]/;
const after = /[\s.,;:!?…)\]}»”’'—–*\-/]/;
const opener: Record<string, string> = { "»": "«", "”": "“", '"': '"' };

type Open = { mark: string; replacement: Replacement };

/** A block whose marks do not pair (inches, a speech that goes on in the next paragraph) keeps its own. */
export function quotes(text: string): Replacement[] {
  const open: Open[] = [];
  const replacements: Replacement[] = [];
  for (const { 0: mark, index: at } of text.matchAll(/["“”«»]/g)) {
    const left = text[at - 1] ?? " ";
    const right = text[at + 1] ?? " ";
    const top = open.at(-1);
    const closes = mark === "»" || mark === "”" || (mark === '"' && top?.mark === '"' && !/\s/.test(left));
    const opens = mark === "«" || mark === "“" || (mark === '"' && before.test(left) && !/\s/.test(right));
    if (closes && top && top.mark === opener[mark] && (mark !== '"' || after.test(right))) {
      open.pop();
      if (mark === "»") continue;
      const outer = open.length === 0;
      top.replacement.by = outer ? "«" : "“";
      replacements.push(top.replacement, { at, length: 1, by: outer ? "»" : "”" });
    } else if (opens) open.push({ mark, replacement: { at, length: 1, by: mark } });
    else return [];
  }
  return open.length === 0 ? replacements : [];
}
