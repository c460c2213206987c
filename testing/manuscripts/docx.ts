import { strToU8, zipSync } from "fflate";

/** A paragraph in a style of Word, by its id; `runs` are made by `run` and its neighbours, or plain text. */
export type Paragraph = { style?: string; list?: boolean; runs: string };

export const escapeXml = (text: string) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");

export const run = (text: string, properties = "") =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;
export const bold = (text: string) => run(text, "<w:b/>");
export const italic = (text: string) => run(text, "<w:i/>");
export const lineBreak = "<w:r><w:br/></w:r>";
export const noteCall = (id: number, kind: "footnote" | "endnote" = "footnote") =>
  `<w:r><w:${kind}Reference w:id="${id}"/></w:r>`;
export const picture = (alt: string) =>
  `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="p" descr="${escapeXml(alt)}"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="rIdPicture"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;

const namespaces = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
].join(" ");
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

const toXml = ({ style, list, runs }: Paragraph) =>
  `<w:p><w:pPr>${style ? `<w:pStyle w:val="${style}"/>` : ""}${list ? '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>' : ""}</w:pPr>${runs.startsWith("<") ? runs : run(runs)}</w:p>`;

export const table = (rows: string[][]) =>
  `<w:tbl>${rows.map((cells) => `<w:tr>${cells.map((cell) => `<w:tc>${toXml({ runs: cell })}</w:tc>`).join("")}</w:tr>`).join("")}</w:tbl>`;

/** As a French Word names its styles: the ids are French, the names are not. */
const styles: [string, string][] = [
  ["Titre", "Title"],
  ["Titre1", "heading 1"],
  ["Titre2", "heading 2"],
  ["Titre3", "heading 3"],
  ["Citation", "Quote"],
  ["Code", "HTML Preformatted"],
];
const type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const word = "application/vnd.openxmlformats-officedocument.wordprocessingml";

type Options = {
  title?: string;
  footnotes?: Record<number, string>;
  endnotes?: Record<number, string>;
  picture?: Uint8Array;
  more?: Record<string, Uint8Array>;
};

const notes = (kind: "footnote" | "endnote", texts: Record<number, string>) =>
  `${head}<w:${kind}s ${namespaces}>${Object.entries(texts)
    .map(([id, text]) => `<w:${kind} w:id="${id}">${toXml({ runs: text })}</w:${kind}>`)
    .join("")}</w:${kind}s>`;

/** Makes a DOCX as a word processor does. `body` holds paragraphs, and blocks of XML as they are. */
export function makeDocx(body: (Paragraph | string)[], options: Options = {}): Uint8Array {
  const { title = "", footnotes = {}, endnotes = {}, picture: bytes, more = {} } = options;
  const blocks = body.map((block) => (typeof block === "string" ? block : toXml(block))).join("");
  const files: Record<string, string> = {
    "[Content_Types].xml": `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="${word}.document.main+xml"/></Types>`,
    "_rels/.rels": `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${type}/officeDocument" Target="word/document.xml"/></Relationships>`,
    "docProps/core.xml": `${head}<cp:coreProperties xmlns:cp="c" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escapeXml(title)}</dc:title></cp:coreProperties>`,
    "word/document.xml": `${head}<w:document ${namespaces}><w:body>${blocks}</w:body></w:document>`,
    "word/_rels/document.xml.rels": `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${type}/styles" Target="styles.xml"/><Relationship Id="rId2" Type="${type}/footnotes" Target="footnotes.xml"/><Relationship Id="rId3" Type="${type}/endnotes" Target="endnotes.xml"/><Relationship Id="rId4" Type="${type}/numbering" Target="numbering.xml"/><Relationship Id="rIdPicture" Type="${type}/image" Target="media/image1.png"/></Relationships>`,
    "word/styles.xml": `${head}<w:styles ${namespaces}>${styles.map(([id, name]) => `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`).join("")}</w:styles>`,
    "word/footnotes.xml": notes("footnote", footnotes),
    "word/endnotes.xml": notes("endnote", endnotes),
    "word/numbering.xml": `${head}<w:numbering ${namespaces}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
  };
  const texts = Object.entries(files).map(([name, text]): [string, Uint8Array] => [name, strToU8(text)]);
  return zipSync({ ...Object.fromEntries(texts), ...(bytes && { "word/media/image1.png": bytes }), ...more });
}
