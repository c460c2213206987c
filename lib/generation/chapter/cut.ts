import type { Document } from "../../document/document.ts";
import { sentencesOf, upToLastSentence } from "../../document/sentences.ts";
import { wordsIn } from "../../document/words.ts";

function sentencesWithin(paragraph: string, limit: number): string {
  const kept: string[] = [];
  let words = 0;
  for (const sentence of sentencesOf(paragraph)) {
    words += wordsIn(sentence).length;
    if (words > limit) break;
    kept.push(sentence);
  }
  return upToLastSentence(kept.join(""));
}

/** What announced the list that is left out. */
const withoutOpenLead = (text: string): string => text.replace(/(?:^|\n\n)(?![#>|]|[-*+] )[^\n]*:[*_]*\s*$/, "");

export function upToWords({ source, blocks }: Document, limit: number): string {
  let left = limit;
  for (const { start, end, words, node } of blocks) {
    if (words > left) {
      const part = node.type === "paragraph" ? sentencesWithin(source.slice(start, end), left) : "";
      return (part === "" ? withoutOpenLead(source.slice(0, start)) : source.slice(0, start) + part).trim();
    }
    left -= words;
  }
  return source;
}
