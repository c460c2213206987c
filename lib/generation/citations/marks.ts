/** The name of a source in notes and prompts: `S3`. */
export const idOf = (number: number): string => `S${number}`;

/** The mark of a source in a text: `[S3]`. */
export const markOf = (number: number): string => `[${idOf(number)}]`;

const one = String.raw`S\s?\d{1,4}`;
/**
 * Matches everything that reads as a citation: the marks asked for, alone or together, their like, the numbers that models
 * know from articles, and footnotes, with escaped brackets too. Intervals that begin at 0 are none.
 */
const citation = new RegExp(
  String.raw`\\?(?:${[
    String.raw`[[【［]{1,2}\s*\^?(?:(?:sources?|voir|cf\.|see)\s*:?\s*)?${one}(?:\s*[,;:&/†–-][^\]】］\n]{0,60}|\s+(?:et|and|p\.)\s[^\]】］\n]{0,60})?\s*[\]】］]{1,2}`,
    String.raw`[[【［]\^[^\]】］\s]{1,40}[\]】］]:?`,
    String.raw`[[【［][1-9]\d{0,2}(?:\s?[,–-]\s?[1-9]\d{0,2})*(?:†[^\]】］\n]{0,20})?[\]】］]`,
  ].join("|")})`,
  "giu",
);

const numbersIn = (text: string): number[] => [...text.matchAll(/S\s?(\d{1,4})/gi)].map((match) => Number(match[1]));

/** Puts `[S3]` in the place of a citation of a known source, and nothing in the place of any other. */
export function settleMarks(text: string, known: ReadonlySet<number>): string {
  const settled = text.replace(citation, (found, at: number) => {
    const numbers = [...new Set(numbersIn(found))].filter((number) => known.has(number));
    if (numbers.length === 0) return "";
    const before = /[\p{L}\p{N}.,;:!?»”)\]…]$/u.test(text.charAt(at - 1)) ? " " : "";
    return before + numbers.map(markOf).join(" ");
  });
  return settled === text ? text : closeGaps(settled);
}

/** Closes the gaps that a removal leaves: spaces before a stop, empty brackets. */
export const closeGaps = (text: string): string =>
  text
    .replace(/(?<![ \t\u00a0\u202f])[ \t\u00a0\u202f]*[([{<]\s{0,3}[)\]}>]/g, "")
    .replace(/(?<![ \t])[ \t]+(?=[.,)\]])/g, "")
    .replace(/(?<=\S)[ \t]{2,}(?=\S)/g, " ")
    .replace(/(?<![ \t])[ \t]+(?=\n)/g, "");

/** The known sources that a text with settled marks cites, each once, in the order of their first citation. */
export function citedIn(text: string): number[] {
  return [...new Set([...text.matchAll(/\[S(\d{1,4})\]/g)].map((match) => Number(match[1])))];
}

export const countMarks = (text: string): number => text.match(/\[S\d{1,4}\]/g)?.length ?? 0;

/** Adds the marks that a passage's new version has lost at its end. */
export function keepMarks(before: string, after: string): string {
  const kept = citedIn(after);
  const lost = citedIn(before).filter((number) => !kept.includes(number));
  const end = after.trimEnd();
  const lastLine = end.slice(end.lastIndexOf("\n") + 1);
  if (lost.length === 0 || /^(?:#{1,6} |`{3,}|~{3,}|\|)/.test(lastLine)) return after;
  const marks = lost.map(markOf).join(" ");
  return end.replace(/(?<![.!?…])[.!?…]*$/, (stop) => ` ${marks}${stop}`);
}
