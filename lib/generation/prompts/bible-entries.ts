import type { Bible } from "../../contract/bible.ts";
import { colon, worded } from "./language.ts";

/** A line of the bible, as prompts say it. */
export type BibleEntry = {
  kind: "character" | "place" | "fact" | "thread";
  name?: string;
  text: string;
  chapter: number | null;
  edited: boolean;
};

/** Threads that are closed bind nobody. */
export const entriesOf = ({ characters, places, facts, threads }: Bible): BibleEntry[] => [
  ...characters.map((one) => ({ kind: "character" as const, ...one })),
  ...places.map((one) => ({ kind: "place" as const, ...one })),
  ...facts.map((one) => ({ kind: "fact" as const, ...one })),
  ...threads.flatMap(({ closed, ...one }) => (closed === null ? [{ kind: "thread" as const, ...one }] : [])),
];

const oneLine = (text: string) => text.replace(/\s+/g, " ").trim();

export function lineOf(language: string | undefined, { name, text, chapter }: BibleEntry): string {
  const said = oneLine(text);
  const what = name === undefined ? said : said === "" ? oneLine(name) : colon(language, oneLine(name), said);
  if (chapter === null) return what;
  return `${what} (${worded(language, { fr: `chapitre ${chapter}`, en: `chapter ${chapter}` })})`;
}

const weights = { thread: 60, character: 40, fact: 20, place: 0 };
/** What a person typed comes first, then what is open, who acts, and what is recent. */
const weightOf = ({ kind, chapter, edited }: BibleEntry) => (edited ? 1000 : 0) + weights[kind] + 4 * (chapter ?? 30);

/** A line's own signs, beside its text. */
const aroundLine = 8;

/** @returns the entries that matter most and fit in so many characters, in the bible's order */
export function chooseEntries(
  bible: Bible,
  { language, room }: { language: string | undefined; room: number },
): BibleEntry[] {
  const all = entriesOf(bible);
  const chosen = new Set<BibleEntry>();
  let left = room;
  for (const entry of all.toSorted((one, other) => weightOf(other) - weightOf(one))) {
    const size = lineOf(language, entry).length + aroundLine;
    if (size > left) continue;
    chosen.add(entry);
    left -= size;
  }
  return all.filter((entry) => chosen.has(entry));
}
