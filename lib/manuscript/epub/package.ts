import type { Element, Root } from "hast";
import { toOneLine } from "../../contract/text.ts";
import type { Archive } from "../archive.ts";
import { decodeMarkup } from "../decode.ts";
import { unreadable } from "../refused.ts";
import { elementsOf, property, textOf } from "../tree/elements.ts";
import { parseXml } from "../tree/markup.ts";

export type Item = { path: string; properties: string; type: string };
export type Package = {
  title?: string;
  language?: string;
  /** The pages of the book, in order. */
  spine: Item[];
  /** The contents: of EPUB 3, else of EPUB 2. */
  contents?: Item;
};

const container = "META-INF/container.xml";
const noBook = "L’EPUB ne dit pas où sont ses pages\u202f: il n’a pas pu être lu.";
const outside = "L’EPUB renvoie à un chemin qui sort de son archive\u202f: il n’est pas lu.";

const all = (root: Root | Element, name: string): Element[] =>
  [...elementsOf(root)].flatMap(({ element }) => (element.tagName === name ? [element] : []));

/** The path in the archive of what a file names. @throws {Refused} when it would be outside */
export function resolvePath(href: string, from: string): string {
  const [plain = ""] = href.split("#", 1);
  const parts = from.split("/").slice(0, -1);
  let decoded = plain;
  try {
    decoded = decodeURIComponent(plain);
  } catch {
    // A name with a bare « % » stands for itself.
  }
  if (decoded === "") return from;
  if (/^(?:[a-z][a-z0-9+.-]*:|\/)/i.test(decoded)) throw unreadable(outside);
  for (const part of decoded.split("/")) {
    if (part === "..") {
      if (parts.pop() === undefined) throw unreadable(outside);
    } else if (part !== "." && part !== "") parts.push(part);
  }
  return parts.join("/");
}

/** Fonts alone may be masked: a page that is encrypted cannot be read. */
async function refuseEncrypted(archive: Archive, paths: string[]): Promise<void> {
  const name = "META-INF/encryption.xml";
  if (!archive.has(name)) return;
  const uris = all(parseXml(decodeMarkup(await archive.read(name))), "CipherReference").map((one) =>
    property(one, "URI"),
  );
  if (uris.some((uri) => paths.includes(resolvePath(uri, ""))))
    throw unreadable("L’EPUB est protégé contre la copie (DRM)\u202f: ses pages ne peuvent pas être lues.");
}

/** @throws {Refused} when it names no page, one that is not there, or one that is encrypted */
export async function readPackage(archive: Archive): Promise<Package> {
  if (!archive.has(container)) throw unreadable(noBook);
  const [rootfile] = all(parseXml(decodeMarkup(await archive.read(container))), "rootfile");
  const opf = rootfile && resolvePath(property(rootfile, "full-path"), "");
  if (!opf) throw unreadable(noBook);
  const root = parseXml(decodeMarkup(await archive.read(opf)));
  const items = new Map<string, Item>();
  for (const item of all(root, "item")) {
    const href = property(item, "href");
    if (href === "" || /^[a-z][a-z0-9+.-]*:/i.test(href)) continue;
    const type = property(item, "media-type");
    items.set(property(item, "id"), { path: resolvePath(href, opf), properties: property(item, "properties"), type });
  }
  const [spineElement] = all(root, "spine");
  const listed = all(root, "itemref").flatMap((one) => items.get(property(one, "idref")) ?? []);
  const nav = [...items.values()].find(({ properties }) => /\bnav\b/.test(properties));
  const contents = nav ?? items.get(spineElement ? property(spineElement, "toc") : "");
  const spine = listed.filter((item) => item !== contents && /html|xml|oeb/.test(item.type));
  if (spine.length === 0) throw unreadable(noBook);
  await refuseEncrypted(
    archive,
    listed.map(({ path }) => path),
  );
  const title = toOneLine(all(root, "title").map(textOf)[0] ?? "");
  const language = toOneLine(all(root, "language").map(textOf)[0] ?? "");
  return { spine, ...(contents && { contents }), ...(title && { title }), ...(language && { language }) };
}
