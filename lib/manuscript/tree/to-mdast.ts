import type { Element, Root } from "hast";
import { defaultHandlers, type Handle, toMdast } from "hast-util-to-mdast";
import type { Heading, RootContent, ThematicBreak } from "mdast";
import { childrenOf, isElement, property, textOf } from "./elements.ts";

declare module "mdast" {
  interface HeadingData {
    /** It is in a style for titles of books. */
    isBookTitle?: boolean;
  }
  interface ThematicBreakData {
    /** It stands for the beginning of a chapter of this title. */
    chapter?: string;
  }
}

/** Markdown has no raised letters: a number would read as part of another (`x2`), and has signs of its own. */
const withSigns = (signs: string): Handle => {
  const all = [...signs];
  return (state, element) => {
    const text = textOf(element);
    if (!/^\d{1,6}$/.test(text)) return state.all(element);
    return { type: "text", value: text.replace(/\d/g, (digit) => all[Number(digit)] ?? digit) };
  };
};

/** A link within the file leads nowhere in a book: its words stay. */
const link: Handle = (state, element) =>
  /^(?:https?:\/\/|mailto:)/i.test(property(element, "href")) ? defaultHandlers.a(state, element) : state.all(element);

const heading: Handle = (state, element) => {
  const made: Heading = defaultHandlers.h1(state, element);
  const { className } = element.properties;
  return Array.isArray(className) && className.includes("book-title") ? { ...made, data: { isBookTitle: true } } : made;
};

const table: Handle = (state, element) => {
  const captions = childrenOf(element).filter((child) => isElement(child) && child.tagName === "caption");
  const above = captions.flatMap((caption) => (isElement(caption) ? state.toFlow(state.all(caption)) : []));
  return [...above, defaultHandlers.table(state, element)];
};

const chapterMark = (_state: unknown, element: Element): ThematicBreak => ({
  type: "thematicBreak",
  data: { chapter: property(element, "title") },
});

const handlers: Record<string, Handle> = {
  a: link,
  h1: heading,
  sup: withSigns("⁰¹²³⁴⁵⁶⁷⁸⁹"),
  sub: withSigns("₀₁₂₃₄₅₆₇₈₉"),
  table,
  menu: defaultHandlers.ul,
  math: (_state, element) => ({ type: "text", value: textOf(element) }),
  "note-call": (_state, element) => ({ type: "footnoteReference", identifier: property(element, "id") }),
  "chapter-mark": chapterMark,
};

/** @returns blocks, whose calls of notes name them as `takeNotes` did */
export function toBlocks(tree: Root | Element): RootContent[] {
  const root: Root = { type: "root", children: childrenOf(tree) };
  const made = toMdast(root, { document: true, handlers, quotes: ["“”", "‘’"] });
  return made.type === "root" ? made.children : [];
}
