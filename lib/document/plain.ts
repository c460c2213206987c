import type { Paragraph } from "mdast";
import type { Block } from "./document.ts";
import { wordsIn } from "./words.ts";

/** More paragraphs than this are shown as one. */
const maxParagraphs = 5000;

function paragraph(source: string, start: number, end: number): Block {
  const value = source.slice(start, end);
  const position = { start: { line: 1, column: 1, offset: start }, end: { line: 1, column: 1, offset: end } };
  const node: Paragraph = { type: "paragraph", children: [{ type: "text", value, position }], position };
  return { start, end, words: wordsIn(value).length, node };
}

/** A text as it is written, cut at its blank lines. Takes time in proportion to its length. */
export function plainBlocks(source: string): Block[] {
  const blocks: Block[] = [];
  let [start, end, offset] = [-1, 0, 0];
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
  const [first, last] = [blocks[0], blocks.at(-1)];
  return blocks.length > maxParagraphs && first && last ? [paragraph(source, first.start, last.end)] : blocks;
}
