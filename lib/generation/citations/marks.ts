export const idOf = (number: number): string => `S${number}`;

export const markOf = (number: number): string => `[${idOf(number)}]`;

const one = String.raw`S\s?\d{1,4}`;
/** Matches the marks asked for and their like, the numbers of articles, and footnotes; [0, 1] is an interval. */
const citation = new RegExp(
  String.raw`\\?(?:${[
    String.raw`[[【［]{1,2}\s*\^?(?:(?:sources?|voir|cf\.|see)\s*:?\s*)?${one}(?:\s*[,;:&/†–-][^\]】］\n]{0,60}|\s+(?:et|and|p\.)\s[^\]】］\n]{0,60})?\s*[\]】］]{1,2}`,
    String.raw`[[【［]\^[^\]】］\s]{1,40}[\]】］]:?`,
    String.raw`[[【［][1-9]\d{0,2}(?:\s?[,–-]\s?[1-9]\d{0,2})*(?:†[^\]】］\n]{0,20})?[\]】］]`,
  ].join("|")})`,
  "giu",
);

const numbersIn = (text: string): number[] => [...text.matchAll(/S\s?(\d{1,4})/gi)].map((match) => Number(match[1]));

export function settleMarks(text: string, known: ReadonlySet<number>): string {
  const settled = text.replace(citation, (found, at: number) => {
    const numbers = [...new Set(numbersIn(found))].filter((number) => known.has(number));
    if (numbers.length === 0) return "";
    const before = /[\p{L}\p{N}.,;:!?»”)\]…]$/u.test(text.charAt(at - 1)) ? " " : "";
    return before + numbers.map(markOf).join(" ");
  });
  return settled === text ? text : closeGaps(settled);
}

/** A removal leaves spaces before a stop and empty brackets. */
export const closeGaps = (text: string): string =>
  text
    .replace(/(?<![ \t\u00a0\u202f])[ \t\u00a0\u202f]*[([{<]\s{0,3}[)\]}>]/g, "")
    .replace(/(?<![ \t])[ \t]+(?=[.,)\]])/g, "")
    .replace(/(?<=\S)[ \t]{2,}(?=\S)/g, " ")
    .replace(/(?<![ \t])[ \t]+(?=\n)/g, "");

export function citedIn(text: string): number[] {
  return [...new Set([...text.matchAll(/\[S(\d{1,4})\]/g)].map((match) => Number(match[1])))];
}

export const countMarks = (text: string): number => text.match(/\[S\d{1,4}\]/g)?.length ?? 0;

export function appendLostMarks(before: string, after: string): string {
  const kept = citedIn(after);
  const lost = citedIn(before).filter((number) => !kept.includes(number));
  const end = after.trimEnd();
  const lastLine = end.slice(end.lastIndexOf("\n") + 1);
  if (lost.length === 0 || /^(?:#{1,6} |`{3,}|~{3,}|\|)/.test(lastLine)) return after;
  const marks = lost.map(markOf).join(" ");
  return end.replace(/(?<![.!?…])[.!?…]*$/, (stop) => ` ${marks}${stop}`);
}
