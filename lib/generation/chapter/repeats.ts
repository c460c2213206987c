import type { Block, Document } from "../../document/document.ts";
import { ParagraphIndex } from "../../document/duplicates.ts";
import { textOf } from "../../document/nodes.ts";
import { sentencesOf } from "../../document/sentences.ts";
import { wordsIn } from "../../document/words.ts";
import { turn } from "../../turn.ts";

/** A sentence of so many words may be meant twice: a refrain, an instruction of two recipes. Not three times. */
const minWords = 8;
const maxTimes = 2;
const blocksAtATurn = 20;

const isEven = (sentence: string, mark: RegExp) => (sentence.match(mark)?.length ?? 0) % 2 === 0;
/** Without it, something else would be left without its other half. */
const isWhole = (sentence: string) =>
  isEven(sentence, /\*+/g) &&
  isEven(sentence, /_+/g) &&
  isEven(sentence, /`+/g) &&
  sentence.split("[").length === sentence.split("]").length;

const silent = new Set(["code", "math", "heading", "html", "definition"]);
const wordsOfBlock = ({ node }: Block): string[] =>
  silent.has(node.type) ? [] : wordsIn(textOf(node).toLocaleLowerCase("fr"));

/** What a chapter says already, paragraph by paragraph. */
class Said {
  readonly #paragraphs = new ParagraphIndex();
  readonly #sentences = new Map<string, number>();

  /** A block's source; empty when it was said, and of a paragraph without the sentences that were said as often as they may be. */
  fresh(block: Block, source: string): string {
    if (this.#paragraphs.add({ words: wordsOfBlock(block) })) return "";
    return block.node.type === "paragraph" ? this.#freshSentences(source) : source;
  }

  #freshSentences(source: string): string {
    const sentences = sentencesOf(source);
    const kept = sentences.filter((sentence) => {
      const words = wordsIn(sentence.toLocaleLowerCase("fr"));
      if (words.length < minWords) return true;
      const text = words.join(" ");
      const times = this.#sentences.get(text) ?? 0;
      this.#sentences.set(text, times + 1);
      return times < maxTimes || !isWhole(sentence);
    });
    return kept.length === sentences.length ? source : kept.join("").trimEnd();
  }
}

/** `next` without the paragraphs that `written`, or `next` before them, has said already, and the sentences said over and over. */
export async function withoutRepeats(written: Document, next: Document): Promise<string> {
  const said = new Said();
  const take = async ({ source, blocks }: Document) => {
    const fresh: string[] = [];
    for (const [index, block] of blocks.entries()) {
      fresh.push(said.fresh(block, source.slice(block.start, block.end)));
      if (index % blocksAtATurn === blocksAtATurn - 1) await turn();
    }
    return fresh;
  };
  await take(written);
  const fresh = await take(next);
  const { source, blocks } = next;
  const kept = blocks.map(({ start }, index) =>
    fresh[index] === "" ? "" : source.slice(blocks[index - 1]?.end ?? 0, start) + fresh[index],
  );
  return (kept.join("") + source.slice(blocks.at(-1)?.end ?? 0)).trim();
}
