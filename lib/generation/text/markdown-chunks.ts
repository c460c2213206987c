import type { Root } from "mdast";
import { fromMarkdown, type Options } from "mdast-util-from-markdown";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { gfmTable } from "micromark-extension-gfm-table";
import { yieldToEventLoop } from "../../yield.ts";

/** One of these, and what follows a blank line may belong to what precedes it. */
const inseparable = /^ {0,3}(?:\[[^\]\n]+\]:|<(?:script|pre|style|textarea)\b|<[!?])/im;
/** A line that begins a block of its own, whatever is open above it: at the margin, and no marker of a list or quote. */
const begins = /^(?:#{1,6} |[\p{L}«“"—–*_[(`])/u;
const bullet = /^\*[ \t]/;
const fence = /^[\s>*+-]*(?:`{3,}|~{3,})/;
const size = 2000;

/**
 * A Markdown text cut where each part means by itself what it means in the whole. The parts joined are the
 * text; a text that cannot be cut safely is one part.
 */
export function chunksOf(source: string): string[] {
  if (source.length <= size || inseparable.test(source)) return [source];
  const chunks: string[] = [];
  let [start, offset, fenced, blank] = [0, 0, false, false];
  for (const line of source.split(/(?<=\n)/)) {
    if (blank && !fenced && offset - start >= size && begins.test(line) && !bullet.test(line)) {
      chunks.push(source.slice(start, offset));
      start = offset;
    }
    if (fence.test(line)) fenced = !fenced;
    blank = line.trim() === "";
    offset += line.length;
  }
  return [...chunks, source.slice(start)];
}

/** Reads tables as the reader of a book does: a bar ends a cell before anything else counts, even inside code. */
export const withTables: Options = { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] };

/** Parses part after part, and lets others have their turn in between: parsing takes about 20 ms a thousand words. */
export async function* parseInChunks(
  source: string,
  options: Options = {},
): AsyncGenerator<{ text: string; tree: Root }> {
  for (const text of chunksOf(source)) {
    yield { text, tree: fromMarkdown(text, options) };
    await yieldToEventLoop();
  }
}
