import type { Block, Document } from "../../document/document.ts";
import { applyEdits } from "../../document/edit.ts";
import { isHeading, textOf } from "../../document/nodes.ts";
import { isTitleLike } from "./leading-title.ts";

const maxTitleWords = 12;
const numbered = /^(?:(?:section|partie|part)\s+)?(\d{1,2}|[IVX]{1,5})\s?[.):–—-]\s+(\S.*?)\s?:?$/iu;
const hashed = /^#{1,6}\s+(\S.*)$/;
const romans = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"];

type Found = { block: Block; number: string; title: string };

function numberedIn({ blocks }: Document): Found[] {
  return blocks.flatMap((block, index) => {
    const next = blocks[index + 1];
    if (isHeading(block.node) || !isTitleLike(block.node) || !next || isTitleLike(next.node)) return [];
    const [, number = "", title = ""] = numbered.exec(textOf(block.node)) ?? [];
    const isShort = title !== "" && title.split(/\s+/).length <= maxTitleWords && !/[.;]$/.test(title);
    return isShort ? [{ block, number, title }] : [];
  });
}

const isSequence = (found: Found[]) =>
  found.length > 1 && found.every(({ number }, index) => [String(index + 1), romans[index + 1]].includes(number));

/**
 * Makes headings of the bold lines that stand for them: `**## Le four**`, and `**1. Le four**` where a chapter has no other
 * heading. Below one, a number in bold may be that of a step.
 */
export function withHeadings(document: Document): string {
  const { blocks, source } = document;
  const hash = blocks.flatMap((block) => {
    const [, title = ""] = (isTitleLike(block.node) && hashed.exec(textOf(block.node))) || [];
    return title === "" || isHeading(block.node) ? [] : [{ block, title }];
  });
  const hasHeading = blocks.some(({ node }) => isHeading(node));
  const sections = hasHeading ? [] : numberedIn(document);
  const all = [...hash, ...(isSequence(sections) ? sections : [])];
  return applyEdits(
    source,
    all.map(({ block: { start, end }, title }) => ({ start, end, by: `## ${title}` })),
  );
}
