import { toString as toText } from "mdast-util-to-string";
import { turn } from "../../turn.ts";
import { exactFrom, nearFrom, similarity, threshold } from "../text/similarity.ts";
import { wordsIn } from "../text/words.ts";
import { type Block, blocksOf } from "./blocks.ts";

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
}

/** The blocks of `next` that say nothing that `written`, or `next` itself before them, has said already. */
export async function withoutRepeats(written: string, next: string): Promise<string> {
  const said = new Said();
  for (const block of await blocksOf(written)) {
    said.again(wordsOfBlock(block));
    await turn();
  }
  let [kept, at] = ["", 0];
  for (const block of await blocksOf(next)) {
    if (!said.again(wordsOfBlock(block))) kept += next.slice(at, block.end);
    at = block.end;
    await turn();
  }
  return (kept + next.slice(at)).trim();
}
