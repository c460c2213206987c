import type { Block } from "../../document/document.ts";
import { replacePassages } from "../../document/edit.ts";
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

/** Takes off an announcement or a fence around the answer, where its original has none. */
function withoutWrapping(said: string, original: Original): string {
  const before = original.masked.text.replaceAll("\r\n", "\n").trim();
  return unwrap(before) === before ? unwrap(said) : said;
}

const maxAsideWords = 40;

/** What a model says before or after a translation is a short paragraph too many, and the others fit. */
function withoutAsides(blocks: Block[], original: Original): Block[] {
  const extra = blocks.length - original.blocks.length;
  if (extra < 1 || extra > 2) return blocks;
  for (let before = 0; before <= extra; before++) {
    const left = blocks.slice(before, before + original.blocks.length);
    const asides = [...blocks.slice(0, before), ...blocks.slice(before + original.blocks.length)];
    const areShort = asides.every(
      ({ node, words }) => words <= maxAsideWords && /^(?:paragraph|thematicBreak)$/.test(node.type),
    );
    const opens = before === 0 || asides[0]?.node.type === "thematicBreak" || extra === 1 || before === 1;
    const fits = left.every(({ node }, index) => {
      const other = original.blocks[index];
      return other !== undefined && keepsShape(other.node, node);
    });
    if (areShort && opens && fits) return left;
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
  const masked = withoutWrapping(whole, original);
  const said = unmask(masked, original.masked);
  const all = await blocksIn(said, labels);
  const own = all.length === original.blocks.length ? all : withoutAsides(all, original);
  const alone = own === all ? said : said.slice(own[0]?.start ?? 0, own.at(-1)?.end ?? 0);
  const blocksAlone = own === all ? all : await blocksIn(alone, labels);
  const isAligned = blocksAlone.length === original.blocks.length;
  const text = isAligned ? withLineBreaks(alone, blocksAlone, original) : alone;
  const blocks = text === alone ? blocksAlone : await blocksIn(text, labels);
  const isCut = ended !== "whole" && !(ended === "cut" && original.endsMidSentence);
  const faults = await faultsOf(original, { answer: masked, blocks, isCut }, languages);
  return { text, said: unmask(whole, original.masked), alone, blocks, faults };
}
