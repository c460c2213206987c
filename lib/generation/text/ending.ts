import type { Paragraph } from "mdast";
import { textOf } from "../../document/nodes.ts";
import { openDocument } from "../../document/open.ts";
import { upToLastSentence } from "../../document/sentences.ts";
import { wordsIn } from "../../document/words.ts";
import { unwrap } from "./chapter-text.ts";

const ended = /[\p{Sentence_Terminal}…»”")\]][’'*_]*$/u;
/** A line that is no sentence: « Fin », a signature, a quotation's author, a last line in small capitals. */
const unpunctuated =
  /^(?:[—–-]|\p{Lu}[\p{L}.’'-]*(?:,? (?:\p{Lu}[\p{L}.’'-]*|de|du|des|la|le|et|\d+))*$|[Àà] suivre$)/u;
const verse = { minLines: 3, maxLineCharacters: 60 };

const isVerse = (text: string) => {
  const lines = text.split("\n");
  return lines.length >= verse.minLines && lines.every((line) => line.length < verse.maxLineCharacters);
};

const standsAlone = ({ children: [first, ...others] }: Paragraph) =>
  others.length === 0 ? first?.type !== "text" : /^(?:inlineCode|image|link)/.test(others.at(-1)?.type ?? "");

/** Ignores what the model says of its end; lists, titles, tables and code may end anywhere. */
export async function endsMidSentence(answer: string): Promise<boolean> {
  const text = unwrap(answer);
  const last = (await openDocument(text)).blocks.at(-1)?.node;
  if (last?.type !== "paragraph" || standsAlone(last)) return false;
  const said = textOf(last).trim();
  if (ended.test(said) || unpunctuated.test(said) || isVerse(said) || wordsIn(said).length < 2) return false;
  // In a text whose sentences hardly ever end, the last one tells nothing.
  return upToLastSentence(text).length > text.length / 2;
}
