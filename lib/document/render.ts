import type { Element, ElementContent, RootContent as HtmlContent } from "hast";
import { defaultSchema, type Schema, sanitize } from "hast-util-sanitize";
import { toHtml } from "hast-util-to-html";
import type { Root } from "mdast";
import { toHast } from "mdast-util-to-hast";
import { textOf } from "./nodes.ts";
import { plainBlocks } from "./plain.ts";
import { treeOf } from "./tree.ts";
import { sumOfWords, wordsIn, wordsOf } from "./words.ts";

/** The only ids come from footnotes, and are already set apart: set apart twice, their links would lead nowhere. */
const schema: Schema = { ...defaultSchema, clobberPrefix: "" };

const footnotes = {
  footnoteLabel: "Notes",
  footnoteBackLabel: (reference: number, again: number) =>
    `Retour à l’appel de note ${reference + 1}${again > 1 ? ` (${again})` : ""}`,
};

/** What may be wider than its place: reachable and scrollable by keyboard. */
const scrolling = (label: string, className: string, child: Element): Element => ({
  type: "element",
  tagName: "section",
  properties: { ariaLabel: label, tabIndex: 0, className: [className] },
  children: [child],
});

/** A box of a task list, which nobody can tick here. */
const taskMark = (done: boolean): Element => ({
  type: "element",
  tagName: "span",
  properties: { role: "img", ariaLabel: done ? "fait" : "à faire" },
  children: [{ type: "text", value: done ? "☑" : "☐" }],
});

/** An element as a page of ours has it. It is sanitised: nothing that a text brought is taken up here again. */
function dressed(element: Element): Element | undefined {
  const { tagName, properties } = element;
  const own: Element = { ...element, children: element.children.flatMap(dress) };
  if (tagName === "h1") return { ...own, tagName: "h2" };
  if (tagName === "table") return scrolling("Tableau", "prose-table", own);
  if (tagName === "pre") return scrolling("Code", "prose-code", own);
  if (tagName === "input") return taskMark(properties.checked === true);
  if (tagName === "a") return { ...own, properties: { ...properties, rel: ["noreferrer", "noopener", "nofollow"] } };
  if (tagName !== "img") return own;
  const image = { ...properties, alt: properties.alt ?? "", loading: "lazy", referrerPolicy: "no-referrer" };
  return properties.src ? { ...own, properties: image } : undefined;
}

function dress<Node extends HtmlContent | ElementContent>(node: Node): (Node | Element)[] {
  if (node.type !== "element") return [node];
  const element = dressed(node);
  return element ? [element] : [];
}

const simple = (text: string) => wordsIn(text.toLocaleLowerCase("fr").replaceAll("'", "’")).join(" ");

/** A text's tree without the heading that says the title that the page already shows. */
function untitled({ children, ...root }: Root, title: string): Root {
  const first = children[0];
  const shown = simple(title);
  const again = shown !== "" && first?.type === "heading" && first.depth === 1 && simple(textOf(first)).endsWith(shown);
  return { ...root, children: again ? children.slice(1) : children };
}

const asWritten = (node: HtmlContent): HtmlContent =>
  node.type === "element" ? { ...node, properties: { className: ["prose-plain"] } } : node;

function htmlOf(tree: Root): HtmlContent[] {
  const html = sanitize(toHast(tree, footnotes), schema);
  return html.type === "root" ? html.children : [];
}

/** A text as a page shows it, and how many words it has. */
export type Rendered = { html: string; words: number };

/**
 * A foreign text → HTML that may be put into a page as it is: it was sanitised, raw HTML in it is left out. Its headings
 * start at the second level, and the one that repeats `title` is left out. Only for threads.
 */
export function renderText(source: string, { title, plain }: { title: string; plain: boolean }): Rendered {
  const tree = treeOf(source, plain);
  if (tree) {
    const children = htmlOf(untitled(tree, title)).flatMap(dress);
    return { html: toHtml({ type: "root", children }), words: wordsOf(tree) };
  }
  const blocks = plainBlocks(source);
  const children = htmlOf({ type: "root", children: blocks.map(({ node }) => node) }).map(asWritten);
  return { html: toHtml({ type: "root", children }), words: sumOfWords(blocks) };
}
