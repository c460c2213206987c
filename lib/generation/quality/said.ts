import type { Document } from "../../document/document.ts";
import { textBlocksOf, textOf } from "../../document/nodes.ts";
import { withoutInstructions } from "../../document/prose/instructions.ts";
import type { ProsePassage } from "../../document/prose/passage.ts";
import { proseOf } from "../../document/prose/read.ts";
import { wordsIn } from "../../document/words.ts";

/**
 * `isSet`: a list, verse, a quotation, instructions: what may be said again, unless it is most of a chapter; `isSpeech`:
 * what somebody says in it, in words of their own.
 */
export type SaidText = { block: number; words: string[]; isSet: boolean; isSpeech: boolean };

const lowerWords = (text: string) => wordsIn(text.toLocaleLowerCase("fr"));
const isSaid = ({ kind }: ProsePassage) => kind === "prose" || kind === "speech";

const silent = new Set(["heading", "code", "math", "table", "html", "definition", "thematicBreak"]);

function readSaid(document: Document): SaidText[] {
  return proseOf(document).flatMap((passages, block): SaidText[] => {
    const node = document.blocks[block]?.node;
    if (!node || silent.has(node.type)) return [];
    const said = passages.filter(isSaid).map(({ kind, text }) => {
      return { block, words: lowerWords(withoutInstructions(text)), isSet: false, isSpeech: kind === "speech" };
    });
    if (said.some(({ words }) => words.length > 0)) return said;
    const words = textBlocksOf(node).flatMap((one) => lowerWords(textOf(one)));
    return [{ block, words, isSet: true, isSpeech: false }];
  });
}

const read = new WeakMap<Document, SaidText[]>();

/** What a chapter says, in lower-case words, paragraph by paragraph. Cached by document. */
export function saidIn(document: Document): SaidText[] {
  const known = read.get(document) ?? readSaid(document);
  read.set(document, known);
  return known;
}
