import type { ReferenceType } from "../contract/reference.ts";
import { sumOfWords, wordsIn } from "../document/words.ts";
import { formatOf } from "../manuscript/format.ts";
import type { ManuscriptChapter } from "../manuscript/manuscript.ts";
import { unreadable } from "../manuscript/refused.ts";
import { createTextSum, refuseTooLong } from "./bounds.ts";
import { cutPassages } from "./passages.ts";
import type { ReadReference, Section } from "./reference.ts";
import { sectionsOfMarkdown, sectionsOfText } from "./text.ts";

type Read = { type: ReferenceType; title?: string; sections: Section[] };

/** Some programs write before it. */
const isPdf = (bytes: Buffer) => bytes.subarray(0, 1024).includes("%PDF-");

async function sectionsOfChapters(chapters: ManuscriptChapter[]): Promise<Section[]> {
  const sections: Section[] = [];
  for (const { content } of chapters) sections.push(...(await sectionsOfMarkdown(content)).sections);
  return sections;
}

/** Loads what reads this kind of file, and nothing else. */
async function readAs(bytes: Buffer, name: string): Promise<Read> {
  if (isPdf(bytes)) return { type: "pdf", ...(await (await import("./pdf/read.ts")).readPdf(new Uint8Array(bytes))) };
  const format = await formatOf(bytes, "un PDF, un DOCX, un EPUB, un Markdown ou un texte");
  if (format.type === "markdown") {
    refuseTooLong(format.text);
    if (/\.te?xt$/i.test(name)) return { type: "text", sections: sectionsOfText(format.text) };
    return { type: "markdown", ...(await sectionsOfMarkdown(format.text)) };
  }
  const { title, chapters } =
    format.type === "docx"
      ? await (await import("../manuscript/docx.ts")).readDocx(format.archive, createTextSum())
      : await (await import("../manuscript/epub/read.ts")).readEpub(format.archive, createTextSum());
  return { type: format.type, ...(title && { title }), sections: await sectionsOfChapters(chapters) };
}

/** Reads a file, whatever its name says of it; a text is told from Markdown by its name. Call it in a thread. @throws {Refused} */
export async function readFile(bytes: Buffer, name: string): Promise<ReadReference> {
  const { sections, ...read } = await readAs(bytes, name);
  const passages = cutPassages(sections);
  if (passages.length === 0) throw unreadable("Le fichier ne contient aucun texte.");
  return { ...read, passages, words: sumOfWords(passages.map(({ text }) => ({ words: wordsIn(text).length }))) };
}
