import type { RootContent } from "mdast";
import { listsOf, textOf } from "../../../document/nodes.ts";
import { wordsIn } from "../../../document/words.ts";
import type { Finding } from "./prose.ts";

const minItems = 4;
const minSharedWords = 4;

const mostOften = (keys: string[]): number =>
  Math.max(0, ...[...Map.groupBy(keys, (key) => key).values()].map(({ length }) => length));

/** Finds lists of which more than half the items begin, or end, with the same four words. */
export function findItemsAlike(blocks: RootContent[]): Finding[] {
  return blocks
    .flatMap((node, block) => listsOf(node).map(({ children }) => ({ children, block })))
    .filter(({ children }) => {
      const words = children.map((item) => wordsIn(textOf(item).toLocaleLowerCase("fr")));
      const long = words.filter(({ length }) => length > minSharedWords);
      if (long.length < minItems) return false;
      const begun = mostOften(long.map((item) => item.slice(0, minSharedWords).join(" ")));
      const ended = mostOften(long.map((item) => item.slice(-minSharedWords).join(" ")));
      return Math.max(begun, ended) > words.length / 2;
    })
    .map(({ children: [first], block }) => ({ quote: first ? textOf(first) : "", block }));
}
