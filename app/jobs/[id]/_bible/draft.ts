import type { Bible, BibleView } from "#lib/contract/bible.ts";

export const listNames = ["summaries", "characters", "places", "facts", "threads"] as const;
export type ListName = (typeof listNames)[number];

/** An entry in the editor, with its numbers as typed; `key` tells it from its neighbours. */
export type Row = {
  key: number;
  name: string;
  text: string;
  chapter: string;
  closed: string;
  edited: boolean;
};
export type Draft = Record<ListName, Row[]>;

const shown = (number: number | null | undefined) => (number ? String(number) : "");

type Entry = Bible[ListName][number];
const toRow = (entry: Entry, key: number): Row => ({
  key,
  name: "name" in entry ? entry.name : "",
  text: entry.text,
  chapter: shown(entry.chapter),
  closed: "closed" in entry ? shown(entry.closed) : "",
  edited: entry.edited,
});

const byList = <Value>(rowsOf: (list: ListName) => Value) =>
  Object.fromEntries(listNames.map((list) => [list, rowsOf(list)])) as Record<ListName, Value>;

export const toDraft = (bible: BibleView): Draft => byList((list) => bible[list].map(toRow));

/** Null where nothing is typed; what is no number is sent as it is, and refused. */
const toNumber = (typed: string) => {
  if (typed.trim() === "") return null;
  const number = Number(typed);
  return Number.isNaN(number) ? typed : number;
};

function toEntry(list: ListName, { name, text, chapter, closed, edited }: Row) {
  const entry = { text, chapter: toNumber(chapter), edited };
  if (list === "characters" || list === "places") return { ...entry, name };
  return list === "threads" ? { ...entry, closed: toNumber(closed) } : entry;
}

/** Builds the request from the entries as typed. */
export const toEdit = (draft: Draft, version: number) => ({
  version,
  ...byList((list) => draft[list].map((row) => toEntry(list, row))),
});

export const change = (draft: Draft, list: ListName, key: number, fields: Partial<Row>): Draft => ({
  ...draft,
  [list]: draft[list].map((row) => (row.key === key ? { ...row, ...fields, edited: true } : row)),
});

export const remove = (draft: Draft, list: ListName, key: number): Draft => ({
  ...draft,
  [list]: draft[list].filter((row) => row.key !== key),
});

const freeKey = (rows: Row[]) => Math.max(-1, ...rows.map(({ key }) => key)) + 1;

/** Puts a removed entry back where it was. */
export const restore = (draft: Draft, list: ListName, row: Row, index: number): Draft => ({
  ...draft,
  [list]: draft[list].toSpliced(index, 0, { ...row, key: freeKey(draft[list]) }),
});

export const add = (draft: Draft, list: ListName): Draft => ({
  ...draft,
  [list]: [...draft[list], { key: freeKey(draft[list]), name: "", text: "", chapter: "", closed: "", edited: true }],
});

const contentOf = ({ key: _key, edited: _edited, ...content }: Row) => JSON.stringify(content);

/** A draft with what has come since: what was in neither it nor the bible that it began with. */
export const withNew = (draft: Draft, before: Draft, latest: Draft): Draft =>
  byList((list) => {
    const known = new Set([...before[list], ...draft[list]].map(contentOf));
    // A chapter has one summary: the one that was typed here stays.
    const isFree = (row: Row) => list !== "summaries" || !draft[list].some(({ chapter }) => chapter === row.chapter);
    const found = latest[list].filter((row) => !known.has(contentOf(row)) && isFree(row));
    const key = freeKey(draft[list]);
    return [...draft[list], ...found.map((row, index) => ({ ...row, key: key + index }))];
  });
