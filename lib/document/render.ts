import type { Element, ElementContent, RootContent as HtmlContent } from "hast";
import { defaultSchema, type Schema, sanitize } from "hast-util-sanitize";
import { toHtml } from "hast-util-to-html";
import type { Root } from "mdast";
import { toHast } from "mdast-util-to-hast";
import { withNamedTags } from "./named-tags.ts";
import { plainBlocks } from "./plain.ts";
import { withoutTitle } from "./repeated-title.ts";
import { treeOf } from "./tree.ts";
import { sumOfWords, wordsOf } from "./words.ts";

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

const outwards = { rel: ["noreferrer", "noopener", "nofollow"] };

/**
 * Shows an image as its text, with a link where it is on the Web: loaded, it would tell its server who reads, and when, or ask
 * ours for something in the reader's name.
 */
function imageText({ src, alt }: Element["properties"], inLink: boolean): Element | undefined {
  const value = [alt, src].find((text) => typeof text === "string" && text.trim() !== "");
  if (typeof value !== "string") return undefined;
  const children: ElementContent[] = [{ type: "text", value }];
  const isOnWeb = typeof src === "string" && /^(https?:)?\/\//i.test(src);
  if (inLink || !isOnWeb) return { type: "element", tagName: "span", properties: {}, children };
  return { type: "element", tagName: "a", properties: { href: src, ...outwards }, children };
}

function toPageElement(element: Element, inLink: boolean): Element | undefined {
  const { tagName, properties } = element;
  const isLink = tagName === "a";
  const own: Element = {
    ...element,
    children: element.children.flatMap((child) => toPageNodes(child, inLink || isLink)),
  };
  if (tagName === "h1") return { ...own, tagName: "h2" };
  if (tagName === "table") return scrollBox("Tableau", "prose-table", own);
  if (tagName === "pre") return scrollBox("Code", "prose-code", own);
  if (tagName === "input") return taskMark(properties.checked === true);
  if (isLink) return { ...own, properties: { ...properties, ...outwards } };
  return tagName === "img" ? imageText(properties, inLink) : own;
}

function toPageNodes<Node extends HtmlContent | ElementContent>(node: Node, inLink = false): (Node | Element)[] {
  if (node.type !== "element") return [node];
  const element = toPageElement(node, inLink);
  return element ? [element] : [];
}

const withPlainClass = (node: HtmlContent): HtmlContent =>
  node.type === "element" ? { ...node, properties: { className: ["prose-plain"] } } : node;

function htmlOf(tree: Root): HtmlContent[] {
  const html = sanitize(toHast(tree, footnotes), schema);
  return html.type === "root" ? html.children : [];
}

export type Rendered = { html: string; words: number };

/** Drops raw HTML, unless a sentence names it, and a first heading that repeats `title`. Call it in a thread. */
export async function renderText(
  source: string,
  { title, plain }: { title: string; plain: boolean },
): Promise<Rendered> {
  const tree = await treeOf(source, plain);
  if (tree) {
    const children = htmlOf(withNamedTags(withoutTitle(tree, title))).flatMap((node) => toPageNodes(node));
    return { html: toHtml({ type: "root", children }), words: wordsOf(tree) };
  }
  const blocks = plainBlocks(source);
  const children = htmlOf({ type: "root", children: blocks.map(({ node }) => node) }).map(withPlainClass);
  return { html: toHtml({ type: "root", children }), words: sumOfWords(blocks) };
}
