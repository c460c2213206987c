import { namesPlan } from "./keywords.ts";
import type { Entry } from "./numbered.ts";
import { isItem, type Role, type Shape, shapeOf } from "./shape.ts";

const levelOf = ({ heading = 0 }: Entry) => heading;

/** The book's title: the first heading, alone on the highest level. */
function titleOf(headings: Entry[]): Entry | undefined {
  const [first, ...others] = headings;
  if (!first || first.keyword || first.number) return undefined;
  const isAbove = others.every((other) => levelOf(other) > levelOf(first));
  return isAbove && (levelOf(first) === 1 || others.length > 1) ? first : undefined;
}

/** Chapters below parts are one level deeper; beside the parts, an introduction is on theirs. */
function roleOfHeadings(headings: Entry[]): Map<Entry, Role> {
  const top = Math.min(...headings.map(levelOf));
  const deeper = headings.filter((entry) => levelOf(entry) > top);
  const below = Math.min(...deeper.map(levelOf));
  const roles = new Map<Entry, Role>();
  let inPart = false;
  for (const entry of headings) {
    const isPart = entry.keyword?.kind === "part" && deeper.length > 0;
    if (levelOf(entry) === top) inPart = isPart;
    const isChapter = inPart ? levelOf(entry) === below : levelOf(entry) === top;
    roles.set(entry, isPart && levelOf(entry) === top ? "else" : isChapter ? "chapter" : "point");
  }
  return roles;
}

/** Parts as headings, and their chapters as one list that is numbered through. */
function isListOfChapters(entries: Entry[], headings: Entry[]): boolean {
  const items = entries.filter(({ heading, number, bullet }) => !heading && number && !bullet);
  return headings.every(({ keyword }) => keyword?.kind === "part") && items.length > headings.length;
}

/** @returns the roles of headings alone when the chapters stand in lists or plain lines */
export function shapeByHeadings(entries: Entry[]): { shape: Shape; whole: boolean } {
  const all = entries.filter(({ heading }) => heading !== undefined);
  const announcing = all.filter(({ body }) => namesPlan(body));
  const headings = all.filter((entry) => !announcing.includes(entry));
  const title = entries.length > 1 ? titleOf(headings) : undefined;
  const rest = headings.filter((entry) => entry !== title);
  const known: Shape = new Map(announcing.map((entry): [Entry, Role] => [entry, "else"]));
  if (title) known.set(title, "title");
  if (rest.length === 0) return { shape: known, whole: false };
  if (isListOfChapters(entries, rest))
    return { shape: new Map([...known, ...shapeOf(rest, () => "else")]), whole: false };
  const roles = roleOfHeadings(rest);
  const roleOf = (entry: Entry): Role => known.get(entry) ?? roles.get(entry) ?? (isItem(entry) ? "point" : "text");
  return { shape: shapeOf(entries, roleOf), whole: true };
}
