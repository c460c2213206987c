import type { Nodes } from "mdast";
import { childrenOf, spanOf, textOf } from "#lib/document/nodes.ts";
import { openDocument } from "#lib/document/open.ts";

/** What an author would miss: as it stands in the source, and as a reader sees it. */
export type Survivor = { kind: string; source: string; seen: string };

const kinds: Partial<Record<Nodes["type"], string>> = {
  math: "formule",
  inlineMath: "formule",
  code: "code",
  inlineCode: "code",
  tableRow: "ligne de tableau",
  link: "lien",
  linkReference: "lien",
  definition: "lien",
  footnoteReference: "note",
  footnoteDefinition: "note",
  emphasis: "italique",
  strong: "gras",
  delete: "biffure",
};

/** What Markdown's tree does not show. */
const patterns: [string, RegExp][] = [
  ["crochets", /(?<![!\\\]])(?:\p{L}[\p{L}\w.]*)?[[\]](?!\^|[ x]\])[^[\]\n]{1,40}[[\]](?![[(:])/gu],
  ["balise ou type", /(?:\p{L}+)?<\/?(?!br>)\p{L}[^<>\n:/]{0,30}>/gu],
  ["adresse", /(?:https?:\/\/|www\.)[^\s<>«»"|)]*[^\s<>«»"|).,;:!?]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g],
  ["chemin", /(?<![\w/:.])(?:~|[A-Z]:|\.)?[\\/][\w.-]+(?:[\\/][\w.-]+)+/g],
  ["citation", /«[^«»]{1,400}»|“[^“”]{1,400}”|"[^"\n]{1,400}"/g],
  ["réplique", /^[—–] [^\n]+/gm],
];

const linesOf = (text: string) => text.split("\n").map((line) => line.trim());

/** The lines of verse, of an address or of a dialogue: a paragraph that was broken on purpose. */
function versesIn(node: Nodes, source: string): Survivor[] {
  if (node.type !== "paragraph") return childrenOf(node).flatMap((child) => versesIn(child, source));
  const { start, end } = spanOf(node);
  const lines = linesOf(source.slice(start, end)).map((line) => line.replace(/^>\s?|\\$/g, ""));
  const seen = linesOf(textOf(node));
  if (lines.length < 2 || lines.length !== seen.length) return [];
  if (childrenOf(node).some(({ type }) => type === "inlineMath")) return [];
  return lines.map((line, index) => ({ kind: "vers", source: line, seen: seen[index] ?? "" }));
}

const itemsIn = (node: Nodes, source: string): Survivor[] =>
  childrenOf(node).flatMap((child) => {
    const first = node.type === "listItem" && child.type === "paragraph" ? [child] : [];
    const items = first.map((paragraph) => {
      const { start, end } = spanOf(paragraph);
      return { kind: "élément de liste", source: source.slice(start, end), seen: textOf(paragraph) };
    });
    return [...items, ...itemsIn(child, source)];
  });

function nodesIn(node: Nodes, source: string): Survivor[] {
  const kind = kinds[node.type];
  const { start, end } = spanOf(node);
  const seen = node.type === "footnoteReference" || node.type === "definition" ? "" : textOf(node);
  const own = kind ? [{ kind, source: source.slice(start, end), seen }] : [];
  return [...own, ...childrenOf(node).flatMap((child) => nodesIn(child, source))];
}

const silent = new Set(["code", "inlineCode", "math", "inlineMath"]);

/** The text of a block, without its code and its formulas. */
function proseOf(node: Nodes, source: string): string {
  if (silent.has(node.type)) return " ";
  const { start, end } = spanOf(node);
  let at = start;
  const parts: string[] = [];
  for (const child of childrenOf(node)) {
    const span = spanOf(child);
    parts.push(source.slice(at, span.start), proseOf(child, source));
    at = span.end;
  }
  return parts.join("") + source.slice(at, end);
}

/** What may hold marks of emphasis, which its page does not show. */
const marked = new Set(["citation", "réplique"]);
const seenOf = (kind: string, found: string) => (marked.has(kind) ? "" : found);

/** Everything of a text that is no plain prose, and what its author listed. */
export async function survivorsOf(text: string, listed: string[]): Promise<Survivor[]> {
  const { source, blocks } = await openDocument(text);
  const fromTree = blocks.flatMap(({ node }) => [
    ...nodesIn(node, source),
    ...itemsIn(node, source),
    ...versesIn(node, source),
    ...(node.type === "heading" && node.depth > 1 ? [{ kind: "titre", source: textOf(node), seen: textOf(node) }] : []),
  ]);
  const prose = blocks.filter(({ node }) => node.type !== "definition").map(({ node }) => proseOf(node, source));
  const fromSource = patterns.flatMap(([kind, pattern]) =>
    prose
      .flatMap((block) => block.match(pattern) ?? [])
      .map((found) => ({ kind, source: found, seen: seenOf(kind, found) })),
  );
  const given = listed.map((one) => ({ kind: "nommé", source: one, seen: "" }));
  return [...fromTree, ...fromSource, ...given].filter((one) => one.source.trim() !== "");
}
