import { narrowSpace, placeholder } from "./piece.ts";
import { replacing } from "./typography.ts";

const spaces = " \\u00a0\\u2009\\u202f";
/** A mark may lack its space after these characters. */
const word = `[\\p{L}\\p{N}»”)%…${placeholder}]`;
const ends = `(?:$|[\\s»”")\\],.…])`;
const gap = `(?<=[^\\s])[${spaces}]+`;
const rule = (pattern: string, by: string | ((match: string) => string)) => replacing(new RegExp(pattern, "gu"), by);

/**
 * U+202F stands at « » ; : ! ?, U+00A0 after the dash of a dialogue. Each rule reads what those before it wrote. No rule
 * adds, removes or joins a word: the count of words stays the same.
 */
export const spacing = [
  rule(`(?<=\\p{L})'(?=[\\p{L}\\p{N}«“${placeholder}])`, "’"),
  rule(`(?<![./\\\\])\\.{3}(?![./\\\\\\p{L}\\p{N}_])`, "…"),
  rule(`(?<=^|\\n)--[${spaces}]+(?=[\\p{L}«“…${placeholder}])`, "—\u00a0"),
  rule(`(?<=^|\\n)[—–][${spaces}]*(?=[\\p{L}«“…${placeholder}])`, (match) => `${match.charAt(0)}\u00a0`),
  rule(`(?<=\\S )--(?= \\S)`, "—"),
  rule(`(?<=[\\p{L}»”),…] )-(?= [\\p{L}«“])`, "–"),
  rule(`«[${spaces}]*(?=[^\\s»])`, `«${narrowSpace}`),
  rule(`(?<=[^\\s«])[${spaces}]*»`, `${narrowSpace}»`),
  rule(`${gap}(?=[!?]+(?:${ends}|${placeholder}))`, narrowSpace),
  rule(`(?<=${word})[!?](?=[!?]*${ends})`, (match) => narrowSpace + match),
  rule(`${gap}(?=[;:](?:$|[\\s${placeholder}]))`, narrowSpace),
  rule(`(?<=${word})[;:](?=$|\\s)`, (match) => narrowSpace + match),
  rule(`(?<=\\d) (?=[%€](?![\\p{L}\\p{N}]))`, narrowSpace),
];
