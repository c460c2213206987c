import { createSum } from "./chapter.ts";
import { formatOf } from "./format.ts";
import type { Manuscript } from "./manuscript.ts";
import { unreadable } from "./refused.ts";

/** Loads what reads this kind of file, and nothing else. */
async function readAs(bytes: Buffer): Promise<Manuscript> {
  const format = await formatOf(bytes, "un DOCX, un Markdown ou un EPUB");
  if (format.type === "markdown") return (await import("./markdown/read.ts")).readMarkdown(format.text);
  if (format.type === "docx") return (await import("./docx.ts")).readDocx(format.archive, createSum());
  return (await import("./epub/read.ts")).readEpub(format.archive, createSum());
}

/** Reads a file, whatever its name. Call it in a thread. @throws {Refused} */
export async function readFile(bytes: Buffer): Promise<Manuscript> {
  const manuscript = await readAs(bytes);
  if (manuscript.chapters.length === 0) throw unreadable("Le fichier ne contient aucun texte.");
  return manuscript;
}
