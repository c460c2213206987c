import { narrowSpace, type Replacement } from "./piece.ts";
import { type Rule, replacing } from "./typography.ts";

const spaces = "[ \\u00a0\\u2009\\u202f]";
const ends = `(?=$|[\\s»”“’)\\]])`;
const rule = (pattern: string, by: string) => replacing(new RegExp(pattern, "gu"), by);

/** No rule adds, removes or joins a word. */
export const ellipsis = rule(`(?<![./\\\\])\\.{3}(?![./\\\\\\p{L}\\p{N}_])`, "…");

/** As French writes them, and models that learnt from it. */
export const closeMarks = [
  rule(`(?<=[\\p{L}\\p{N}»”“’)%…])${spaces}+(?=[!?]+${ends})`, ""),
  rule(`(?<=[\\p{L}»”“’)])${spaces}+(?=[;:](?:$|\\s))`, ""),
];

export const closeInverted = rule(`(?<=[¿¡])${spaces}+(?=[\\p{L}\\p{N}«“"])`, "");

export const unitSpace = rule(`(?<=\\d) (?=[%€](?![\\p{L}\\p{N}]))`, narrowSpace);

/** A dash between spaces, typed as one hyphen or two; `long` stands for two. */
export const dashes = (long: string): Rule[] => [
  rule(`(?<=\\S )--(?= \\S)`, long),
  rule(`(?<=[\\p{L}»”“),…] )-(?= [\\p{L}«“„])`, "–"),
];

/** „z. B.“ stays on one line. */
export const abbreviations = rule(`(?<=(?<![\\p{L}.])(?:\\p{L}\\.)+)[ ](?=\\p{L}\\.(?!\\p{L}))`, narrowSpace);

/**
 * The dash at the beginning of a speech: a hyphen is one before a capital letter only. In a paragraph that is no speech, a
 * line may begin with the dash of an aside.
 */
export function dialogue(dash: (typed: string) => string): Rule {
  const speech = new RegExp(`(?:--|[—–])${spaces}*(?=[\\p{L}¿¡«“"…])|-(?=[\\p{Lu}¿¡])`, "uy");
  return (text) => {
    const replacements: Replacement[] = [];
    for (const { index: at } of text.matchAll(/(?<=^|\n)[—–-]/g)) {
      speech.lastIndex = at;
      const typed = speech.exec(text)?.[0];
      if (typed && (at === 0 || replacements.length > 0))
        replacements.push({ at, length: typed.length, by: dash(typed) });
    }
    return replacements;
  };
}

/** —Hola —dijo—: the hyphens of an aside in a speech are dashes, too. */
export const asides: Rule = (text) =>
  text.startsWith("—")
    ? [...text.matchAll(/(?<=\s)-(?=\p{Ll})|(?<=[\p{L}.!?…])-(?=[.,;:](?:\s|$))/gu)].map(({ index }) => ({
        at: index,
        length: 1,
        by: "—",
      }))
    : [];
