import { strToU8, type Zippable, zipSync } from "fflate";
import { x } from "xastscript";
import { labelsIn } from "../labels.ts";
import type { BookText } from "../text/book-text.ts";
import { writeChapter } from "./chapter-page.ts";
import { drawCover } from "./cover.ts";
import { type Entry, entryOf, type Landmark, writeContents, writeNcx } from "./navigation.ts";
import { type Item, writePackage } from "./package.ts";
import { style } from "./style.ts";
import { el, writePage, xmlOf } from "./xhtml.ts";

const container = xmlOf(
  x("container", { version: "1.0", xmlns: "urn:oasis:names:tc:opendocument:xmlns:container" }, [
    x("rootfiles", [x("rootfile", { "full-path": "EPUB/book.opf", "media-type": "application/oebps-package+xml" })]),
  ]),
);

type File = Item & { text: string };

const page = (id: string, text: string, properties?: string): File => ({
  id,
  href: `${id}.xhtml`,
  type: "application/xhtml+xml",
  text,
  isPage: true,
  ...(properties !== undefined && { properties }),
});

function frontPages({ title, language }: BookText): File[] {
  const labels = labelsIn[language];
  const image = el("img", { src: "cover.svg", alt: title, role: "doc-cover" });
  const cover = [el("section", { "epub:type": "cover", className: ["couverture"] }, [image])];
  const titlePage = [el("section", { "epub:type": "titlepage", className: ["titre"] }, [el("h1", {}, [title])])];
  return [
    page("cover", writePage({ title: labels.cover, language, type: "frontmatter", body: cover })),
    page("title", writePage({ title, language, type: "frontmatter", body: titlePage })),
  ];
}

function chapterPages({ chapters, language }: BookText): { files: File[]; entries: Entry[] } {
  const made = chapters.map((chapter, index) => {
    const { body, sections } = writeChapter(chapter, language);
    const { title } = chapter;
    const file = page(`chapter-${index + 1}`, writePage({ title, language, type: "bodymatter", body }));
    return { file, entry: entryOf(title, file.href, sections) };
  });
  return { files: made.map(({ file }) => file), entries: made.map(({ entry }) => entry) };
}

function endPages({ colophon, language, title }: BookText): File[] {
  if (colophon === undefined) return [];
  const section = el("section", { "epub:type": "colophon", role: "doc-colophon", className: ["colophon"] }, [
    el("p", {}, [colophon]),
  ]);
  return [page("colophon", writePage({ title, language, type: "backmatter", body: [section] }))];
}

function filesOf(book: BookText): { files: File[]; landmarks: Landmark[] } {
  const labels = labelsIn[book.language];
  const { files: chapters, entries: ofChapters } = chapterPages(book);
  const front = { title: book.title, href: "title.xhtml", below: [] };
  const entries = [front, { title: labels.contents, href: "contents.xhtml", below: [] }, ...ofChapters];
  const start = chapters[0] ?? { href: "title.xhtml" };
  const landmarks = [
    { type: "cover", title: labels.cover, href: "cover.xhtml" },
    { type: "titlepage", title: labels.titlePage, href: "title.xhtml" },
    { type: "toc", title: labels.contents, href: "contents.xhtml" },
    { type: "bodymatter", title: book.title, href: start.href },
  ];
  const other = { isPage: false };
  const files: File[] = [
    ...frontPages(book),
    page("contents", writeContents(book, entries, landmarks), "nav"),
    ...chapters,
    ...endPages(book),
    { id: "ncx", href: "toc.ncx", type: "application/x-dtbncx+xml", text: writeNcx(book, entries), ...other },
    { id: "style", href: "style.css", type: "text/css", text: style, ...other },
    {
      id: "cover-image",
      href: "cover.svg",
      type: "image/svg+xml",
      properties: "cover-image",
      text: drawCover(book.title),
      ...other,
    },
  ];
  return { files, landmarks };
}

/** What the guide of EPUB 2 calls them. */
const guideTypes: Record<string, string> = { cover: "cover", titlepage: "title-page", toc: "toc", bodymatter: "text" };

/** Makes an EPUB 3, which readers of EPUB 2 find their way in too. Call it in a thread. */
export function writeEpub(book: BookText): Uint8Array {
  const { files, landmarks } = filesOf(book);
  const guide = landmarks.map((mark) => ({ ...mark, type: guideTypes[mark.type] ?? mark.type }));
  const zip: Zippable = {
    mimetype: [strToU8("application/epub+zip"), { level: 0 }],
    "META-INF/container.xml": strToU8(container),
    "EPUB/book.opf": strToU8(writePackage(book, files, guide)),
  };
  for (const { href, text } of files) zip[`EPUB/${href}`] = strToU8(text);
  return zipSync(zip, { mtime: book.modified });
}
