import { perProcess } from "../per-process.ts";
import type { Block, Document } from "./document.ts";
import { runInThread } from "./pool.ts";
import { sumOfWords } from "./words.ts";

/** Several stages of writing open the same text within seconds: it is parsed once. */
const keptForMs = 20_000;
const maxKept = 16;
const recent = perProcess("document.recent", () => new Map<string, Promise<Document>>());

async function parse(source: string): Promise<Document> {
  if (source.trim() === "") return { source, plain: false, words: 0, blocks: [] };
  const parsed: { plain: boolean; blocks: Block[] } = JSON.parse(await runInThread<string>("parse", { source }));
  return { source, ...parsed, words: sumOfWords(parsed.blocks) };
}

/** Parses in a thread. Callers share the document and must not change it. */
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
