import type { Element } from "xast";
import { x } from "xastscript";
import { digitalSourceType } from "../edition.ts";
import type { BookText } from "../text/book-text.ts";
import { xmlOf } from "./xhtml.ts";

/** A file of the EPUB, in reading order where it is a page. */
export type Item = { id: string; href: string; type: string; properties?: string; isPage: boolean };

export const identifierOf = ({ id }: Pick<BookText, "id">) => `urn:uuid:${id}`;

const meta = (property: string, value: string) => x("meta", { property }, value);

const accessibility = [
  ["accessMode", "textual"],
  ["accessModeSufficient", "textual"],
  ["accessibilityFeature", "structuralNavigation"],
  ["accessibilityFeature", "tableOfContents"],
  ["accessibilityFeature", "readingOrder"],
  ["accessibilityFeature", "displayTransformability"],
  ["accessibilityHazard", "none"],
] as const;

function metadataOf(book: BookText): Element {
  const { title, language, subject, description, day, modified, byModel } = book;
  return x("metadata", { "xmlns:dc": "http://purl.org/dc/elements/1.1/" }, [
    x("dc:identifier", { id: "id" }, identifierOf(book)),
    x("dc:title", title),
    x("dc:language", language),
    ...(day === undefined ? [] : [x("dc:date", day)]),
    ...(subject === "" ? [] : [x("dc:subject", subject)]),
    ...(description === "" ? [] : [x("dc:description", description)]),
    meta("dcterms:modified", `${modified.toISOString().slice(0, 19)}Z`),
    ...accessibility.map(([name, value]) => meta(`schema:${name}`, value)),
    ...(byModel ? [meta("Iptc4xmpExt:DigitalSourceType", digitalSourceType)] : []),
    x("meta", { name: "cover", content: "cover-image" }),
  ]);
}

/** Older reading systems find the beginning and the contents by it. */
const guideOf = (entries: { type: string; title: string; href: string }[]) =>
  x(
    "guide",
    entries.map(({ type, title, href }) => x("reference", { type, title, href })),
  );

export function writePackage(book: BookText, items: Item[], guide: Parameters<typeof guideOf>[0]): string {
  const manifest = items.map(({ id, href, type, properties }) =>
    x("item", { id, href, "media-type": type, properties }),
  );
  const spine = items.filter(({ isPage }) => isPage).map(({ id }) => x("itemref", { idref: id }));
  const attributes = {
    xmlns: "http://www.idpf.org/2007/opf",
    version: "3.0",
    "unique-identifier": "id",
    "xml:lang": book.language,
    prefix: "Iptc4xmpExt: http://iptc.org/std/Iptc4xmpExt/2008-02-29/",
  };
  return xmlOf(
    x("package", attributes, [
      metadataOf(book),
      x("manifest", manifest),
      x("spine", { toc: "ncx" }, spine),
      guideOf(guide),
    ]),
  );
}
