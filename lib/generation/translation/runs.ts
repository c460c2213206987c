import type { Nodes, Paragraph, RootContent } from "mdast";
import type { Block, Document } from "../../document/document.ts";
import { childrenOf, isHeading, spanOf } from "../../document/nodes.ts";
import { sentencesOf } from "../../document/sentences.ts";
import { wordsIn } from "../../document/words.ts";
import { hasWords, mask } from "./masks.ts";

/** What one question holds at most: of blocks, too, since a model has to count them. */
export type RunLimits = { words: number; blocks: number };

/** A part of a chapter's source that is translated at once; `lead` stands before it in the question alone. */
export type Run = { start: number; end: number; lead: string };

/** `isWhole`: nothing but whole blocks, which others may join. */
type Unit = Run & { words: number; isWhole: boolean; isKept: boolean };

type Part = { start: number; end: number };

const wordsBetween = (source: string, { start, end }: Part) => wordsIn(source.slice(start, end)).length;

/** Groups neighbours as far as the words allow. */
function grouped(parts: Part[], source: string, maxWords: number) {
  const groups: { start: number; end: number; words: number }[] = [];
  for (const { start, end } of parts) {
    const words = wordsBetween(source, { start, end });
    const open = groups.at(-1);
    if (open && open.words + words <= maxWords) Object.assign(open, { end, words: open.words + words });
    else groups.push({ start, end, words });
  }
  return groups;
}

type IsOpen = (at: number) => boolean;

/** Tells where a paragraph may be cut: in no link, and in nothing that is in italics. */
function openPlaces({ children }: Paragraph): IsOpen {
  const texts = children.filter(({ type }) => type === "text").map(spanOf);
  return (at) => texts.some(({ start, end }) => start < at && at <= end);
}

function sentencesIn(paragraph: Paragraph, source: string): Part[] {
  const { start, end } = spanOf(paragraph);
  const isOpen = openPlaces(paragraph);
  const parts: Part[] = [];
  let [from, at] = [start, start];
  for (const sentence of sentencesOf(source.slice(start, end))) {
    at += sentence.length;
    const stop = at - (sentence.length - sentence.trimEnd().length);
    if (at < end && !isOpen(stop)) continue;
    parts.push({ start: from, end: stop });
    from = at;
  }
  return parts;
}

/** Cuts at what a pattern matches, where that is allowed. */
function cutAt(pattern: RegExp, { start, end }: Part, source: string, isOpen: IsOpen): Part[] {
  const gaps = [...source.slice(start, end).matchAll(pattern)].filter(({ index }) => isOpen(start + index));
  const starts = [start, ...gaps.map(({ 0: gap, index }) => start + index + gap.length)];
  const ends = [...gaps.map(({ index }) => start + index), end];
  return starts
    .map((from, index) => ({ start: from, end: ends[index] ?? end }))
    .filter((part) => part.start < part.end);
}

/** A text without sentences is cut at its lines, and one without lines between two words: no model holds it whole. */
function shortParts(paragraph: Paragraph, source: string, maxWords: number): Part[] {
  const isOpen = openPlaces(paragraph);
  const cut = (part: Part, pattern: RegExp) =>
    wordsBetween(source, part) > 2 * maxWords ? cutAt(pattern, part, source, isOpen) : [part];
  return sentencesIn(paragraph, source)
    .flatMap((sentence) => cut(sentence, /\n/g))
    .flatMap((line) => cut(line, /[^\S\n]+/g));
}

const lineStart = (source: string, at: number) => source.lastIndexOf("\n", at - 1) + 1;

/** Each begins with the marks that stand before it on its line. */
const childrenByLine = (node: Nodes, source: string) =>
  childrenOf(node).map((child) => {
    const { start, end } = spanOf(child);
    return { start: Math.max(spanOf(node).start, lineStart(source, start)), end };
  });

/** Smaller parts of a block that is too long for one question, each of them Markdown of its own. */
function partsOf(node: RootContent, source: string, maxWords: number): { lead: string; parts: Part[] } {
  if (node.type === "paragraph") return { lead: "", parts: shortParts(node, source, maxWords) };
  if (node.type === "list" || node.type === "blockquote") return { lead: "", parts: childrenByLine(node, source) };
  if (node.type !== "table") return { lead: "", parts: [spanOf(node)] };
  const [head, ...rows] = childrenByLine(node, source);
  const lead = source.slice(head?.start ?? 0, rows[0]?.start ?? 0);
  const first = rows[0] && head && { start: head.start, end: rows[0].end };
  return { lead, parts: first ? [first, ...rows.slice(1)] : [spanOf(node)] };
}

function unitsOf({ node, start, end }: Block, source: string, maxWords: number): Unit[] {
  const words = wordsBetween(source, { start, end });
  const isKept = !hasWords(mask(source, [node], { start, end }));
  if (isKept || words <= maxWords) return [{ start, end, words, lead: "", isWhole: true, isKept }];
  const { lead, parts } = partsOf(node, source, maxWords);
  return grouped(parts, source, maxWords).map((part, index) => ({
    ...part,
    lead: index === 0 ? "" : lead,
    isWhole: false,
    isKept: false,
  }));
}

/** The blocks of a chapter, its title apart, which is translated with the plan. */
export function bodyOf({ blocks }: Document): Block[] {
  const [first, ...others] = blocks;
  return first && isHeading(first.node, 1) ? others : blocks;
}

/** Cuts a chapter into runs of blocks, each short enough for one question; what has no words to translate is in none. */
export function runsOf(document: Document, limits: RunLimits): Run[] {
  const { source } = document;
  const runs: (Run & { words: number; blocks: number; isWhole: boolean })[] = [];
  let waiting = 0;
  for (const unit of bodyOf(document).flatMap((block) => unitsOf(block, source, limits.words))) {
    const open = runs.at(-1);
    if (unit.isKept) {
      waiting++;
      continue;
    }
    const blocks = waiting + 1;
    waiting = 0;
    const { start, end, lead, words, isWhole } = unit;
    const fits = open?.isWhole && open.words + words <= limits.words && open.blocks + blocks <= limits.blocks;
    if (open && fits && isWhole) Object.assign(open, { end, words: open.words + words, blocks: open.blocks + blocks });
    else runs.push({ start, end, lead, words, isWhole, blocks: 1 });
  }
  return runs.map(({ start, end, lead }) => ({ start, end, lead }));
}
