import { toString as toText } from "mdast-util-to-string";
import { yieldToEventLoop } from "../../yield.ts";
import { type Block, blocksOf } from "../text/blocks.ts";
import { exactFrom, nearFrom, similarity, threshold } from "../text/similarity.ts";
import { wordsIn } from "../text/words.ts";

/** A sentence of so many words may be meant twice: a refrain, a step of two recipes. Not three times. */
const [sentenceFrom, mostTimes] = [8, 2];
const betweenSentences = /(?<=[\p{Ll}\d\])*_][.!?…]|[.!?…][\s\u202f]?[»”)])\s+(?=[\p{Lu}\p{N}«“"(—–[*_])/u;
const isTable = /^\s*\|/m;
/** What would be left without its other half. */
const isWhole = (sentence: string) =>
  [/\*+/g, /_+/g, /`+/g].every((mark) => (sentence.match(mark)?.length ?? 0) % 2 === 0) &&
  sentence.split("[").length === sentence.split("]").length;

type Known = { text: string; shingles: Set<string> };

function shinglesOf(words: string[]): Set<string> {
  return new Set(words.slice(2).map((word, index) => `${words[index]} ${words[index + 1]} ${word}`));
}

function wordsOfBlock({ node }: Block): string[] {
  if (node.type === "code" || node.type === "heading" || node.type === "html") return [];
  return wordsIn(toText(node, { includeHtml: false, includeImageAlt: false }).toLocaleLowerCase("fr"));
}

/** What a chapter says already, paragraph by paragraph. */
class Said {
  readonly #known: Known[] = [];
  readonly #sentences = new Map<string, number>();

  /** Whether it was said, word for word (from 25 words) or nearly (from 30 words, 3-shingles, Jaccard ≥ 0.30); if not, it now is. */
  again(words: string[]): boolean {
    if (words.length < exactFrom) return false;
    const one = { text: words.join(" "), shingles: shinglesOf(words) };
    const found = this.#known.some(
      ({ text, shingles }) =>
        text === one.text || (words.length >= nearFrom && similarity(shingles, one.shingles) >= threshold),
    );
    if (!found) this.#known.push(one);
    return found;
  }

  /** A block's text; of a paragraph, without the sentences that were said as often as they may be. */
  fresh({ node }: Block, text: string): string {
    if (node.type !== "paragraph" || isTable.test(text)) return text;
    const sentences = text.split(betweenSentences);
    const kept = sentences.filter((sentence) => {
      const words = wordsIn(sentence.toLocaleLowerCase("fr"));
      if (words.length < sentenceFrom) return true;
      const times = this.#sentences.get(words.join(" ")) ?? 0;
      this.#sentences.set(words.join(" "), times + 1);
      return times < mostTimes || !isWhole(sentence);
    });
    return kept.length === sentences.length ? text : kept.join(" ");
  }
}

/** `next` without the paragraphs that `written`, or `next` before them, has said already, and the sentences said over and over. */
export async function withoutRepeats(written: string, next: string): Promise<string> {
  const said = new Said();
  for (const block of await blocksOf(written)) {
    said.again(wordsOfBlock(block));
    said.fresh(block, written.slice(block.start, block.end));
    await yieldToEventLoop();
  }
  let [kept, at] = ["", 0];
  for (const block of await blocksOf(next)) {
    const source = next.slice(block.start, block.end);
    const fresh = said.again(wordsOfBlock(block)) ? "" : said.fresh(block, source);
    if (fresh !== "") kept += next.slice(at, block.start) + fresh;
    at = block.end;
    await yieldToEventLoop();
  }
  return (kept + next.slice(at)).trim();
}
