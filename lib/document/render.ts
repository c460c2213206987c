import type { Element, ElementContent, RootContent as HtmlContent } from "hast";
import { defaultSchema, type Schema, sanitize } from "hast-util-sanitize";
import { toHtml } from "hast-util-to-html";
import type { Root } from "mdast";
import { toHast } from "mdast-util-to-hast";
import { textOf } from "./nodes.ts";
import { plainBlocks } from "./plain.ts";
import { treeOf } from "./tree.ts";
import { sumOfWords, wordsIn, wordsOf } from "./words.ts";

/** Only footnotes have ids, and they already carry the prefix: with a second one their links would lead nowhere. */
const schema: Schema = { ...defaultSchema, clobberPrefix: "" };

const footnotes = {
  footnoteLabel: "Notes",
  footnoteBackLabel: (reference: number, again: number) =>
    `Retour à l’appel de note ${reference + 1}${again > 1 ? ` (${again})` : ""}`,
};

const scrollBox = (label: string, className: string, child: Element): Element => ({
  type: "element",
  tagName: "section",
  properties: { ariaLabel: label, tabIndex: 0, className: [className] },
  children: [child],
});

const taskMark = (done: boolean): Element => ({
  type: "element",
  tagName: "span",
  properties: { role: "img", ariaLabel: done ? "fait" : "à faire" },
  children: [{ type: "text", value: done ? "☑" : "☐" }],
});

/** @returns undefined for an image without an address */
function toPageElement(element: Element): Element | undefined {
  const { tagName, properties } = element;
  const own: Element = { ...element, children: element.children.flatMap(toPageNodes) };
  if (tagName === "h1") return { ...own, tagName: "h2" };
  if (tagName === "table") return scrollBox("Tableau", "prose-table", own);
  if (tagName === "pre") return scrollBox("Code", "prose-code", own);
  if (tagName === "input") return taskMark(properties.checked === true);
  if (tagName === "a") return { ...own, properties: { ...properties, rel: ["noreferrer", "noopener", "nofollow"] } };
  if (tagName !== "img") return own;
  const image = { ...properties, alt: properties.alt ?? "", loading: "lazy", referrerPolicy: "no-referrer" };
  return properties.src ? { ...own, properties: image } : undefined;
}

function toPageNodes<Node extends HtmlContent | ElementContent>(node: Node): (Node | Element)[] {
  if (node.type !== "element") return [node];
  const element = toPageElement(node);
  return element ? [element] : [];
}

const comparable = (text: string) => wordsIn(text.toLocaleLowerCase("fr").replaceAll("'", "’")).join(" ");

function withoutTitle({ children, ...root }: Root, title: string): Root {
  const first = children[0];
  const shown = comparable(title);
  const again =
    shown !== "" && first?.type === "heading" && first.depth === 1 && comparable(textOf(first)).endsWith(shown);
  return { ...root, children: again ? children.slice(1) : children };
}

const withPlainClass = (node: HtmlContent): HtmlContent =>
  node.type === "element" ? { ...node, properties: { className: ["prose-plain"] } } : node;

function htmlOf(tree: Root): HtmlContent[] {
  const html = sanitize(toHast(tree, footnotes), schema);
  return html.type === "root" ? html.children : [];
}

export type Rendered = { html: string; words: number };

/** Drops raw HTML, and a first heading that repeats `title`. Call it in a thread. */
export async function renderText(
  source: string,
  { title, plain }: { title: string; plain: boolean },
): Promise<Rendered> {
  const tree = await treeOf(source, plain);
  if (tree) {
    const children = htmlOf(withoutTitle(tree, title)).flatMap(toPageNodes);
    return { html: toHtml({ type: "root", children }), words: wordsOf(tree) };
  }
  const blocks = plainBlocks(source);
  const children = htmlOf({ type: "root", children: blocks.map(({ node }) => node) }).map(withPlainClass);
  return { html: toHtml({ type: "root", children }), words: sumOfWords(blocks) };
}
