import type { Replacement } from "./piece.ts";

/** What a rule changes in a line, as the rules before it have left it. */
export type Rule = (text: string) => Replacement[];

/** The rules of a language, for a text of these lines: they keep the text's own convention where there are several. */
export type Typography = (lines: string[]) => Rule[];

/** Replaces each match of a pattern. */
export const replacing =
  (pattern: RegExp, by: string | ((match: string) => string)): Rule =>
  (text) =>
    [...text.matchAll(pattern)].map(({ 0: match, index: at }) => ({
      at,
      length: match.length,
      by: typeof by === "string" ? by : by(match),
    }));
