import type { List, ListItem, Nodes } from "mdast";
import type { Document } from "../../document/document.ts";
import { applyEdits } from "../../document/edit.ts";
import { childrenOf, listsOf, spanOf, textOf } from "../../document/nodes.ts";
import { isInstruction } from "../../document/prose/instructions.ts";
import { wordsIn } from "../../document/words.ts";

/** No author writes so many items in one mould, or questions and instructions: a model that goes in circles does. */
const minAlike = { said: 12, asked: 20 };
/** What is kept of them. */
const maxKept = 5;
/** An item that says word for word what another says: so many times, it is no breath and no refrain. */
const minSame = 6;
/** A longer item is none so soon. */
const minSameLong = 3;
const longWords = 15;
/** The words that the items of a mould share, at both ends. */
const mould = { minWords: 5, minShare: 0.6 };

type Item = { node: ListItem; words: string[]; isTelling: boolean; isAsked: boolean };

const holdsMarkup = (node: Nodes): boolean =>
  /^(?:inlineCode|inlineMath|link|image|emphasis|list|code|math|table)$/.test(node.type) ||
  childrenOf(node).some(holdsMarkup);

/** A number, a name or markup makes an item one of a series that tells something: « En Italie, la TVA est de 22 %. » */
const tells = (node: ListItem, text: string): boolean =>
  /\p{N}/u.test(text) || /[\p{L}\p{N},] (?:[\p{L}]['’])?\p{Lu}/u.test(text) || holdsMarkup(node);

function readItem(node: ListItem): Item {
  const text = textOf(node);
  const isAsked = isInstruction(text) || /\?\s*$/.test(text.slice(-5));
  return { node, words: wordsIn(text.toLocaleLowerCase("fr")), isTelling: tells(node, text), isAsked };
}

function isAlike(one: string[], other: string[]): boolean {
  const shorter = Math.min(one.length, other.length);
  let start = 0;
  while (start < shorter && one[start] === other[start]) start++;
  let end = 0;
  while (end < shorter - start && one.at(-1 - end) === other.at(-1 - end)) end++;
  const shared = start + end;
  return shared >= mould.minWords && shared >= Math.max(one.length, other.length) * mould.minShare;
}

const endWords = 3;
const keysOf = ({ words }: Item): string[] =>
  words.length < mould.minWords
    ? []
    : [`^${words.slice(0, endWords).join(" ")}`, `${words.slice(-endWords).join(" ")}$`];

/** Items in one mould, told from the first that had its beginning or its end; no item is compared more than twice. */
function alikeGroups(items: Item[]): Item[][] {
  const groups = new Map<Item, Item[]>();
  const heads = new Map<string, Item>();
  for (const item of items) {
    const keys = keysOf(item);
    const head = keys.map((key) => heads.get(key)).find((one) => one !== undefined && isAlike(one.words, item.words));
    if (head) groups.get(head)?.push(item);
    else {
      groups.set(item, [item]);
      for (const key of keys) if (!heads.has(key)) heads.set(key, item);
    }
  }
  return [...groups.values()];
}

function isLoop(group: Item[]): boolean {
  const isAsked = group.every((item) => item.isAsked);
  if (group.length >= (isAsked ? minAlike.asked : minAlike.said)) return true;
  const same = Map.groupBy(group, ({ words }) => words.join(" "));
  return [...same.values()].some(
    (items) =>
      items.length >= minSame ||
      (!isAsked && items.length >= minSameLong && (items[0]?.words.length ?? 0) >= longWords),
  );
}

function surplusOf({ children }: List): ListItem[] {
  const items = children.map(readItem).filter(({ isTelling }) => !isTelling);
  return alikeGroups(items)
    .filter(isLoop)
    .flatMap((group) => {
      const kept = new Set<string>();
      return group.filter(({ words }) => {
        const text = words.join(" ");
        const isSurplus = kept.has(text) || kept.size === maxKept;
        if (!isSurplus) kept.add(text);
        return isSurplus;
      });
    })
    .map(({ node }) => node);
}

/** Cuts a list that says the same in one mould over and over down to a few of its distinct items. */
export function withoutAlikeItems({ source, blocks }: Document): string {
  const surplus = blocks.flatMap(({ node }) => listsOf(node)).flatMap(surplusOf);
  if (surplus.length === 0) return source;
  const edits = surplus.map((item) => {
    const { start, end } = spanOf(item);
    const gap = /(?:\n[ \t>]*)+$/.exec(source.slice(Math.max(0, start - 200), start))?.[0] ?? "";
    return { start: start - gap.length, end, by: "" };
  });
  return applyEdits(source, edits);
}
