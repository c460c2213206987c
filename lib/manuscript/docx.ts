import { zipSync } from "fflate";
import mammoth from "mammoth";
import { toOneLine } from "../contract/text.ts";
import type { Archive } from "./archive.ts";
import type { Sum } from "./chapter.ts";
import { decodeMarkup } from "./decode.ts";
import type { Manuscript } from "./manuscript.ts";
import { createPictures } from "./pictures.ts";
import { unreadable } from "./refused.ts";
import { writeChapters } from "./tree/chapters.ts";
import { elementsOf, textOf } from "./tree/elements.ts";
import { parseMarkup, parseXml } from "./tree/markup.ts";
import { takeNotes } from "./tree/notes.ts";
import { cutAtHeadings } from "./tree/pieces.ts";
import { toBlocks } from "./tree/to-mdast.ts";

const styles = [
  "p[style-name='Title'] => h1.book-title:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
  "p[style-name='Quotations'] => blockquote > p:fresh",
  "p[style-name='Block Text'] => blockquote > p:fresh",
  "p[style-name='HTML Preformatted'] => pre:separator('\\n')",
  "p[style-name='Preformatted Text'] => pre:separator('\\n')",
  "p[style-name='Source Code'] => pre:separator('\\n')",
  "r[style-name='Verbatim Char'] => code",
  "r[style-name='HTML Code'] => code",
  "r[style-name='Source Text'] => code",
  "r[style-name='Emphasis'] => em",
  "u => em",
  "strike => s",
];

/** What has no text in it, and may be large. */
const isRead = (name: string) =>
  /\.(?:xml|rels)$/i.test(name) ||
  (/(?:^|\/)media\//i.test(name) && /\.(?:png|jpe?g|gif|webp|svg|bmp|tiff?|emf|wmf)$/i.test(name));

const opened = "<m:oMath>";
const closed = "</m:oMath>";

/** A formula of Word is no text to the reader of the document: its signs become text. */
function withFormulas(xml: string): string {
  const parts: string[] = [];
  let at = 0;
  for (;;) {
    const start = xml.indexOf(opened, at);
    const end = start < 0 ? -1 : xml.indexOf(closed, start);
    if (end < 0) return parts.join("") + xml.slice(at);
    const texts = [...xml.slice(start, end).matchAll(/<m:t(?:\s[^<>]{0,99})?>([^<]*)/g)].map(([, text]) => text ?? "");
    parts.push(xml.slice(at, start), `<w:r><w:t xml:space="preserve">${texts.join("")}</w:t></w:r>`);
    at = end + closed.length;
  }
}

/** Gives the library nothing but what was inflated within bounds. */
async function repack(archive: Archive): Promise<Buffer> {
  const files: Record<string, Uint8Array> = {};
  for (const name of archive.names) {
    if (!isRead(name)) continue;
    const bytes = await archive.read(name);
    files[name] =
      /document\d*\.xml$/.test(name) && bytes.includes(opened)
        ? Buffer.from(withFormulas(bytes.toString("utf8")))
        : bytes;
  }
  return Buffer.from(zipSync(files, { level: 0 }));
}

async function toHtml(buffer: Buffer) {
  const pictures = createPictures();
  let shown = 0;
  const convertImage = mammoth.images.imgElement(async (image) => {
    shown += 1;
    return { src: await pictures.add(String(shown), async () => image.readAsBuffer().catch(() => undefined)) };
  });
  const { value } = await mammoth.convertToHtml({ buffer }, { styleMap: styles, convertImage });
  return { html: value, pictures };
}

async function readTitle(archive: Archive): Promise<string> {
  if (!archive.has("docProps/core.xml")) return "";
  const root = parseXml(decodeMarkup(await archive.read("docProps/core.xml")));
  for (const { element } of elementsOf(root)) if (element.tagName === "title") return toOneLine(textOf(element));
  return "";
}

/** @throws {Refused} */
export async function readDocx(archive: Archive, sum: Sum): Promise<Manuscript> {
  const buffer = await repack(archive);
  const { html, pictures } = await toHtml(buffer).catch(() => {
    throw unreadable("Le document n’a pas pu être lu\u202f: enregistrez-le de nouveau en DOCX, puis réessayez.");
  });
  const root = parseMarkup(html);
  const notes = takeNotes([{ path: "document", root }]);
  const { title, pieces } = cutAtHeadings(toBlocks(root));
  const named = title ?? (await readTitle(archive));
  return {
    type: "docx",
    ...(named && { title: named }),
    chapters: await writeChapters(pieces, notes, sum),
    ...pictures.kept(),
  };
}
