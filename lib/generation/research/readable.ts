import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";

export type Readable = { title: string; text: string };

/** A page of more elements is no article. */
const maxElemsToParse = 50_000;
const maxTextCharacters = 20_000;
const maxTitleCharacters = 300;

const declared = /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{1,40})/i;

function decode(bytes: Uint8Array, charset: string | undefined): string {
  const [first, second] = bytes;
  const marked = first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : "";
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 2048)).toString("latin1");
  const label = marked || charset || declared.exec(start)?.[1] || "utf-8";
  return new TextDecoder(label).decode(bytes);
}

function plainText(text: string, maxCharacters: number): string {
  const lines = text
    .toWellFormed()
    .replace(/\r\n?/g, "\n")
    // Controls and invisible characters go.
    .replace(/(?![\n\t])\p{Cc}|\p{Cf}/gu, "")
    .split("\n")
    .map((line) => line.replace(/[ \t\u00a0]+/g, " ").trim());
  return lines
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim()
    .slice(0, maxCharacters)
    .toWellFormed();
}

/** Blocks that would run into each other without a line of their own. */
const blocks = "p,li,h1,h2,h3,h4,h5,h6,tr,br,blockquote,pre,dt,dd,figcaption,div";

/** The parser adds none of the tags that HTML lets a page leave out. */
function completeDocument(html: string): string {
  if (/<body[\s>]/i.test(html)) return html;
  return `<html><head></head><body>${html.replace(/<\/?(?:!doctype|html|head)\b[^>]{0,500}>/gi, "")}</body></html>`;
}

const titleOf = (html: string): string => /<title[^>]{0,200}>([^<]{0,500})</i.exec(html)?.[1] ?? "";

function readHtml(html: string): Readable | undefined {
  const { document } = parseHTML(completeDocument(html));
  if (document.title === "") document.title = titleOf(html);
  const article = new Readability(document as unknown as Document, { maxElemsToParse }).parse();
  if (!article?.content) return undefined;
  const { document: body } = parseHTML(`<html><body>${article.content}</body></html>`);
  for (const block of body.querySelectorAll(blocks)) block.append("\n");
  return { title: article.title ?? "", text: body.body.textContent ?? "" };
}

export function readPageText(page: {
  bytes: Uint8Array;
  charset: string | undefined;
  html: boolean;
  maxCharacters?: number;
}): Readable | undefined {
  const source = decode(page.bytes, page.charset);
  const read = page.html ? readHtml(source) : { title: "", text: source };
  const text = plainText(read?.text ?? "", page.maxCharacters ?? maxTextCharacters);
  return text === ""
    ? undefined
    : { title: plainText(read?.title ?? "", maxTitleCharacters).replace(/\s+/g, " "), text };
}
