import { foldText } from "../../contract/outline.ts";
import { similarity } from "../../document/similarity.ts";
import { citedIn } from "../citations/marks.ts";
import { disagreement } from "../prompts/disagreement.ts";
import { colon, worded } from "../prompts/language.ts";
import { contentWordsOf } from "../text/content-words.ts";
import { joinThousands, stemOf } from "./grounds.ts";

const label = new RegExp(
  `^(?:${disagreement.fr}|${disagreement.en}|d[ée]saccords?|contradictions?)s?(?: [^:]{0,60})?\\s*:\\s*`,
  "iu",
);

/** @returns what a line says of the disagreement it tells of; undefined for any other line */
export const disagreementIn = (note: string): string | undefined => {
  const [found] = label.exec(note) ?? [];
  return found === undefined ? undefined : note.slice(found.length);
};

/** A statement, with the marks of its sources behind it. */
export type Statement = { said: string; marks: string };

export const statementsIn = (text: string): Statement[] =>
  [...text.matchAll(/([^[\]]+)((?:\s*\[S\d{1,4}\])+)/g)].map(([, said = "", marks = ""]) => ({
    said: said.replace(/^[\s;,.:–—-]+|[\s;,:–—-]+$/gu, ""),
    marks: marks.trim(),
  }));

export const tellDisagreement = (language: string | undefined, statements: Statement[]): string =>
  colon(
    language,
    worded(language, disagreement),
    statements.map(({ said, marks }) => `${said.replace(/\.$/, "")} ${marks}`).join(" ; "),
  );

/** From this share of common words on, two notes speak of one thing; for a denial, they say nearly the same. */
const sameMatter = 0.6;
const sameSentence = 0.7;

const denial = /(?<!\p{L})(?:n[e’']|jamais|aucune?|sans|pas|not|never|no|cannot|n’t)(?!\p{L})/iu;

/** The figures of a note, by what they count: its years, its metres, its days. */
type Figures = Map<string, Set<string>>;

function figuresIn(said: string): Figures {
  const figures: Figures = new Map();
  for (const [, figure = "", unit = ""] of joinThousands(said).matchAll(
    /(?<![\p{L}\d])(\d+(?:[.,]\d+)?)(?:\s*(\p{L}+|%))?/gu,
  )) {
    const kind =
      /^(?:1\d|20)\d\d$/.test(figure) && !/^\p{L}{3,}s$/u.test(unit) ? "year" : stemOf(foldText(unit) || unit);
    figures.set(kind, (figures.get(kind) ?? new Set()).add(figure.replace(",", ".")));
  }
  return figures;
}

const differ = (one: Figures, other: Figures) =>
  [...one].some(([kind, values]) => {
    const others = other.get(kind);
    return others !== undefined && [...values].every((value) => !others.has(value));
  });

type Note = { line: string; sources: number[]; figures: Figures; words: Set<string>; isDenial: boolean };

function readNote(line: string): Note {
  const said = line.replace(/\[S\d+\]/g, "");
  return {
    line,
    sources: citedIn(line),
    figures: figuresIn(said),
    words: new Set(contentWordsOf(said.replace(/\d/g, " ")).map(stemOf)),
    isDenial: denial.test(said),
  };
}

/** Two notes of different pages that say the same of one thing, with other figures, or of which one denies it. */
function disagree(one: Note, other: Note): boolean {
  if (one.sources.some((source) => other.sources.includes(source))) return false;
  const alike = similarity(one.words, other.words);
  if (one.isDenial !== other.isDenial) return alike >= sameSentence;
  return alike >= sameMatter && differ(one.figures, other.figures);
}

/** Joins notes that do not agree into one line that says so, where the model has not. */
export function joinDisagreements(lines: string[], language: string | undefined): string[] {
  const told = lines.filter((line) => disagreementIn(line) !== undefined);
  const notes = lines.filter((line) => disagreementIn(line) === undefined).map(readNote);
  const joined = new Set<Note>();
  const found = notes.flatMap((note, index) => {
    if (joined.has(note)) return [];
    const others = notes.slice(index + 1).filter((other) => !joined.has(other) && disagree(note, other));
    if (others.length === 0) return [];
    for (const one of [note, ...others]) joined.add(one);
    return tellDisagreement(language, statementsIn([note, ...others].map(({ line }) => line).join(" ")));
  });
  return [...told, ...found, ...notes.filter((note) => !joined.has(note)).map(({ line }) => line)];
}
