/** How a source is named in notes and prompts. */
export const idOf = (number: number): string => `S${number}`;

/** How a writer cites: `[S3]`. */
export const markOf = (number: number): string => `[${idOf(number)}]`;

const one = String.raw`S\s?\d{1,4}`;
/**
 * Everything that reads as a citation: the marks asked for, alone or several together, what resembles them, the numbers
 * that models know from articles, and footnotes; a bracket that was escaped is one all the same. Intervals that begin at 0
 * are none.
 */
const citation = new RegExp(
  String.raw`\\?(?:${[
    String.raw`[[【［]{1,2}\s*\^?(?:(?:sources?|voir|cf\.|see)\s*:?\s*)?${one}(?:\s*[,;:&/†–-][^\]】］\n]{0,60}|\s+(?:et|and|p\.)\s[^\]】］\n]{0,60})?\s*[\]】］]{1,2}`,
    String.raw`[[【［]\^[^\]】］\s]{1,40}[\]】］]:?`,
    String.raw`[[【［][1-9]\d{0,2}(?:\s?[,–-]\s?[1-9]\d{0,2})*(?:†[^\]】］\n]{0,20})?[\]】］]`,
  ].join("|")})`,
  "giu",
);

/** The numbers of the sources that a citation names. */
const numbersIn = (text: string): number[] => [...text.matchAll(/S\s?(\d{1,4})/gi)].map((match) => Number(match[1]));

/** Puts `[S3]` in the place of whatever cites a known source, and nothing in the place of what cites another. */
export function settleMarks(text: string, known: ReadonlySet<number>): string {
  const settled = text.replace(citation, (found, at: number) => {
    const numbers = [...new Set(numbersIn(found))].filter((number) => known.has(number));
    if (numbers.length === 0) return "";
    const before = /[\p{L}\p{N}.,;:!?»”)\]…]$/u.test(text.charAt(at - 1)) ? " " : "";
    return before + numbers.map(markOf).join(" ");
  });
  return settled === text ? text : closeGaps(settled);
}

/** What taking something out leaves behind: spaces before a stop, empty brackets. */
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

/** How often a text with settled marks cites. */
export const occurrences = (text: string): number => text.match(/\[S\d{1,4}\]/g)?.length ?? 0;

/** A passage's other version, with the marks that it has lost at its end: it still says what they stand for. */
export function keepMarks(before: string, after: string): string {
  const kept = citedIn(after);
  const lost = citedIn(before).filter((number) => !kept.includes(number));
  const end = after.trimEnd();
  const lastLine = end.slice(end.lastIndexOf("\n") + 1);
  if (lost.length === 0 || /^(?:#{1,6} |`{3,}|~{3,}|\|)/.test(lastLine)) return after;
  const marks = lost.map(markOf).join(" ");
  return end.replace(/(?<![.!?…])[.!?…]*$/, (stop) => ` ${marks}${stop}`);
}
