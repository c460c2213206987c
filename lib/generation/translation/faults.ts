import type { Block } from "../../document/document.ts";
import { similarity } from "../../document/similarity.ts";
import { wordsIn } from "../../document/words.ts";
import { isForeign } from "../language/detect.ts";
import type { Languages } from "../prompts/translation.ts";
import { misplaced, wordingOf } from "./masks.ts";
import type { Original } from "./original.ts";
import { keepsShape, keepsStresses } from "./shape.ts";

export type FaultKind = "cut" | "structure" | "marks" | "untranslated" | "length";

/** `block` counts from 0; absent where it is nobody's alone. */
export type RunFault = { kind: FaultKind; block?: number };

/** Shorter texts may be all names, and say little of their length. */
const minWords = { language: 8, length: 40 };
const runRatio = { low: 0.5, high: 2 };
/** The share of runs of three words that a text and its translation may have in common: names, titles, what is quoted. */
const maxShared = 0.5;

/** Numbers, and letters alone, are the same in every language. */
const wordsOf = (text: string) => wordsIn(text).filter((word) => /\p{L}{2}/u.test(word));

function runsOfThree(text: string): Set<string> {
  const words = wordsOf(text.toLowerCase());
  return new Set(words.slice(2).map((word, index) => `${words[index]} ${words[index + 1]} ${word}`));
}

/** Whether a block came back as it was, or in a language that is not asked for: what was in a third one may stay. */
export async function isUntranslated(before: string, after: string, { from, to }: Languages): Promise<boolean> {
  const isLong = [before, after].every((text) => wordsOf(text).length >= minWords.language);
  if (!isLong || (await isForeign([before], from))) return false;
  if (similarity(runsOfThree(before), runsOfThree(after)) > maxShared) return true;
  return isForeign([after], to);
}

async function blockFaults(original: Original, blocks: Block[], languages: Languages): Promise<RunFault[]> {
  const faults: RunFault[] = [];
  for (const [index, before] of original.blocks.entries()) {
    const after = blocks[index];
    if (!after) continue;
    if (!keepsShape(before.node, after.node) || !keepsStresses(before.node, after.node))
      faults.push({ kind: "structure", block: index });
    if (await isUntranslated(wordingOf(before.node), wordingOf(after.node), languages))
      faults.push({ kind: "untranslated", block: index });
  }
  return faults;
}

/** Masks are looked for in the answer as it came. */
function markFaults(answer: string, { masked, blockOfMask }: Original): RunFault[] {
  const lost = new Set(misplaced(answer, masked));
  const blocks = masked.kept.flatMap((kept, index) => (lost.has(kept) ? [blockOfMask[index] ?? 0] : []));
  return [...new Set(blocks)].map((block) => ({ kind: "marks" as const, block }));
}

function lengthFault(original: Original, blocks: Block[]): RunFault[] {
  const words = blocks.reduce((sum, block) => sum + block.words, 0);
  const ratio = words / Math.max(1, original.words);
  const isOff = ratio < runRatio.low || ratio > runRatio.high;
  return original.words >= minWords.length && isOff ? [{ kind: "length" }] : [];
}

/** @param answer with its masks @param blocks those of the answer without them */
export async function faultsOf(
  original: Original,
  { answer, blocks, isCut }: { answer: string; blocks: Block[]; isCut: boolean },
  languages: Languages,
): Promise<RunFault[]> {
  const isAligned = blocks.length === original.blocks.length;
  const whole = original.blocks.map(({ node }) => wordingOf(node)).join("\n\n");
  return [
    ...(isCut ? [{ kind: "cut" as const }] : []),
    ...(isAligned
      ? await blockFaults(original, blocks, languages)
      : [
          { kind: "structure" as const },
          ...((await isUntranslated(whole, blocks.map(({ node }) => wordingOf(node)).join("\n\n"), languages))
            ? [{ kind: "untranslated" as const }]
            : []),
        ]),
    ...markFaults(answer, original),
    ...lengthFault(original, blocks),
  ];
}
