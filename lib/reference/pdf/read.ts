import { getDocumentProxy } from "unpdf";
import { referenceLimits } from "../../contract/limits.ts";
import { toOneLine } from "../../contract/text.ts";
import { locked } from "../../manuscript/archive.ts";
import { Refused, unreadable } from "../../manuscript/refused.ts";
import { tooLong } from "../bounds.ts";
import type { Section } from "../reference.ts";
import { withinAllocations } from "./allocations.ts";

/** Real ones take five to ten times their size: 1.8 MiB for a manual of 36 pages. */
const maxAllocatedBytes = 512 * 1024 * 1024;

const broken = "Le PDF est abîmé ou incomplet\u202f: enregistrez-le de nouveau, puis réessayez.";
const bomb = "Le PDF, une fois décompressé, est plus gros que ne peut l’être un document.";
const tooManyPages = `Le PDF a plus de ${referenceLimits.pages} pages\u202f: partagez-le.`;
const noText =
  "Le PDF ne contient pas de texte\u202f: c’est sans doute une numérisation. Faites-en reconnaître les caractères, puis réessayez.";

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;

/** A word that is cut at the end of a line is one word. */
const asParagraph = (lines: string) =>
  lines
    .replace(/(?<=\p{Ll})[-\u00ad\u2010]\n(?=\p{Ll})/gu, "")
    .replace(/\s*\n\s*/g, " ")
    .trim();

/** Stops where a page, or the pages so far, are longer than a document can be. */
async function textOfPage(pdf: Pdf, number: number, leftCharacters: number): Promise<string> {
  const page = await pdf.getPage(number);
  const texts: string[] = [];
  let characters = 0;
  for await (const { items } of page.streamTextContent()) {
    for (const item of items) {
      if (!("str" in item)) continue;
      texts.push(item.hasEOL ? `${item.str}\n` : item.str);
      characters += item.str.length;
    }
    if (characters > leftCharacters) throw tooLong();
  }
  page.cleanup();
  return texts.join("");
}

async function titleOf(pdf: Pdf): Promise<string> {
  const { info } = await pdf.getMetadata();
  const title = "Title" in info && typeof info.Title === "string" ? toOneLine(info.Title) : "";
  return title.slice(0, referenceLimits.name);
}

async function readPages(bytes: Uint8Array): Promise<{ title?: string; sections: Section[] }> {
  const pdf = await getDocumentProxy(bytes, {
    verbosity: 0,
    useSystemFonts: false,
    disableFontFace: true,
    enableXfa: false,
    useWasm: false,
    isImageDecoderSupported: false,
  });
  if (pdf.numPages > referenceLimits.pages) throw unreadable(tooManyPages);
  const sections: Section[] = [];
  let left: number = referenceLimits.characters;
  for (let number = 1; number <= pdf.numPages; number++) {
    const text = await textOfPage(pdf, number, left);
    left -= text.length;
    sections.push({ place: `p.\u00a0${number}`, paragraphs: [asParagraph(text)] });
  }
  const title = await titleOf(pdf).catch(() => "");
  await pdf.loadingTask.destroy();
  return { sections, ...(title && { title }) };
}

function asRefused(error: unknown): Refused {
  if (error instanceof Refused) return error;
  return error instanceof Error && error.name === "PasswordException" ? locked() : unreadable(broken);
}

/** Reads the text of each page. @throws {Refused} */
export async function readPdf(bytes: Uint8Array): Promise<{ title?: string; sections: Section[] }> {
  // Inflates outside all bounds; without it, the reader inflates by itself.
  Reflect.deleteProperty(globalThis, "DecompressionStream");
  const { done, error, exceeded } = await withinAllocations(maxAllocatedBytes, () => readPages(bytes));
  if (exceeded) throw unreadable(bomb);
  if (!done) throw asRefused(error);
  if (done.sections.every(({ paragraphs: [text = ""] }) => !/[\p{L}\p{N}]/u.test(text))) throw unreadable(noText);
  return done;
}
