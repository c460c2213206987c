import type { Heading, List, Nodes, RootContent } from "mdast";
import { bare } from "../../../contract/outline.ts";
import type { Document } from "../../../document/document.ts";
import { childrenOf, isHeading } from "../../../document/nodes.ts";
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
  const known = bareFunctionWords.get(language) ?? new Set([...functionWordsOf(language)].map(bare));
  bareFunctionWords.set(language, known);
  return known;
}

function stemsOf(text: string, language: string): string[] {
  const functionWords = functionWordsIn(language);
  return contentWordsOf(text)
    .filter((word) => !functionWords.has(word))
    .map((word) => word.slice(0, stemLetters));
}

export type Sentence = { text: string; stems: Set<string> };
export type Paragraph = { text: string; words: number; stems: string[]; sentences: Sentence[] };
export type Section = { heading: Heading | undefined; blocks: RootContent[] };

function readParagraph(text: string, language: string): Paragraph {
  const sentences = text
    .split("\n")
    .flatMap(sentencesOf)
    .map((one) => ({ text: one.trim(), stems: new Set(stemsOf(one, language)) }));
  return { text, words: wordsIn(text).length, stems: stemsOf(text, language), sentences };
}

/** Leaves out speech, lists, instructions and whatever is quoted or set apart. */
export const paragraphsOf = (document: Document, language: string): Paragraph[] =>
  proseOf(document)
    .flat()
    .filter(({ kind }) => kind === "prose")
    .map(({ text }) => readParagraph(withoutInstructions(text), language));

export const listsOf = (node: Nodes): List[] => [
  ...(node.type === "list" ? [node] : []),
  ...childrenOf(node).flatMap((child) => listsOf(child)),
];

/** The title belongs to no section. */
export function sectionsOf(blocks: RootContent[]): Section[] {
  const sections: Section[] = [];
  for (const block of blocks) {
    if (isHeading(block, 1)) continue;
    const open = sections.at(-1);
    if (isHeading(block)) sections.push({ heading: block, blocks: [] });
    else if (open) open.blocks.push(block);
    else sections.push({ heading: undefined, blocks: [block] });
  }
  return sections;
}
