import { placeholder, type Replacement } from "./piece.ts";
import type { Marks } from "./quotations.ts";
import type { Rule } from "./typography.ts";

/** `elided`: the words that begin with an apostrophe, as a pattern. `elides`: its words lose their end before a quotation. */
export type Singles = { marks: Marks; elided: string; elides?: boolean };

const word = /[\p{L}\p{N}]/u;
const letter = /\p{L}/u;
const vowel = /[aeiou]/i;
const digit = /\d/;
const before = /[\s([{«»„“‘‚"—–\-/¿¡]/;
const after = /[\s.,;:!?…)\]}«»“”’"—–-]/;

/** ’68 and ’90s; a quotation of two digits is closed at once. */
const decade = "\\d\\d(?![\\d'])";

/** Tells a straight apostrophe from a single quotation mark, and leaves what may be minutes, feet or a derivative. */
export function apostrophes({ marks: [first, last], elided, elides = false }: Singles): Rule {
  const begins = new RegExp(`'(?:${decade}|n'(?=\\s)|(?:${elided})(?![\\p{L}']))`, "iuy");
  const opensLow = first === "‚";
  return (text) => {
    const open: { at: number; straight: boolean }[] = [];
    const replacements: Replacement[] = [];
    const put = (at: number, by: string) => replacements.push({ at, length: 1, by });
    let done = 0;
    for (const { 0: mark, index: at } of text.matchAll(/['‚‘]/g)) {
      const left = text[at - 1] ?? " ";
      const right = text[at + 1] ?? " ";
      if (at < done || left === "'" || right === "'") continue;
      if (mark !== "'") {
        if (opensLow && mark === "‚") open.push({ at, straight: false });
        if (opensLow && mark === "‘") open.pop();
        continue;
      }
      if (word.test(left) && word.test(right)) {
        if (!digit.test(left) || !digit.test(right)) put(at, "’");
      } else if (letter.test(left) && elides && (right === placeholder || /[«“]/.test(right))) put(at, "’");
      else if (before.test(left) && /\S/.test(right)) {
        begins.lastIndex = at;
        const found = begins.exec(text)?.[0];
        if (!found) open.push({ at, straight: true });
        else for (const [offset, sign] of [...found].entries()) if (sign === "'") put(at + offset, "’");
        done = at + (found?.length ?? 1);
      } else if (/\S/.test(left) && after.test(right)) {
        const opening = open.pop();
        if (opening?.straight) put(opening.at, first);
        if (opening) put(at, last);
        else if (letter.test(left) && (word.test(text[at - 2] ?? " ") || (elides && vowel.test(left)))) put(at, "’");
      }
    }
    for (const { at, straight } of open)
      if (straight && /\p{Ll}/u.test(text[at + 1] ?? "")) put(at, "’");
      else if (straight && at === 0) put(at, first);
    return replacements;
  };
}
