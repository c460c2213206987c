import type { Element } from "hast";
import { toOneLine } from "../../contract/text.ts";
import type { Archive } from "../archive.ts";
import { decodeMarkup } from "../decode.ts";
import { childrenOf, elementsOf, isElement, property, textOf } from "../tree/elements.ts";
import { parseXml } from "../tree/markup.ts";
import { type Item, resolvePath } from "./package.ts";

/** An entry of the contents: the chapter that begins at an element of a page, or with the page. */
export type Entry = { title: string; path: string; id: string };

const elements = (parent: Element | undefined, name: string): Element[] =>
  parent ? childrenOf(parent).flatMap((child) => (isElement(child) && child.tagName === name ? [child] : [])) : [];

const firstIn = (parent: Element, name: string): Element | undefined => {
  for (const { element } of elementsOf(parent)) if (element.tagName === name) return element;
  return undefined;
};

function toEntry(title: string, href: string, from: string): Entry[] {
  if (href === "" || /^[a-z][a-z0-9+.-]*:/i.test(href)) return [];
  const id = /#(.+)$/.exec(href)?.[1] ?? "";
  return [
    { title: toOneLine(title), path: resolvePath(href, from), id: URL.canParse(`x:${id}`) ? safeDecode(id) : id },
  ];
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The entries of the top level, in the order of the contents. */
export async function readContents(archive: Archive, { path }: Item): Promise<Entry[]> {
  if (!archive.has(path)) return [];
  const all = [...elementsOf(parseXml(decodeMarkup(await archive.read(path))))].map(({ element }) => element);
  const map = all.find(({ tagName }) => tagName === "navMap");
  if (map)
    return elements(map, "navPoint").flatMap((point) => {
      const [label] = elements(point, "navLabel");
      const [content] = elements(point, "content");
      return toEntry(label ? textOf(label) : "", content ? property(content, "src") : "", path);
    });
  const navs = all.filter(({ tagName }) => tagName === "nav");
  const nav = navs.find((one) => /\btoc\b/.test(property(one, "epub:type"))) ?? navs[0];
  const list = nav && firstIn(nav, "ol");
  return elements(list, "li").flatMap((item) => {
    const anchor = firstIn(item, "a");
    return anchor ? toEntry(textOf(anchor), property(anchor, "href"), path) : [];
  });
}
