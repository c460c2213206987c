import type { Archetype, Unit } from "./corpus/archetype.ts";
import { words } from "./french/typography.ts";
import type { Random } from "./random.ts";

const count = (text: string) => words(text).length;

type Block = { text: Unit; section: number; first: boolean; words: number };

/** Every block of a chapter in order; a section's heading goes with its first block. */
function blocksOf(angle: Archetype): Block[] {
  const lead = { text: angle.lead, section: -1, first: true, words: count(angle.lead) };
  const rest = angle.sections.flatMap(({ heading, units }, section) =>
    units.map((unit, index) => {
      const text = index === 0 ? `## ${heading}\n\n${unit}` : unit;
      return { text, section, first: index === 0, words: count(text) };
    }),
  );
  return [lead, ...rest];
}

/** A paragraph may lean on the one before it: a section keeps its beginning, or is absent as a whole. */
function isReadable(blocks: Block[], mask: number, sections: number): boolean {
  let opened = 0;
  for (const [index, block] of blocks.entries()) {
    if (!(mask & (1 << index))) continue;
    if (!block.first && !(mask & (1 << (index - 1)))) return false;
    if (block.first && block.section >= 0) opened++;
  }
  return opened >= sections;
}

/** Drops the last sentences of the longest plain paragraphs until `excess` words are gone. */
function trimmed(blocks: Block[], excess: number): Block[] {
  const kept = blocks.map((block) => ({ ...block }));
  for (let left = excess; left > 0; ) {
    const sentences = (block: Block) => block.text.split(/(?<=[.!?…]) (?=\p{Lu}|«)/u);
    const candidates = kept.filter((block) => sentences(block).length > 1 && !/^[-|>]|\n[-|>1]/.test(block.text));
    const longest = candidates.sort((a, b) => b.words - a.words)[0];
    if (!longest) break;
    const before = longest.words;
    longest.text = sentences(longest).slice(0, -1).join(" ");
    longest.words = count(longest.text);
    left -= before - longest.words;
  }
  return kept;
}

/**
 * The blocks of a chapter that make about `target` words (headings included): whole paragraphs left out first,
 * then the last sentences of some when no choice of paragraphs comes within 5 %.
 */
export function selectBlocks(angle: Archetype, target: number, random: Random): string[] {
  const blocks = blocksOf(angle);
  const sections = target < 120 ? 0 : target < 170 ? 1 : target < 330 ? 2 : 3;
  const choices: { mask: number; words: number }[] = [];
  for (let mask = 1; mask < 1 << blocks.length; mask += 2) {
    if (!isReadable(blocks, mask, Math.min(sections, angle.sections.length))) continue;
    const total = blocks.reduce((sum, block, index) => (mask & (1 << index) ? sum + block.words : sum), 0);
    choices.push({ mask, words: total });
  }
  const close = choices.filter((choice) => Math.abs(choice.words - target) <= target * 0.04);
  const above = choices.filter((choice) => choice.words > target).sort((a, b) => a.words - b.words);
  const most = choices.reduce((best, choice) => (choice.words > best.words ? choice : best));
  const chosen = close[Math.floor(random() * close.length)] ?? above[0] ?? most;
  const kept = blocks.filter((_, index) => chosen.mask & (1 << index));
  return trimmed(kept, chosen.words - Math.round(target * 1.05)).map((block) => block.text);
}
