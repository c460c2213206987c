import type { Element } from "hast";
import type { Element as XmlElement } from "xast";
import { x } from "xastscript";
import { labelsIn } from "../labels.ts";
import type { BookText } from "../text/book-text.ts";
import type { Section } from "./chapter-page.ts";
import { identifierOf } from "./package.ts";
import { el, writePage, xmlOf } from "./xhtml.ts";

/** A line of the contents, with those below it. */
export type Entry = { title: string; href: string; below: Entry[] };

/** Deeper headings are in the text alone. */
const maxLevel = 3;

export function entryOf(title: string, href: string, sections: Section[]): Entry {
  const chapter: Entry = { title, href, below: [] };
  let section = chapter;
  for (const { id, title: name, level } of sections) {
    if (level > maxLevel) continue;
    const entry: Entry = { title: name, href: `${href}#${id}`, below: [] };
    (level === 2 ? chapter : section).below.push(entry);
    if (level === 2) section = entry;
  }
  return chapter;
}

const list = (entries: Entry[]): Element =>
  el(
    "ol",
    {},
    entries.map(({ title, href, below }) =>
      el("li", {}, [el("a", { href }, [title]), below.length > 0 ? list(below) : undefined]),
    ),
  );

export type Landmark = { type: string; title: string; href: string };

/** The contents, as a page of the book and as reading systems look for them. */
export function writeContents({ language }: BookText, entries: Entry[], landmarks: Landmark[]): string {
  const { contents } = labelsIn[language];
  const marks = landmarks.map(({ type, title, href }) => el("li", {}, [el("a", { "epub:type": type, href }, [title])]));
  return writePage({
    title: contents,
    language,
    type: "frontmatter",
    body: [
      el("nav", { "epub:type": "toc", role: "doc-toc", id: "toc" }, [el("h1", {}, [contents]), list(entries)]),
      el("nav", { "epub:type": "landmarks", id: "landmarks", hidden: true }, [el("ol", {}, marks)]),
    ],
  });
}

const depthOf = (entries: Entry[]): number =>
  entries.length === 0 ? 0 : 1 + Math.max(...entries.map(({ below }) => depthOf(below)));

/** The contents as EPUB 2 has them, which shops still ask for. */
export function writeNcx(book: BookText, entries: Entry[]): string {
  let count = 0;
  const point = ({ title, href, below }: Entry): XmlElement => {
    count += 1;
    return x("navPoint", { id: `p${count}`, playOrder: count }, [
      x("navLabel", [x("text", title)]),
      x("content", { src: href }),
      ...below.map(point),
    ]);
  };
  const head = {
    "dtb:uid": identifierOf(book),
    "dtb:depth": depthOf(entries),
    "dtb:totalPageCount": 0,
    "dtb:maxPageNumber": 0,
  };
  return xmlOf(
    x("ncx", { xmlns: "http://www.daisy.org/z3986/2005/ncx/", version: "2005-1", "xml:lang": book.language }, [
      x(
        "head",
        Object.entries(head).map(([name, content]) => x("meta", { name, content })),
      ),
      x("docTitle", [x("text", book.title)]),
      x("navMap", entries.map(point)),
    ]),
  );
}
