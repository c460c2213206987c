import type { Paragraph } from "mdast";
import type { Block } from "./document.ts";
import { wordsIn } from "./words.ts";

/** A text with more paragraphs becomes a single one. */
const maxParagraphs = 5000;

function paragraph(source: string, start: number, end: number): Block {
  const value = source.slice(start, end);
  const position = { start: { line: 1, column: 1, offset: start }, end: { line: 1, column: 1, offset: end } };
  const node: Paragraph = { type: "paragraph", children: [{ type: "text", value, position }], position };
  return { start, end, words: wordsIn(value).length, node };
}

export function plainBlocks(source: string): Block[] {
  const blocks: Block[] = [];
  let start = -1;
  let end = 0;
  let offset = 0;
  const close = () => {
    if (start >= 0) blocks.push(paragraph(source, start, end));
    start = -1;
  };
  for (const line of source.split(/(?<=\n)/)) {
    const text = line.trimEnd();
    if (text === "") close();
    else {
      if (start < 0) start = offset;
      end = offset + text.length;
    }
    offset += line.length;
  }
  close();
  const first = blocks[0];
  const last = blocks.at(-1);
  return blocks.length > maxParagraphs && first && last ? [paragraph(source, first.start, last.end)] : blocks;
}
