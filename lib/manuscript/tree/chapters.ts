import type { FootnoteDefinition, RootContent } from "mdast";
import { type Sum, toChapter } from "../chapter.ts";
import type { ManuscriptChapter } from "../manuscript.ts";
import type { Notes } from "./notes.ts";
import type { Piece } from "./pieces.ts";
import { toBlocks } from "./to-mdast.ts";
import { nodesOf, writeBlocks, writeHeading } from "./write.ts";

/** Numbers the notes that are called in a chapter from 1, and puts them at its end; a note may call others. */
function withNotes(blocks: RootContent[], notes: Notes): RootContent[] {
  const numbers = new Map<string, string>();
  const called: string[] = [];
  const number = (children: RootContent[]) => {
    for (const block of children)
      for (const node of nodesOf(block))
        if (node.type === "footnoteReference") {
          const known = numbers.get(node.identifier) ?? String(numbers.size + 1);
          if (!numbers.has(node.identifier)) called.push(node.identifier);
          numbers.set(node.identifier, known);
          node.identifier = known;
          node.label = known;
        }
  };
  number(blocks);
  const definitions: FootnoteDefinition[] = [];
  for (let next = 0; next < called.length; next++) {
    const id = called[next] ?? "";
    const note = notes.get(id);
    const children = note ? toBlocks(note) : [];
    number(children);
    const identifier = numbers.get(id) ?? "";
    definitions.push({
      type: "footnoteDefinition",
      identifier,
      label: identifier,
      children: children as FootnoteDefinition["children"],
    });
  }
  return [...blocks, ...definitions];
}

/** Writes each piece as a chapter, with its notes at its end. @throws {Refused} as `sum` does, when it is too much */
export async function writeChapters(pieces: Piece[], notes: Notes, sum: Sum): Promise<ManuscriptChapter[]> {
  const chapters: ManuscriptChapter[] = [];
  for (const { title, blocks } of pieces) {
    const isTitled = blocks[0]?.type === "heading" && blocks[0].depth === 1;
    const text = writeBlocks(withNotes(blocks, notes));
    const content = isTitled || title === undefined ? text : `${writeHeading(title)}\n${text}`;
    chapters.push(await toChapter({ title, content }, sum));
  }
  return chapters;
}
