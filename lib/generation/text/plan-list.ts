import type { List, RootContent } from "mdast";
import { foldText } from "../../contract/outline.ts";
import type { Block, Document } from "../../document/document.ts";
import { headingsOf } from "../../document/headings.ts";
import { isHeading, textOf } from "../../document/nodes.ts";
import { isTitleLike } from "./leading-title.ts";

const names =
  /^(?:(?:plan|sommaire|structure|contenu)(?: (?:du|de ce) (?:chapitre|texte))?|table des matieres|(?:chapter )?(?:outline|contents|overview)|(?:outline|structure) of (?:the|this) chapter|table of contents|toc)$/;

const isName = (node: RootContent): boolean => {
  const text = textOf(node);
  const stands = isTitleLike(node) || (node.type === "paragraph" && text.trim().endsWith(":"));
  return stands && text.length < 60 && names.test(foldText(text));
};

const withoutNumber = (text: string) =>
  foldText(text.replace(/^\s*(?:(?:section|partie|part)\s)?\d{1,2}(?:\.\d{1,2})*[.):\s–—-]+/i, ""));

const linesOf = (list: List): string[] =>
  textOf(list)
    .split("\n")
    .map(withoutNumber)
    .filter((line) => line !== "");

/** A list, below its name, of nothing but the titles of the sections or the points of the outline. */
export function findPlanList(document: Document, plan: string[]): Block[] {
  const { blocks } = document;
  const at = blocks.findIndex(({ node }, index) => isName(node) && blocks[index + 1]?.node.type === "list");
  const [name, list] = [blocks[at], blocks[at + 1]];
  if (!name || list?.node.type !== "list") return [];
  const known = new Set(headingsOf(document).map((heading) => withoutNumber(textOf(heading))));
  for (const line of plan) known.add(withoutNumber(line));
  if (isHeading(name.node)) known.delete(foldText(textOf(name.node)));
  const lines = linesOf(list.node);
  return lines.length > 1 && lines.every((line) => known.has(line)) ? [name, list] : [];
}
