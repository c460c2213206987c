import type { Image, ImageReference, Link, LinkReference, Nodes } from "mdast";
import type { Edit } from "../../document/edit.ts";
import { childrenOf, spanOf } from "../../document/nodes.ts";
import { isBeforeGap, isOnlyMarks, knownIn, markOf, settleMarks } from "./marks.ts";

type Text = { source: string; known: ReadonlySet<number> };

const none: ReadonlySet<number> = new Set();
const ownLabel = /^\^?S\s?\d{1,4}$/i;

const rawOf = (node: Nodes, { source }: Text) => source.slice(spanOf(node).start, spanOf(node).end);

const citesNothing = (raw: string, { known }: Text) => isOnlyMarks(raw) && knownIn(raw, known).length === 0;

/** Includes the blank lines below a block, and the one line below an item. */
function removalOf(node: Nodes, { source }: Text): Edit {
  const { start, end } = spanOf(node);
  const lines = /^\s*\n/.exec(source.slice(end, end + 1000))?.[0] ?? "";
  return { start, end: end + lines.length, by: "" };
}

/** Puts marks in the place of a node, or nothing, and then not the space before it either. */
function replacement(node: Nodes, { source }: Text, numbers: number[]): Edit {
  const { start, end } = spanOf(node);
  const isGap = numbers.length === 0 && /[ \t]/.test(source.charAt(start - 1)) && isBeforeGap(source, end);
  return { start: isGap ? start - 1 : start, end, by: numbers.map(markOf).join(" ") };
}

/** A mark that leads somewhere: no prompt holds an address, so this one is invented. */
function linkEdits(node: Link | LinkReference, text: Text): Edit[] {
  const [first, last] = [node.children[0], node.children.at(-1)];
  if (!first || !last) return [];
  const inner = text.source.slice(spanOf(first).start, spanOf(last).end);
  const mark = ownLabel.test(inner) ? `[${inner}]` : inner;
  const numbers = knownIn(mark, text.known);
  if (isOnlyMarks(mark)) return [replacement(node, text, numbers)];
  const edits = node.children.flatMap((child) => markEdits(child, { ...text, known: none }));
  const { end } = spanOf(node);
  return edits.length > 0 && numbers.length > 0
    ? [...edits, { start: end, end, by: ` ${numbers.map(markOf).join(" ")}` }]
    : edits;
}

/** An image is shown as its text, in which nothing can be cited: marks of sources that exist stand behind it. */
function imageEdits(node: Image | ImageReference, text: Text): Edit[] {
  const alt = node.alt ?? "";
  if (isOnlyMarks(alt)) return [replacement(node, text, knownIn(alt, text.known))];
  const raw = rawOf(node, text);
  const end = node.type === "image" ? raw.lastIndexOf("](") : raw.indexOf("]");
  const said = raw.slice(0, Math.max(0, end));
  const by = settleMarks(said, none);
  if (by === said) return [];
  const { start, end: after } = spanOf(node);
  const numbers = knownIn(said, text.known);
  const cited = numbers.length > 0 ? [{ start: after, end: after, by: ` ${numbers.map(markOf).join(" ")}` }] : [];
  return [{ start, end: start + said.length, by }, ...cited];
}

/** Finds the marks that cite nothing, or stand where nothing can be cited. @returns edits that do not overlap */
export function markEdits(node: Nodes, text: Text): Edit[] {
  const raw = rawOf(node, text);
  switch (node.type) {
    case "footnoteDefinition":
    case "definition":
      if (ownLabel.test(node.identifier)) return [removalOf(node, text)];
      break;
    case "footnoteReference":
      return ownLabel.test(node.identifier) ? [replacement(node, text, knownIn(raw, text.known))] : [];
    case "image":
    case "imageReference":
      return imageEdits(node, text);
    case "link":
    case "linkReference":
      return linkEdits(node, text);
    case "paragraph":
      if (citesNothing(raw, text)) return [removalOf(node, text)];
      break;
    case "listItem": {
      const [only, ...more] = node.children;
      if (only?.type === "paragraph" && more.length === 0 && citesNothing(rawOf(only, text), text))
        return [removalOf(node, text)];
      break;
    }
    case "text": {
      const by = settleMarks(raw, text.known);
      return by === raw ? [] : [{ ...spanOf(node), by }];
    }
  }
  const inside = node.type === "heading" ? { ...text, known: none } : text;
  return childrenOf(node).flatMap((child) => markEdits(child, inside));
}
