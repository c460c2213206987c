import type { Nodes, RootContent } from "mdast";
import { textOf } from "../../document/nodes.ts";
import { wordsIn } from "../../document/words.ts";
import { yieldToEventLoop } from "../../yield.ts";
import { countLanguage, isForeign, type LanguageCount } from "./detect.ts";

export const shareOf = ({ words, own }: LanguageCount): number => (words === 0 ? 1 : own / words);

const silent = new Set(["code", "inlineCode", "html", "table", "definition", "image", "heading"]);
/** Short sentences tell their language together, in runs of so many words. */
const minRunWords = 20;

type Paragraph = { text: string; quoted: boolean };
type Short = { sentence: string; words: number; block: number };

function proseOf(node: Nodes, quoted = false): Paragraph[] {
  if (silent.has(node.type)) return [];
  if (node.type !== "paragraph")
    return "children" in node
      ? node.children.flatMap((child) => proseOf(child, quoted || node.type === "blockquote"))
      : [];
  return [{ text: node.children.map((child) => (silent.has(child.type) ? " " : textOf(child))).join(""), quoted }];
}

function runsOf(sentences: Short[]): Short[][] {
  const runs: Short[][] = [];
  let open = minRunWords;
  for (const sentence of sentences) {
    if (open >= minRunWords) {
      runs.push([]);
      open = 0;
    }
    runs.at(-1)?.push(sentence);
    open += sentence.words;
  }
  const rest = open < minRunWords ? (runs.pop() ?? []) : [];
  runs.at(-1)?.push(...rest);
  return runs;
}

async function countShort(sentences: Short[], language: string, counts: LanguageCount[]): Promise<void> {
  for (const run of runsOf(sentences)) {
    const foreign = await isForeign(
      run.map(({ sentence }) => sentence),
      language,
    );
    for (const { words, block } of run) {
      const count = counts[block];
      if (!count) continue;
      count.words += words;
      count.own += foreign ? 0 : words;
    }
  }
}

/** Allows quotations in any language, unless foreign ones are most of the chapter. Yields to the event loop. */
export async function readLanguage(blocks: RootContent[], language: string): Promise<LanguageCount[]> {
  const counts = blocks.map(() => ({ words: 0, own: 0 }));
  const quoted = blocks.map(() => ({ words: 0, own: 0 }));
  const short: Short[] = [];
  const add = (count: LanguageCount | undefined, { words, own }: LanguageCount) => {
    if (count) Object.assign(count, { words: count.words + words, own: count.own + own });
  };
  for (const [block, node] of blocks.entries()) {
    for (const paragraph of proseOf(node)) {
      const read = await countLanguage(paragraph.text, language);
      add((paragraph.quoted ? quoted : counts)[block], read);
      for (const one of read.quotations) add(quoted[block], await countLanguage(one.slice(1, -1), language));
      if (!paragraph.quoted)
        short.push(...read.short.map((sentence) => ({ sentence, words: wordsIn(sentence).length, block })));
    }
    if (block % 3 === 2) await yieldToEventLoop();
  }
  await countShort(short, language, counts);
  const said = sumCounts(counts);
  const quotations = sumCounts(quoted);
  if ((quotations.words - quotations.own) * 2 > said.words + quotations.words)
    for (const [block, count] of counts.entries()) add(count, quoted[block] ?? { words: 0, own: 0 });
  return counts;
}

export const areTitlesForeign = (blocks: RootContent[], language: string): Promise<boolean> =>
  isForeign(
    blocks.flatMap((node) => (node.type === "heading" && node.depth > 1 ? [textOf(node)] : [])),
    language,
  );

export const sumCounts = (counts: LanguageCount[]): LanguageCount => ({
  words: counts.reduce((sum, { words }) => sum + words, 0),
  own: counts.reduce((sum, { own }) => sum + own, 0),
});
