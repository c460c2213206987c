import type { Block, Document } from "./document.ts";
import { inThread } from "./pool.ts";
import { sumOfWords } from "./words.ts";

/** Parses a text, whoever wrote it, once and in a thread. What exceeds the bounds becomes paragraphs of plain text. */
export async function openDocument(source: string): Promise<Document> {
  if (source.trim() === "") return { source, plain: false, words: 0, blocks: [] };
  const read: { plain: boolean; blocks: Block[] } = JSON.parse(await inThread<string>("parse", { source }));
  return { source, ...read, words: sumOfWords(read.blocks) };
}
