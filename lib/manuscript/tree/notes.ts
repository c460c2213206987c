import type { Element, ElementContent, Root } from "hast";
import { childrenOf, elementsOf, isElement, isEmpty, property, textOf } from "./elements.ts";

/** A document of a file: what links in it lead to is resolved from its `path`. */
export type Page = { path: string; root: Root };

/** The notes of all pages, by the id that their calls now carry, taken from their places. */
export type Notes = Map<string, Element>;

type Place = { element: Element; above: (Root | Element)[]; path: string };

const mark = /^\s*[([]?(?:\d{1,4}|[a-z]|[ivxlc]{1,7}|[*†‡§]{1,4})[\])]?\.?\s*$/i;
const backMark =
  /^\s*(?:[([]?(?:\d{1,4}|[a-z]|[ivxlc]{1,7}|[*†‡§]{1,4})[\])]?\.?|(?:[↑↩⏎←^]|\ufe0e|\ufe0f)+|retour|back)\s*$/i;
const blocks = new Set(["li", "aside", "p", "dd", "div", "section", "td", "article"]);
const has = (element: Element, name: string, word: RegExp) => word.test(property(element, name));
const isCall = (element: Element) => has(element, "epubType", /\bnoteref\b/) || has(element, "role", /^doc-noteref$/);
const isNote = (element: Element) =>
  has(element, "epubType", /\b(?:foot|end|rear)?note\b/) || has(element, "role", /^doc-(?:foot|end)note$/);

/** @returns `path#id`; empty for what leads out of the file, or to no element of it */
export function targetOf(href: string, path: string): string {
  if (/^[a-z][a-z0-9+.-]*:/i.test(href) || !href.includes("#")) return "";
  const url = URL.parse(href, `file:///${path}`);
  if (!url || url.hash.length < 2) return "";
  try {
    return `${decodeURIComponent(url.pathname.slice(1))}#${decodeURIComponent(url.hash.slice(1))}`;
  } catch {
    return "";
  }
}

const isHeading = (one: Root | Element) => isElement(one) && /^h[1-6]$/.test(one.tagName);

/** What a note is: the element its call leads to, or the block around it. */
function blockOf({ element, above, path }: Place): Place | undefined {
  if ([element, ...above].some(isHeading)) return undefined;
  if (isNote(element) || blocks.has(element.tagName)) return { element, above, path };
  const at = above.findLastIndex((one) => isElement(one) && blocks.has(one.tagName));
  const block = above[at];
  return block && isElement(block) ? { element: block, above: above.slice(0, at), path } : undefined;
}

function dropFrom(parents: (Root | Element)[], element: Element): void {
  const parent = parents.at(-1);
  if (!parent) return;
  parent.children = parent.children.filter((child) => child !== element) as ElementContent[];
  // A list of notes, and its rule above, go with the last of them.
  const isHollow = isElement(parent) && childrenOf(parent).every((child) => isEmpty(child));
  if (isHollow && ["ol", "ul", "dl", "section", "aside", "div"].includes(parent.tagName))
    dropFrom(parents.slice(0, -1), parent);
}

/** A number at the head of a note is written around: `[1]`, `1.`. */
function dropLabel(note: Element, parents: Element[], link: Element): void {
  const isFirst = textOf(note)
    .replace(/^\s*[[(]?\s*/, "")
    .startsWith(textOf(link).trim());
  const siblings = parents.at(-1)?.children ?? [];
  const at = siblings.indexOf(link);
  const [before, after] = [siblings[at - 1], siblings[at + 1]];
  if (isFirst && before?.type === "text") before.value = before.value.replace(/[[(]\s*$/, "");
  if (isFirst && after?.type === "text") after.value = after.value.replace(/^\s*[\]).:]{1,2}\s*/, "");
  dropFrom(parents, link);
}

function withoutBackLinks(note: Element, path: string, calls: Set<string>): void {
  for (const { element, above } of [...elementsOf(note)]) {
    const leadsBack = element.tagName === "a" && calls.has(targetOf(property(element, "href"), path));
    if (leadsBack && backMark.test(textOf(element))) dropLabel(note, [note, ...above], element);
  }
}

/** Takes every note that a call leads to out of its page, and makes calls of `note-call` elements that name it. */
export function takeNotes(pages: Page[]): Notes {
  const places = new Map<string, Place>();
  const links: Place[] = [];
  for (const { path, root } of pages)
    for (const { element, above } of elementsOf(root)) {
      const place = { element, above: [root, ...above], path };
      const id = property(element, "id");
      if (id && !places.has(`${path}#${id}`)) places.set(`${path}#${id}`, place);
      if (element.tagName === "a" && property(element, "href")) links.push(place);
    }
  const ownKeys = ({ element, above, path }: Place) =>
    [element, ...above.slice(-2)].flatMap((one) =>
      isElement(one) && property(one, "id") ? [`${path}#${property(one, "id")}`] : [],
    );
  const leadsBack = (note: Place, keys: string[]) =>
    [...elementsOf(note.element)].some(
      ({ element }) => element.tagName === "a" && keys.includes(targetOf(property(element, "href"), note.path)),
    );
  const notes: Notes = new Map();
  const taken = new Map<Element, { id: string; note: Place }>();
  const calls = new Set<string>();
  for (const link of links) {
    const key = targetOf(property(link.element, "href"), link.path);
    const target = places.get(key);
    const note = target && !calls.has(key) ? blockOf(target) : undefined;
    if (!note || link.above.includes(note.element)) continue;
    const keys = ownKeys(link);
    // A line of a table of contents says no more than its number.
    if (backMark.test(textOf(note.element))) continue;
    if (!isCall(link.element) && !(mark.test(textOf(link.element)) && leadsBack(note, keys))) continue;
    const { id } = taken.get(note.element) ?? { id: `note-${taken.size + 1}` };
    taken.set(note.element, { id, note });
    notes.set(id, note.element);
    for (const own of keys) calls.add(own);
    Object.assign(link.element, { tagName: "note-call", properties: { id }, children: [] });
  }
  for (const { note } of taken.values()) {
    withoutBackLinks(note.element, note.path, calls);
    dropFrom(note.above, note.element);
  }
  return notes;
}
