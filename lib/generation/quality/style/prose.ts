import type { Heading, RootContent } from "mdast";
import { foldText } from "../../../contract/outline.ts";
import type { Document } from "../../../document/document.ts";
import { isHeading } from "../../../document/nodes.ts";
import { withoutInstructions } from "../../../document/prose/instructions.ts";
import { proseOf } from "../../../document/prose/read.ts";
import { sentencesOf } from "../../../document/sentences.ts";
import { wordsIn } from "../../../document/words.ts";
import { functionWordsOf } from "../../language/function-words.ts";
import { contentWordsOf } from "../../text/content-words.ts";

/** Different endings of one word count as the same. */
const stemLetters = 6;

const bareFunctionWords = new Map<string, ReadonlySet<string>>();

function functionWordsIn(language: string): ReadonlySet<string> {
  const known = bareFunctionWords.get(language) ?? new Set([...functionWordsOf(language)].map(foldText));
  bareFunctionWords.set(language, known);
  return known;
}

function stemsOf(text: string, language: string): string[] {
  const functionWords = functionWordsIn(language);
  return contentWordsOf(text)
    .filter((word) => !functionWords.has(word))
    .map((word) => word.slice(0, stemLetters));
}

/** `block` is the number of the block of its document, from 0. */
export type Finding = { quote: string; block: number };
export type Sentence = { text: string; block: number; stems: Set<string> };
export type Paragraph = { text: string; block: number; words: number; stems: string[]; sentences: Sentence[] };
/** `at` is the number of its heading among the blocks. */
export type Section = { heading: Heading | undefined; at: number; blocks: RootContent[] };

function readParagraph(text: string, block: number, language: string): Paragraph {
  const sentences = text
    .split("\n")
    .flatMap(sentencesOf)
    .map((one) => ({ text: one.trim(), block, stems: new Set(stemsOf(one, language)) }));
  return { text, block, words: wordsIn(text).length, stems: stemsOf(text, language), sentences };
}

/** Leaves out speech, lists, instructions and whatever is quoted or set apart. */
export const paragraphsOf = (document: Document, language: string): Paragraph[] =>
  proseOf(document).flatMap((passages, block) =>
    passages
      .filter(({ kind }) => kind === "prose")
      .map(({ text }) => readParagraph(withoutInstructions(text), block, language)),
  );

/** The title belongs to no section. */
export function sectionsOf(blocks: RootContent[]): Section[] {
  const sections: Section[] = [];
  for (const [at, block] of blocks.entries()) {
    if (isHeading(block, 1)) continue;
    const open = sections.at(-1);
    if (isHeading(block)) sections.push({ heading: block, at, blocks: [] });
    else if (open) open.blocks.push(block);
    else sections.push({ heading: undefined, at, blocks: [block] });
  }
  return sections;
}
