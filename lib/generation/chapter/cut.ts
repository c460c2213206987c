import { blocksOf } from "../text/blocks.ts";
import { upToLastSentence } from "../text/chapter-text.ts";
import { countWords } from "../text/words.ts";

/** As many sentences of a paragraph as fit. */
function sentencesWithin(paragraph: string, limit: number): string {
  let kept = "";
  for (const sentence of paragraph.split(/(?<=[.!?…»])(?=\s)/)) {
    if (countWords(kept + sentence) > limit) break;
    kept += sentence;
  }
  return upToLastSentence(kept);
}

/** As much of an addition as fits in `limit` words, up to the end of a sentence. */
export async function upToWords(text: string, limit: number): Promise<string> {
  let left = limit;
  for (const { start, end, words, node } of await blocksOf(text)) {
    if (words > left) {
      const part = node.type === "paragraph" ? sentencesWithin(text.slice(start, end), left) : "";
      return (text.slice(0, start) + part).trim();
    }
    left -= words;
  }
  return text;
}
