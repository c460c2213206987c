import { pairsIn } from "./pairs.ts";
import type { Replacement } from "./piece.ts";
import type { Rule } from "./typography.ts";

export type Marks = readonly [open: string, close: string];
export type Convention = { outer: Marks; inner: Marks };

/** The conventions of a language, the usual one first, and the pairs that its books do not use though models do. */
export type Quotations = { conventions: readonly [Convention, ...Convention[]]; misused?: readonly string[] };

const guillemets = /[«»]/;
const spaces = /[ \u00a0\u2009\u202f]/;
const kindOf = ([open, close]: Marks) => open + close;

/** The convention that most of a text's own quotations follow. */
function conventionOf(lines: string[], { conventions }: Quotations): Convention {
  const counts = new Map<string, number>();
  for (const { kind, depth } of lines.flatMap((line) => pairsIn(line) ?? []))
    if (depth === 0) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const countOf = ({ outer }: Convention) => counts.get(kindOf(outer)) ?? 0;
  return conventions.reduce((best, one) => (countOf(one) > countOf(best) ? one : best));
}

/** Takes the spaces beside a mark, towards the other one, into what is replaced. */
function placeOf(text: string, at: number, step: 1 | -1, limit: number): { at: number; length: number } {
  let end = at + step;
  while (end !== limit && spaces.test(text[end] ?? "")) end += step;
  if (end === limit) return { at, length: 1 };
  return step === 1 ? { at, length: end - at } : { at: end + 1, length: at - end };
}

/** Straight and mixed marks become the language's; those of a text that follow one convention stay. */
export function quotations(language: Quotations, lines: string[]): Rule {
  const { conventions, misused = [] } = language;
  const { outer, inner } = conventionOf(lines, language);
  const own = new Set(conventions.map((one) => kindOf(one.outer)));
  const known = new Set([...own, ...conventions.map((one) => kindOf(one.inner)), "“”", "„“", "„”", "«»", "»«"]);
  const nests = /["“”«»]/.test(inner[0]);
  const isChanged = (kind: string, depth: number) => {
    if (!known.has(kind) || misused.includes(kind)) return true;
    return depth === 0 ? own.has(kind) : nests && depth % 2 === 1 && kind === kindOf(outer);
  };
  return (text) =>
    (pairsIn(text) ?? []).flatMap(({ open, close, depth, kind }): Replacement[] => {
      const marks = depth % 2 === 0 ? outer : inner;
      if (close === undefined) return kind === '"' ? [{ at: open, length: 1, by: marks[0] }] : [];
      const [first, last] = isChanged(kind, depth) ? marks : ([text[open] ?? "", text[close] ?? ""] as const);
      if (!guillemets.test(kind + first))
        return [
          { at: open, length: 1, by: first },
          { at: close, length: 1, by: last },
        ];
      return [
        { ...placeOf(text, open, 1, close), by: first },
        { ...placeOf(text, close, -1, open), by: last },
      ];
    });
}
