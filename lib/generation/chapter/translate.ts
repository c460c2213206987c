import type { LanguageCount } from "../language/detect.ts";
import { enough, readLanguage, shareOf, together } from "../language/reading.ts";
import { type Block, blocksOf, isHeading, type Passage, replaceAll } from "./blocks.ts";
import { rewrite } from "./rewrite.ts";
import type { Writing } from "./writing.ts";

const rounds = 2;
const passageWords = 1000;

const problems: Record<string, string> = {
  fr: "ce passage n’est pas écrit en français : récris-le entièrement en français, sans rien en ôter.",
  en: "ce passage n’est pas écrit en anglais : récris-le entièrement en anglais, sans rien en ôter.",
};

/** A text's blocks, and how much of each is in a language. */
export async function readBlocks(content: string, language: string) {
  const blocks = await blocksOf(content);
  const nodes = blocks.map(({ node }) => node);
  return { blocks, counts: await readLanguage(nodes, language) };
}

/** The share, 0 to 1, of a text's words that are in a language. */
const languageShare = async (content: string, language: string): Promise<number> =>
  shareOf(together((await readBlocks(content, language)).counts));

/** The blocks that are not all in the book's language, with the headings right above them, in passages of bounded length. */
function passagesOf(blocks: Block[], counts: LanguageCount[]): Passage[] {
  const passages: Passage[] = [];
  let below = false;
  for (const [index, block] of [...blocks.entries()].reverse()) {
    const { words = 0, own = 0 } = counts[index] ?? {};
    const wanted: boolean = own < words || (below && isHeading(block) && !isHeading(block, 1));
    const open = passages[0];
    if (wanted && below && open && open.words + block.words <= passageWords)
      Object.assign(open, { start: block.start, words: open.words + block.words });
    else if (wanted) passages.unshift({ start: block.start, end: block.end, words: block.words });
    below = wanted;
  }
  return passages;
}

/** Has what is not in the book's language rewritten in it, those passages alone, in a few rounds. */
export async function translate(writing: Writing, content: string): Promise<string> {
  const { language = "fr" } = writing.request;
  let text = content;
  for (let round = 0; round < rounds; round++) {
    const { blocks, counts } = await readBlocks(text, language);
    if (shareOf(together(counts)) >= enough) break;
    const changes: { passage: Passage; by: string }[] = [];
    for (const passage of passagesOf(blocks, counts)) {
      const before = text.slice(passage.start, passage.end);
      const by = await rewrite(writing, { passage: before, problem: problems[language] ?? "", words: passage.words });
      if (by !== "" && (await languageShare(by, language)) > (await languageShare(before, language)))
        changes.push({ passage, by });
    }
    text = replaceAll(text, changes);
  }
  return text;
}
