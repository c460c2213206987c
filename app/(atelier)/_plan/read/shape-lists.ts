import { isAnnouncement, isNamedPart } from "./keywords.ts";
import type { Entry } from "./numbered.ts";
import { familyOf, isItem, type Role, type Shape, shapeOf } from "./shape.ts";
import { isSentence } from "./titles.ts";

/** A line of its own beside numbered ones: « Conclusion », or what a table of contents gives a page. */
const isNamed = (entry: Entry) => !isItem(entry) && (entry.paged || isNamedPart(entry.body));
const isLine = (entry: Entry | undefined): entry is Entry =>
  entry !== undefined && !isItem(entry) && !entry.keyword && !isSentence(entry.body);

/** Lines below a chapter that are indented alike are its points; a single one tells what it is about. */
function restOf(entries: Entry[], index: number, indent: number): Role {
  const entry = entries[index];
  if (!entry || isItem(entry)) return "point";
  const isAlike = (other: Entry | undefined) => isLine(other) && other.indent === entry.indent;
  const isOneOfSeveral = isLine(entry) && (isAlike(entries[index - 1]) || isAlike(entries[index + 1]));
  return isOneOfSeveral && entry.indent > indent ? "point" : "text";
}

/** « Chapitre 1 : Le sel », « Partie I », with what else the lines hold below. */
export function shapeByKeywords(entries: Entry[]): Shape | undefined {
  const first = entries.find((entry) => isItem(entry) || entry.keyword);
  if (!first?.keyword) return undefined;
  const chapter = entries.find(({ keyword }) => keyword?.kind === "chapter");
  const numbered = entries.find(({ keyword, number, bullet }) => !keyword && number && !bullet);
  const model = chapter ?? numbered ?? first;
  const isChapter = (entry: Entry) =>
    model.keyword ? entry.keyword?.name === model.keyword.name : familyOf(entry) === familyOf(model);
  return shapeOf(entries, (entry, index) => {
    if (isChapter(entry) || (isNamed(entry) && entry.indent <= model.indent)) return "chapter";
    if (entry.keyword) return entry.keyword.kind === "part" ? "else" : "point";
    return restOf(entries, index, model.indent);
  });
}

/** Plain lines above lists: they are the chapters, unless one number runs through the lists. */
function areOwners(entries: Entry[], top: Entry): boolean {
  const family = familyOf(top);
  const isOwner = (entry: Entry | undefined, index: number) => {
    const next = entries[index + 1];
    if (!entry || !next || isItem(entry) || isNamed(entry) || isSentence(entry.body)) return false;
    return isItem(next) && familyOf(next) === family && entry.indent <= next.indent;
  };
  const [first, second] = entries;
  const start = first && second && !isItem(second) && isAnnouncement(first.body) ? 1 : 0;
  if (!isOwner(entries[start], start) || entries.filter(isOwner).length < 2) return false;
  const beginnings = entries.filter((entry) => familyOf(entry) === family && (entry.number?.value ?? 1) <= 1);
  return beginnings.length > 1;
}

const shapeOfOwners = (entries: Entry[]): Shape => {
  const indent = Math.min(...entries.filter((entry) => !isItem(entry)).map((entry) => entry.indent));
  return shapeOf(entries, (entry, index) => {
    if (isItem(entry)) return "point";
    const next = entries[index + 1];
    if (index === 0 && isAnnouncement(entry.body) && next && !isItem(next)) return "else";
    return entry.indent > indent || isSentence(entry.body) ? "text" : "chapter";
  });
};

/** A list, numbered or with bullets: what looks like its first line is a chapter, the rest belongs to one. */
export function shapeByItems(entries: Entry[]): Shape | undefined {
  const items = entries.filter(isItem);
  const indent = Math.min(...items.map((entry) => entry.indent));
  const top = items.find((entry) => entry.indent === indent);
  if (!top) return undefined;
  if (areOwners(entries, top)) return shapeOfOwners(entries);
  const isTop = (entry: Entry) => entry.indent === indent && familyOf(entry) === familyOf(top);
  const levels = new Set(items.map((entry) => entry.indent)).size;
  // One root above two more levels is the book.
  if (levels > 2 && items[0] === top && items.filter(isTop).length === 1)
    return new Map([...(shapeByItems(entries.filter((entry) => entry !== top)) ?? []), [top, "else"]]);
  return shapeOf(entries, (entry, index) => {
    if (isItem(entry) ? isTop(entry) : isNamed(entry) && entry.indent <= indent) return "chapter";
    return restOf(entries, index, indent);
  });
}
