export const idOf = (number: number): string => `S${number}`;

export const markOf = (number: number): string => `[${idOf(number)}]`;

const one = String.raw`S\s?\d{1,4}`;
const and = String.raw`\s?(?:[,;&/–-]|et\b|and\b)\s?`;
/** What a model adds behind an id: a page, the lines of a tool. */
const place = String.raw`(?:,?\s?pp?\.\s?\d{1,4}|†[^\]】］\n]{0,20})?`;
/** Matches the marks that prompts ask for, `[S3]`, and their variants; numbers in brackets are the author's. */
const mark = String.raw`\\?[[【［]{1,2}\s?\^?(?:(?:sources?|voir|cf\.|see)\s?:?\s?)?${one}${place}(?:${and}${one}${place}){0,20}\s?\\?[\]】］]{1,2}`;
const marks = new RegExp(String.raw`([ \t\u00a0\u202f]?)(${mark})`, "giu");
const bracketed = new RegExp(
  String.raw`[ \t\u00a0\u202f]?\((?:(?:sources?|voir|cf\.|see)\s?:?\s?)?(?:${mark}[\s,;]{0,2}){1,20}\)`,
  "giu",
);
/** A paragraph that only points to sources. */
const pointer = new RegExp(
  String.raw`^(?:(?:sources?|références?|voir(?: aussi)?|cf\.|see(?: also)?|references?)\s?:?\s?)?(?:${mark}[\s,;.]{0,3}){1,40}$`,
  "iu",
);

const numbersIn = (text: string): number[] => [...text.matchAll(/S\s?(\d{1,4})/gi)].map((match) => Number(match[1]));

export const isOnlyMarks = (text: string): boolean => pointer.test(text);

export const knownIn = (text: string, known: ReadonlySet<number>): number[] =>
  [...new Set([...text.matchAll(marks)].flatMap(([, , found = ""]) => numbersIn(found)))].filter((number) =>
    known.has(number),
  );

/** What is taken out before such a place takes the space before it along. */
export const isBeforeGap = (text: string, at: number): boolean =>
  at >= text.length || /[\s.,;:!?…)\]»]/u.test(text.charAt(at));

/** Leaves the marks of these sources alone, as prompts write them: `[S1] [S3]`. All else stays byte for byte. */
export function settleMarks(text: string, known: ReadonlySet<number>): string {
  return text
    .replace(bracketed, (found) => (knownIn(found, known).length === 0 ? "" : found))
    .replace(marks, (found, gap: string, said: string, at: number, whole: string) => {
      const numbers = knownIn(said, known);
      const isGlued = gap === "" && /[\p{L}\p{N}.,;:!?»”)\]…]/u.test(whole.charAt(at - 1));
      if (numbers.length > 0) return (isGlued ? " " : gap) + numbers.map(markOf).join(" ");
      return isBeforeGap(whole, at + found.length) ? "" : gap;
    });
}

/** The number of each mark, as often as it stands there. */
export const markedIn = (text: string): number[] =>
  [...text.matchAll(/\[S(\d{1,4})\]/g)].map((match) => Number(match[1]));

export const citedIn = (text: string): number[] => [...new Set(markedIn(text))];

export function appendLostMarks(before: string, after: string): string {
  const kept = citedIn(after);
  const lost = citedIn(before).filter((number) => !kept.includes(number));
  const end = after.trimEnd();
  const lastLine = end.slice(end.lastIndexOf("\n") + 1);
  if (lost.length === 0 || /^(?:#{1,6} |`{3,}|~{3,}|\|)/.test(lastLine)) return after;
  const appended = lost.map(markOf).join(" ");
  return end.replace(/(?<![.!?…])[.!?…]*$/, (stop) => ` ${appended}${stop}`);
}
