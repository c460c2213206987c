import type { Entry } from "./numbered.ts";

/** What a line is in the plan; `else` is placed nowhere. */
export type Role = "title" | "chapter" | "point" | "text" | "else";
/** The roles that are known; the others are for the next shape to tell. */
export type Shape = Map<Entry, Role>;

export const isItem = ({ bullet, number }: Entry) => bullet !== undefined || number !== undefined;
/** Lines of one look, on one level. */
export const familyOf = ({ bullet = "", number }: Entry) => `${bullet} ${number?.style ?? ""}`;

export const shapeOf = (entries: Entry[], roleOf: (entry: Entry, index: number) => Role): Shape =>
  new Map(entries.map((entry, index) => [entry, roleOf(entry, index)]));
