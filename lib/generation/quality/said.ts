import type { Document } from "../../document/document.ts";
import { textBlocksOf, textOf } from "../../document/nodes.ts";
import { withoutInstructions } from "../../document/prose/instructions.ts";
import type { ProsePassage } from "../../document/prose/passage.ts";
import { proseOf } from "../../document/prose/read.ts";
import { wordsIn } from "../../document/words.ts";

/** `isSet`: a list, verse, a quotation, instructions: what may be said again, unless it is most of a chapter. */
export type SaidText = { block: number; words: string[]; isSet: boolean };

const lowerWords = (text: string) => wordsIn(text.toLocaleLowerCase("fr"));
const isSaid = ({ kind }: ProsePassage) => kind === "prose" || kind === "speech";

const silent = new Set(["heading", "code", "math", "table", "html", "definition", "thematicBreak"]);

function readSaid(document: Document): SaidText[] {
  return proseOf(document).flatMap((passages, block): SaidText[] => {
    const node = document.blocks[block]?.node;
    if (!node || silent.has(node.type)) return [];
    const said = passages.filter(isSaid).map(({ text }) => lowerWords(withoutInstructions(text)));
    if (said.some((words) => words.length > 0)) return said.map((words) => ({ block, words, isSet: false }));
    return [{ block, words: textBlocksOf(node).flatMap((one) => lowerWords(textOf(one))), isSet: true }];
  });
}

const read = new WeakMap<Document, SaidText[]>();

/** What a chapter says, in lower-case words, paragraph by paragraph. Cached by document. */
export function saidIn(document: Document): SaidText[] {
  const known = read.get(document) ?? readSaid(document);
  read.set(document, known);
  return known;
}
