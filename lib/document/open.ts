import { perProcess } from "../per-process.ts";
import type { Block, Document } from "./document.ts";
import { inThread } from "./pool.ts";
import { sumOfWords } from "./words.ts";

/** A chapter passes several hands within seconds: what one of them has opened the next one need not parse again. */
const keptForMs = 20_000;
const maxKept = 16;
const recent = perProcess("document.recent", () => new Map<string, Promise<Document>>());

async function parse(source: string): Promise<Document> {
  if (source.trim() === "") return { source, plain: false, words: 0, blocks: [] };
  const read: { plain: boolean; blocks: Block[] } = JSON.parse(await inThread<string>("parse", { source }));
  return { source, ...read, words: sumOfWords(read.blocks) };
}

/**
 * Parses a text, whoever wrote it, once and in a thread. What exceeds the bounds becomes paragraphs of plain text. A
 * document is shared: nobody changes it.
 */
export function openDocument(source: string): Promise<Document> {
  const kept = recent.get();
  const known = kept.get(source);
  if (known) return known;
  const document = parse(source);
  const [oldest] = kept.keys();
  if (kept.size >= maxKept && oldest !== undefined) kept.delete(oldest);
  kept.set(source, document);
  document.catch(() => kept.delete(source));
  setTimeout(() => kept.delete(source), keptForMs).unref();
  return document;
}
