import { bibleLimits } from "../../contract/limits.ts";
import { foldText } from "../../contract/outline.ts";
import type { BibleEntry } from "../prompts/bible-entries.ts";
import { bounded, type Said } from "./answer.ts";

export type Contradiction = { text: string; against: string; setIn: number | null };

/** What is kept of an answer. `closed` are texts of threads of the bible. */
export type Learnt = {
  summary: string;
  characters: { name: string; text: string }[];
  places: { name: string; text: string }[];
  facts: string[];
  opened: string[];
  closed: string[];
  contradictions: Contradiction[];
};

/** Of one chapter. */
const most = { names: 15, facts: 12, threads: 6, contradictions: 5, summary: 900 };

/** The share of an answer's long words that the chapter must hold: another chapter, or another book, has fewer. */
const shares = { summary: 0.3, line: 0.5 };
const stemsIn = (text: string): string[] =>
  foldText(text)
    .split(" ")
    .filter((word) => word.length > 4)
    .map((word) => word.slice(0, 5));

type Asked = { chapter: string; entries: BibleEntry[]; system: string };

function distinct<Item>(items: Item[], keyOf: (item: Item) => string, max: number): Item[] {
  const byKey = new Map(items.toReversed().map((item) => [foldText(keyOf(item)), item]));
  byKey.delete("");
  return [...byKey.values()].toReversed().slice(0, max);
}

/** @returns the entry that a model names by its number or in its words */
function entryAt(named: string, entries: BibleEntry[]): BibleEntry | undefined {
  const number = /^\W*(\d{1,3})\b/.exec(named)?.[1];
  const wanted = foldText(named);
  return number
    ? entries[Number(number) - 1]
    : entries.find(({ name = "", text }) => wanted !== "" && [name, text].some((one) => foldText(one) === wanted));
}

/**
 * Keeps what the chapter bears out: names that stand in it, and lines that speak of it. Words of the question are no answer.
 */
export function keepGrounded(said: Said, { chapter, entries, system }: Asked): Learnt {
  const folded = ` ${foldText(chapter)} `;
  const question = foldText(system);
  const stems = new Set(stemsIn(chapter));
  const isOurs = (text: string) => foldText(text) === "" || question.includes(foldText(text));
  const speaksOfIt = (text: string, share: number) => {
    const wanted = stemsIn(text);
    return wanted.length === 0 || wanted.filter((stem) => stems.has(stem)).length >= wanted.length * share;
  };
  const lines = (texts: string[], max: number) =>
    distinct(
      texts
        .filter((text) => !isOurs(text) && speaksOfIt(text, shares.line))
        .map((text) => bounded(text, bibleLimits.text)),
      (text) => text,
      max,
    );
  const named = (all: Said["characters"]) =>
    distinct(
      all
        .filter(
          ({ name }) => name.length <= bibleLimits.name && !isOurs(name) && folded.includes(` ${foldText(name)} `),
        )
        .map(({ name, description }) => ({
          name,
          text: isOurs(description) ? "" : bounded(description, bibleLimits.text),
        })),
      ({ name }) => name,
      most.names,
    );
  const summary = isOurs(said.summary) || !speaksOfIt(said.summary, shares.summary) ? "" : said.summary;
  return {
    summary: bounded(summary, most.summary),
    characters: named(said.characters),
    places: named(said.places),
    facts: lines(said.facts, most.facts),
    opened: lines(said.opened, most.threads),
    closed: said.closed.flatMap((one) => {
      const entry = entryAt(one, entries);
      return entry?.kind === "thread" ? [entry.text] : [];
    }),
    contradictions: said.contradictions
      .flatMap(({ entry, text }) => {
        const found = entryAt(entry, entries);
        if (!found || isOurs(text) || !speaksOfIt(text, shares.line)) return [];
        const against = [found.name, found.text].filter(Boolean).join("\u202f: ");
        // Some models list what agrees.
        if (` ${foldText(against)} `.includes(` ${foldText(text)} `)) return [];
        return [{ text: bounded(text, bibleLimits.text), against, setIn: found.chapter }];
      })
      .slice(0, most.contradictions),
  };
}

export const isEmpty = ({ summary, characters, places, facts, opened }: Learnt): boolean =>
  summary === "" && [characters, places, facts, opened].every((list) => list.length === 0);
