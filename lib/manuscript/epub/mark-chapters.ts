import type { Element, Root } from "hast";
import { elementsOf, property } from "../tree/elements.ts";
import type { Page } from "../tree/notes.ts";
import type { Entry } from "./contents.ts";

/** They group what they hold, and are no block of a text themselves. */
const wrappers = new Set(["html", "body", "div", "section", "article", "main", "header"]);

const markOf = (title: string): Element => ({
  type: "element",
  tagName: "chapter-mark",
  properties: { title },
  children: [],
});

/** The first block, from outside, in or at which an element stands. */
function placeOf(root: Root, id: string): { parent: Root | Element; child: Element } | undefined {
  for (const { element, above } of elementsOf(root)) {
    if (property(element, "id") !== id) continue;
    const line = [...above, element];
    const at = line.findIndex((one) => one === element || !wrappers.has(one.tagName));
    const child = line[at];
    return child && { parent: line[at - 1] ?? root, child };
  }
  return undefined;
}

function markStart({ root }: Page, title: string): void {
  const body = [...elementsOf(root)].find(({ element }) => element.tagName === "body")?.element ?? root;
  body.children.unshift(markOf(title));
}

/** Puts a mark where each entry of the contents begins. @returns how many there are */
export function markChapters(pages: Page[], entries: Entry[]): number {
  const marked = new Set<Root | Element>();
  for (const { title, path, id } of entries) {
    const page = pages.find((one) => one.path === path);
    if (!page) continue;
    const place = id === "" ? undefined : placeOf(page.root, id);
    const key = place?.child ?? page.root;
    if (marked.has(key)) continue;
    marked.add(key);
    if (place) place.parent.children.splice(place.parent.children.indexOf(place.child), 0, markOf(title));
    else markStart(page, title);
  }
  return marked.size;
}
