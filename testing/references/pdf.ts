import { deflateSync } from "node:zlib";

type Stream = { stream: Uint8Array; filter?: string };
type PdfObject = string | Stream;

const toBytes = (object: PdfObject): Buffer => {
  if (typeof object === "string") return Buffer.from(object, "latin1");
  const filter = object.filter ? ` /Filter ${object.filter}` : "";
  return Buffer.concat([
    Buffer.from(`<< /Length ${object.stream.length}${filter} >>\nstream\n`, "latin1"),
    object.stream,
    Buffer.from("\nendstream", "latin1"),
  ]);
};

/** A PDF of these objects, numbered from 1; the first is its catalogue. */
export function assemblePdf(objects: PdfObject[]): Buffer {
  const parts = [Buffer.from("%PDF-1.7\n", "latin1")];
  const offsets: number[] = [];
  let size = parts[0]?.length ?? 0;
  for (const [index, object] of objects.entries()) {
    const part = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), toBytes(object), Buffer.from("\nendobj\n")]);
    offsets.push(size);
    size += part.length;
    parts.push(part);
  }
  const rows = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`;
  const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${size}\n%%EOF\n`;
  return Buffer.concat([...parts, Buffer.from(table + trailer, "latin1")]);
}

/** What Windows-1252 has beyond Latin-1, as far as a French text needs it. */
const windows1252: Record<string, number> = {
  "’": 0x92,
  "“": 0x93,
  "”": 0x94,
  "–": 0x96,
  "—": 0x97,
  "…": 0x85,
  œ: 0x9c,
};

const literal = (line: string) =>
  [...line]
    .map((sign) => String.fromCharCode(windows1252[sign] ?? sign.charCodeAt(0)).replace(/[\\()]/, "\\$&"))
    .join("");

const contentOf = (lines: string[]) =>
  `BT /F1 11 Tf 14 TL 60 780 Td ${lines.map((line) => `(${literal(line)}) Tj T*`).join(" ")} ET`;

/** One content stream for each page. */
export function pdfOfStreams(streams: Stream[]): Buffer {
  const kids = streams.map((_one, index) => `${4 + index * 2} 0 R`).join(" ");
  const pages = streams.flatMap((stream, index): PdfObject[] => [
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + index * 2} 0 R >>`,
    stream,
  ]);
  return assemblePdf([
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Count ${streams.length} /Kids [${kids}] >>`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ...pages,
  ]);
}

/** A PDF whose pages have these lines. */
export const makePdf = (pages: string[][]): Buffer =>
  pdfOfStreams(
    pages.map((lines) => ({ stream: deflateSync(Buffer.from(contentOf(lines), "latin1")), filter: "/FlateDecode" })),
  );
