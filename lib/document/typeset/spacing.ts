import { type Edit, narrow, opaque } from "./piece.ts";

const s = " \\u00a0\\u2009\\u202f";
/** What a mark may follow without its space. */
const word = `[\\p{L}\\p{N}»”)%…${opaque}]`;
const ends = `(?:$|[\\s»”")\\],.…])`;
const gap = `(?<=[^\\s])[${s}]+`;
const rule = (pattern: string, by: string | ((match: string) => string)) => ({
  pattern: new RegExp(pattern, "gu"),
  by: typeof by === "string" ? () => by : by,
});

/** Nothing here adds, removes or joins a word: the count of a chapter stays what it was. */
const rules = [
  rule(`(?<=\\p{L})'(?=[\\p{L}\\p{N}«“${opaque}])`, "’"),
  rule(`(?<![./\\\\])\\.{3}(?![./\\\\\\p{L}\\p{N}_])`, "…"),
  rule(`(?<=^|\\n)--[${s}]+(?=[\\p{L}«“…${opaque}])`, "—\u00a0"),
  rule(`(?<=^|\\n)[—–][${s}]*(?=[\\p{L}«“…${opaque}])`, (match) => `${match.charAt(0)}\u00a0`),
  rule(`(?<=\\S )--(?= \\S)`, "—"),
  rule(`(?<=[\\p{L}»”),…] )-(?= [\\p{L}«“])`, "–"),
  rule(`«[${s}]*(?=[^\\s»])`, `«${narrow}`),
  rule(`(?<=[^\\s«])[${s}]*»`, `${narrow}»`),
  rule(`${gap}(?=[!?]+(?:${ends}|${opaque}))`, narrow),
  rule(`(?<=${word})[!?](?=[!?]*${ends})`, (match) => narrow + match),
  rule(`${gap}(?=[;:](?:$|[\\s${opaque}]))`, narrow),
  rule(`(?<=${word})[;:](?=$|\\s)`, (match) => narrow + match),
  rule(`(?<=\\d) (?=[%€](?![\\p{L}\\p{N}]))`, narrow),
];

/**
 * Apostrophes, ellipses, dashes, and the no-break spaces of « » ; : ! ? — U+202F, and U+00A0 after the dash
 * that opens a line of dialogue. One rule after the other: each reads what those before it wrote.
 */
export const spacing = rules.map(
  ({ pattern, by }) =>
    (text: string): Edit[] =>
      [...text.matchAll(pattern)].map(({ 0: match, index: at }) => ({ at, length: match.length, by: by(match) })),
);
