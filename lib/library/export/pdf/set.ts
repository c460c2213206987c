import { readFile } from "node:fs/promises";
import path from "node:path";
import { NodeCompiler, type NodeTypstDocument } from "@myriaddreamin/typst-ts-node-compiler";
import type { BookText } from "../text/book-text.ts";
import { bookData } from "./book-data.ts";

const fontFiles = [
  "@expo-google-fonts/literata/400Regular/Literata_400Regular.ttf",
  "@expo-google-fonts/literata/400Regular_Italic/Literata_400Regular_Italic.ttf",
  "@expo-google-fonts/literata/700Bold/Literata_700Bold.ttf",
  "@expo-google-fonts/literata/700Bold_Italic/Literata_700Bold_Italic.ttf",
  "@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf",
  "dejavu-fonts-ttf/ttf/DejaVuSans.ttf",
  "dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf",
  "dejavu-fonts-ttf/ttf/DejaVuSansMono.ttf",
  "dejavu-fonts-ttf/ttf/DejaVuSansMono-Bold.ttf",
];

const readFonts = () => Promise.all(fontFiles.map((file) => readFile(path.join(process.cwd(), "node_modules", file))));

/** Holds no file: the template reads what it is given, and nothing of the machine. */
const workspace = path.resolve("/sorami-aucun-dossier");

type Diagnosed = { message?: string };

const said = (error: { shortDiagnostics: Diagnosed[] } | null): string =>
  (error?.shortDiagnostics ?? []).map(({ message }) => message ?? "").join("; ");

function writeDocument(compiler: NodeCompiler, document: NodeTypstDocument, modified: Date): Uint8Array {
  const creationTimestamp = Math.floor(modified.getTime() / 1000);
  try {
    return compiler.pdf(document, { pdfStandard: "ua-1", creationTimestamp });
  } catch {
    // A sign that no font has is refused there; without that standard the file is tagged too.
    return compiler.pdf(document, { pdfStandard: "1.7", creationTimestamp });
  }
}

/** Makes a PDF. It blocks, and its memory is never given back: call it in a process of its own. */
export async function setBook(book: BookText): Promise<Uint8Array> {
  const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs: await readFonts() }] });
  const main = path.join(workspace, "book.typ");
  compiler.mapShadow(main, await readFile(path.join(import.meta.dirname, "book.typ")));
  compiler.mapShadow(path.join(workspace, "book.json"), Buffer.from(bookData(book)));
  const compiled = compiler.compile({ mainFilePath: main });
  const { result: document } = compiled;
  if (!document) throw new Error(`Typst: ${said(compiled.takeError())}`);
  const warnings = said(compiled.takeWarnings());
  // A missing font leaves blank pages, without an error.
  if (warnings.includes("unknown font family")) throw new Error(`Typst: ${warnings}`);
  return writeDocument(compiler, document, book.modified);
}
