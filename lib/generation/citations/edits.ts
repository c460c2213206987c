import type { Nodes } from "mdast";
import type { Edit } from "../../document/edit.ts";
import { spanOf } from "../../document/nodes.ts";
import { citedIn, countMarks } from "./marks.ts";
import { codeMark, escaped, type Line, seenOf } from "./seen.ts";
import { citeNothing, type Settle } from "./settle.ts";

const label = /^\^?(?:S\s?)?\d{1,4}$/i;
const onlyPointer = /^(?:sources?|références?|voir(?: aussi)?|cf\.|liens?|url|see|references?)?\s*:?\s*\.?$/i;

const isLine = (node: Nodes): node is Line => ["paragraph", "heading", "tableCell"].includes(node.type);

function placeInside(line: Line, source: string) {
  const { start, end } = spanOf(line);
  if (line.type !== "tableCell") return { start, end };
  const raw = source.slice(start, end);
  const before = /^\|?[ \t]*/.exec(raw)?.[0].length ?? 0;
  const inner = raw.slice(before).trimEnd();
  const text = inner.endsWith("|") && !inner.endsWith("\\|") ? inner.slice(0, -1).trimEnd() : inner;
  return { start: start + before, end: start + before + text.length };
}
const isCitation = (code: string) => /\bS\s?\d/i.test(code) && citeNothing.text(code.trim()) === "";
const removal = (node: Nodes): Edit => ({ ...spanOf(node), by: "" });

function replaceLink(node: Extract<Nodes, { type: "link" | "linkReference" }>, source: string, settle: Settle): Edit {
  const first = node.children[0];
  const last = node.children.at(-1);
  const inner = first && last ? source.slice(spanOf(first).start, spanOf(last).end) : "";
  const mark = node.type === "link" ? settle.markAt(node.url) : "";
  const isAddress = node.type === "link" && settle.text(inner) !== inner && settle.text(inner).trim() === mark;
  const text = isAddress ? "" : label.test(inner) ? `[${inner}]` : inner;
  return { ...spanOf(node), by: text && mark && !citedIn(text).length ? `${text} ${mark}` : text || mark };
}

/** @returns edits that do not overlap */
export function editsOf(node: Nodes, source: string, settle: Settle): Edit[] {
  switch (node.type) {
    case "definition":
    case "footnoteDefinition":
    case "footnoteReference":
    case "html":
    case "image":
    case "imageReference":
      return [removal(node)];
    case "link":
    case "linkReference":
      return [replaceLink(node, source, settle)];
    case "inlineCode":
      return isCitation(node.value) ? [{ ...spanOf(node), by: node.value }] : [];
    case "text": {
      const raw = source.slice(spanOf(node).start, spanOf(node).end);
      const by = settle.text(raw);
      return by === raw ? [] : [{ ...spanOf(node), by }];
    }
  }
  if (!("children" in node)) return [];
  const inside = node.type === "heading" ? citeNothing : settle;
  const footnote = node.type === "paragraph" && /^\[\^[^\]\s]+\]:/.test(source.slice(spanOf(node).start));
  if (footnote) return [removal(node)];
  const edits = node.children.flatMap((child) => editsOf(child, source, inside));
  return edits.length > 0 && isLine(node) && onlyPointer.test(inside.text(seenOf(node, source).value).trim())
    ? [{ ...placeInside(node, source), by: "" }]
    : edits;
}

/** Settles what `editsOf` cannot: markup hides a citation or an address, or taking one out makes another. */
export function plainLines(node: Nodes, source: string, settle: Settle): Edit[] {
  if (node.type === "definition" || node.type === "footnoteDefinition" || node.type === "html") return [removal(node)];
  if (!isLine(node))
    return "children" in node ? node.children.flatMap((child) => plainLines(child, source, settle)) : [];
  const { value, texts, codes, leads } = seenOf(node, source);
  const by = (node.type === "heading" ? citeNothing : settle).text(value);
  if (!leads && by === value && countMarks(value) === countMarks(texts.join("\n"))) return [];
  const plain = escaped(by.trim()).replaceAll(codeMark, () => codes.shift() ?? "");
  return [{ ...placeInside(node, source), by: node.type === "heading" ? `${"#".repeat(node.depth)} ${plain}` : plain }];
}
