import type { Block } from "../../document/document.ts";
import { replacePassages } from "../../document/edit.ts";
import { textOf } from "../../document/nodes.ts";
import type { Answer } from "../models/answer.ts";
import type { Languages } from "../prompts/translation.ts";
import { unwrap } from "../text/chapter-text.ts";
import { faultsOf, type RunFault } from "./faults.ts";
import { unmask } from "./masks.ts";
import { blocksIn, type Original } from "./original.ts";
import { keepsShape } from "./shape.ts";

/** A translation of a run and what is wrong with it. `said` is the answer that `alone`, the translation, was taken from. */
export type Candidate = { text: string; said: string; alone: string; blocks: Block[]; faults: RunFault[] };

const tags = /^\s*<text\w{0,2}>[^\S\n]*\n?|\n?[^\S\n]*<\/text\w{0,2}>\s*$/gi;

const withoutTags = (answer: string) => answer.replaceAll("\r\n", "\n").replace(tags, "").trim();

const fits = (blocks: Block[], original: Original): boolean =>
  blocks.length === original.blocks.length &&
  original.blocks.every((before, index) => {
    const after = blocks[index];
    return after !== undefined && keepsShape(before.node, after.node);
  });

/** What ends in a colon announces what follows it. */
const announces = (text: string) => /[:\uff1a][\s*_]*$/.test(text);

/**
 * Takes off an announcement or a fence around the answer, where its original has none. Where the answer fits as it is,
 * what stands at its end may be the book's own.
 */
async function withoutWrapping(said: string, original: Original, labels: string): Promise<string> {
  const before = original.masked.text.replaceAll("\r\n", "\n").trim();
  const bare = unwrap(before) === before ? unwrap(said) : said;
  if (bare === said) return said;
  const isAfterColon = said.endsWith(bare) && announces(said.slice(0, said.length - bare.length));
  if (isAfterColon) return bare;
  return fits(await blocksIn(unmask(said, original.masked), labels), original) ? said : bare;
}

const maxAsideWords = 40;
/** « Note : … », behind a translation. */
const remark = /^[(*_]{0,3}(?:notes?|n\.\s?b\.|nb|remarques?|anmerkung|hinweis|nota|observação|opmerking)\b/i;

/** A paragraph that a model says to whoever asked, before or behind the translation. */
function isAside({ node, words }: Block, isFirst: boolean): boolean {
  if (node.type === "thematicBreak") return true;
  const text = textOf(node).trim();
  return node.type === "paragraph" && words <= maxAsideWords && (isFirst ? announces(text) : remark.test(text));
}

/** Leaves out what is too much before and behind a translation, where the others fit. */
function withoutAsides(blocks: Block[], original: Original): Block[] {
  const extra = blocks.length - original.blocks.length;
  for (let before = 0; before <= extra; before++) {
    const end = before + original.blocks.length;
    const areAsides =
      blocks.slice(0, before).every((block) => isAside(block, true)) &&
      blocks.slice(end).every((block) => isAside(block, false));
    const left = blocks.slice(before, end);
    if (areAsides && fits(left, original)) return left;
  }
  return blocks;
}

const lineEnd = /(?: {2,}|\\)$/;

/** Models leave out the blanks at the end of a line that break it there. */
function withLineBreaks(text: string, blocks: Block[], original: Original): string {
  const changes = original.blocks.flatMap((before, index) => {
    const after = blocks[index];
    const lines = original.source.slice(before.start, before.end).split("\n");
    const next = after ? text.slice(after.start, after.end).split("\n") : [];
    if (!after || lines.length < 2 || next.length !== lines.length || !lines.some((line) => lineEnd.test(line)))
      return [];
    const ends = lines.map((line) => lineEnd.exec(line)?.[0] ?? "");
    return [{ passage: after, by: next.map((line, at) => line.replace(/(?:\s+|\\)$/, "") + ends[at]).join("\n") }];
  });
  return changes.length === 0 ? text : replacePassages(text, changes);
}

/** Reads an answer as a translation of a run, and tells its faults. */
export async function readTranslation(
  original: Original,
  { text: answer, ended }: Answer,
  { labels, languages }: { labels: string; languages: Languages },
): Promise<Candidate> {
  const whole = withoutTags(answer);
  const masked = await withoutWrapping(whole, original, labels);
  const said = unmask(masked, original.masked);
  const all = await blocksIn(said, labels);
  const own = withoutAsides(all, original);
  const alone = own.length === all.length ? said : said.slice(own[0]?.start ?? 0, own.at(-1)?.end ?? 0);
  const blocksAlone = own.length === all.length ? all : await blocksIn(alone, labels);
  const isAligned = blocksAlone.length === original.blocks.length;
  const text = isAligned ? withLineBreaks(alone, blocksAlone, original) : alone;
  const blocks = text === alone ? blocksAlone : await blocksIn(text, labels);
  const isCut = ended !== "whole" && !(ended === "cut" && original.endsMidSentence);
  const faults = await faultsOf(original, { answer: masked, blocks, isCut }, languages);
  return { text, said: unmask(whole, original.masked), alone, blocks, faults };
}
