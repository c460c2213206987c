import type { StructureCheck, StyleCheck } from "../../contract/quality.ts";

/** A sentence of a prompt, or a part of one. */
type Worded = { fr: string; en: string };

/** What chapters are compared for. */
export type BookCheck = "repeat" | "phrases" | "opening" | "conclusion" | "term";
export type Check = StructureCheck | StyleCheck | BookCheck;

/** What a book of a genre cannot do without, as far as counting can tell. */
export type Need = "exercises" | "verse" | "entries";

/** All that a genre decides about a book. */
export type Traits = {
  /** As a prompt names it, behind « un » or “a”. */
  book: Worded;
  /** What the architect designs, and what a chapter is in it. */
  architect: Worded;
  /** What each key point of a plan is. */
  points: Worded;
  /** It is a name (of a poem, of an entry), and no label for something to say. */
  areNames?: true;
  /** The same for a small model: what is told of a chapter, and its three points. */
  details: { told: Worded; points: Worded };
  /** How a chapter is built, from its H1 on, and in what voice. */
  writer: Worded;
  /** For a small model: the manner of the book, and the order for one point. */
  section: { manner: Worded; order: Worded };
  /** What such a model writes on with. */
  next: Worded;
  /** Its parts have headings; `isApart`: one without a heading is parted from the others by a rule. */
  isTitled: boolean;
  isApart: boolean;
  /** A chapter that is too short grows in its sections, else at its end. */
  growsWithin: boolean;
  isResearched: boolean;
  need?: Need;
  /** The share of its budget by which a chapter's length may differ. */
  lengthTolerance: number;
  /** The checks that blame what such a book wants. */
  spares: readonly Check[];
};
