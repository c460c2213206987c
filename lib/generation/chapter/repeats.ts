import type { Block, Document } from "../../document/document.ts";
import { ParagraphIndex } from "../../document/duplicates.ts";
import { textOf } from "../../document/nodes.ts";
import { sentencesOf } from "../../document/sentences.ts";
import { wordsIn } from "../../document/words.ts";
import { yieldToEventLoop } from "../../yield.ts";
import type { EditRecord } from "../text/edits.ts";

/** A sentence of so many words may be meant twice (a refrain, an instruction of two recipes), but not three times. */
const minWords = 8;
const maxTimes = { usual: 2, small: 1 };
const blocksPerYield = 20;

const isEven = (sentence: string, mark: RegExp) => (sentence.match(mark)?.length ?? 0) % 2 === 0;
/** Without such a sentence, no half of any markup is left behind. */
const isWhole = (sentence: string) =>
  isEven(sentence, /\*+/g) &&
  isEven(sentence, /_+/g) &&
  isEven(sentence, /`+/g) &&
  sentence.split("[").length === sentence.split("]").length;

const silent = new Set(["code", "math", "heading", "html", "definition"]);
const wordsOfBlock = ({ node }: Block): string[] =>
  silent.has(node.type) ? [] : wordsIn(textOf(node).toLocaleLowerCase("fr"));

class TextSoFar {
  readonly #maxTimes: number;
  readonly #paragraphs = new ParagraphIndex();
  readonly #sentences = new Map<string, number>();

  constructor(maxTimesOfSentence: number) {
    this.#maxTimes = maxTimesOfSentence;
  }

  takeNew(block: Block, source: string): string {
    if (this.#paragraphs.add({ words: wordsOfBlock(block) })) return "";
    return block.node.type === "paragraph" ? this.#newSentences(source) : source;
  }

  #newSentences(source: string): string {
    const sentences = sentencesOf(source);
    const kept = sentences.filter((sentence) => {
      const words = wordsIn(sentence.toLocaleLowerCase("fr"));
      if (words.length < minWords) return true;
      const text = words.join(" ");
      const times = this.#sentences.get(text) ?? 0;
      this.#sentences.set(text, times + 1);
      return times < this.#maxTimes || !isWhole(sentence);
    });
    return kept.length === sentences.length ? source : kept.join("").trimEnd();
  }
}

/** `record` keeps what is left out; a small model says nothing twice on purpose. */
type Options = { record?: EditRecord; isSmall?: boolean | undefined };

export async function withoutRepeats(
  written: Document,
  next: Document,
  { record, isSmall = false }: Options = {},
): Promise<string> {
  const textSoFar = new TextSoFar(isSmall ? maxTimes.small : maxTimes.usual);
  const take = async ({ source, blocks }: Document) => {
    const fresh: string[] = [];
    for (const [index, block] of blocks.entries()) {
      fresh.push(textSoFar.takeNew(block, source.slice(block.start, block.end)));
      if (index % blocksPerYield === blocksPerYield - 1) await yieldToEventLoop();
    }
    return fresh;
  };
  await take(written);
  const fresh = await take(next);
  const { source, blocks } = next;
  const kept = blocks.map(({ start }, index) =>
    fresh[index] === "" ? "" : source.slice(blocks[index - 1]?.end ?? 0, start) + fresh[index],
  );
  const left = (kept.join("") + source.slice(blocks.at(-1)?.end ?? 0)).trim();
  return record?.record("repeat", source, left) ?? left;
}
