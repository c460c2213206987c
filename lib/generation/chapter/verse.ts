import type { Genre } from "../../contract/values.ts";
import type { Document } from "../../document/document.ts";
import { applyEdits } from "../../document/edit.ts";
import { spanOf, textOf } from "../../document/nodes.ts";
import { openDocument } from "../../document/open.ts";
import { traitsOf } from "../genre/traits-of.ts";

const maxVerseCharacters = 90;

/** Lines that were broken on purpose: two at least, all of them short. */
export function isInVerse(text: string): boolean {
  const lines = text.split("\n");
  return lines.length > 1 && lines.every((line) => line.trim().length <= maxVerseCharacters);
}

/** One short line, which nobody says. */
export const isVerseLine = (text: string): boolean =>
  text.length <= maxVerseCharacters && !text.includes("\n") && !/^\s*[—–«“"-]/.test(text);

/** Models end a verse where its line ends, which Markdown shows as a space: here each verse keeps its line. */
export async function withVersesBroken(document: Document, genre: Genre | undefined): Promise<Document> {
  if (traitsOf(genre).need !== "verse") return document;
  const { source, blocks } = document;
  const stanzas = blocks.filter(({ node }) => node.type === "paragraph" && isInVerse(textOf(node)));
  const edits = stanzas.map(({ node }) => {
    const { start, end } = spanOf(node);
    return { start, end, by: source.slice(start, end).replace(/(?<!\\)[ \t]*\n/g, "  \n") };
  });
  const broken = applyEdits(source, edits);
  return broken === source ? document : openDocument(broken);
}
