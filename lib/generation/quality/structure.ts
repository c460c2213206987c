import type { RootContent } from "mdast";
import type { QualitySheet, StructureCheck } from "../../contract/quality.ts";
import { isHeading, textOf } from "../../document/nodes.ts";
import { allLabels } from "../prompts/labels.ts";
import { announces, withoutOffer } from "../text/courtesies.ts";
import { isPromptLine } from "../text/scaffolding.ts";
import { type MeasuredChapter, nodesOf } from "./measured.ts";

const simple = (text: string) =>
  text
    .toLocaleLowerCase("fr")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

const concluding =
  /^(?:(?:en |in )?(?:guise de )?conclusions?\b|(?:pour|afin de) (?:conclure|finir|terminer|clore)(?:$| (?:ce|le|notre) (?:chapitre|livre|sujet|parcours|voyage)$)|(?:le )?mot de la fin$|to conclude$|(?:final|closing|concluding) (?:thoughts|words|remarks)$)/;
const formula = /^(?:en (?:guise de )?conclusion|pour conclure|in conclusion|to conclude)\s*[,:]\s*(.?)/iu;

/** Accepts « Pour finir », but not « Pour finir la cuisson ». */
export const concludes = (heading: string): boolean => concluding.test(simple(heading.split(/[:,.!…–—]/)[0] ?? ""));

export const withoutFormula = (text: string): string =>
  text.replace(formula, (_formula, letter: string) => letter.toLocaleUpperCase("fr"));

/** @returns the index of a block; -1 without a conclusion */
export function conclusionAt(blocks: RootContent[]): number {
  const section = blocks.findLastIndex((block) => isHeading(block, 2));
  const heading = blocks.findLastIndex((block) => isHeading(block));
  const end = blocks.length - 1;
  const says = (at: number, test: (text: string) => boolean) => blocks[at] !== undefined && test(textOf(blocks[at]));
  if (says(section, concludes)) return section;
  if (says(heading, concludes)) return heading;
  return blocks[end]?.type === "paragraph" && says(end, (text) => formula.test(text)) ? end : -1;
}

const headingsOf = (chapter: MeasuredChapter) => nodesOf(chapter).filter((node) => isHeading(node));
const titlesOf = (chapter: MeasuredChapter) => headingsOf(chapter).map((heading) => simple(textOf(heading)));
export const openingOf = (nodes: RootContent[]): string => {
  const first = nodes.find((block) => block.type === "paragraph");
  return first ? simple(textOf(first)).split(" ").slice(0, 8).join(" ") : "";
};

const jumps = (chapter: MeasuredChapter) =>
  headingsOf(chapter).some((heading, index, all) => heading.depth - (all[index - 1]?.depth ?? 0) > 1);
const hasEmptySection = (chapter: MeasuredChapter) =>
  nodesOf(chapter).some((block, index, blocks) => {
    if (!isHeading(block)) return false;
    const next = blocks[index + 1];
    return next === undefined || (isHeading(next) && next.depth <= block.depth);
  });

function withSameKey(chapters: MeasuredChapter[], keyOf: (chapter: MeasuredChapter) => string): MeasuredChapter[] {
  const keys = chapters.map(keyOf);
  return chapters.filter((_chapter, index) => {
    const key = keys[index];
    return key !== "" && keys.indexOf(key ?? "") !== keys.lastIndexOf(key ?? "");
  });
}

const failing: Record<StructureCheck, (chapters: MeasuredChapter[]) => MeasuredChapter[]> = {
  one_title: (all) =>
    all.filter((one) => headingsOf(one).filter(({ depth }) => depth === 1).length !== 1 || !isFirst(one)),
  title_not_repeated: (all) =>
    all.filter((one) => {
      const [title, ...others] = titlesOf(one);
      return others.some((other) => other === title);
    }),
  no_level_jump: (all) => all.filter(jumps),
  no_empty_section: (all) => all.filter(hasEmptySection),
  no_announcement: (all) =>
    all.filter((chapter) => {
      const blocks = nodesOf(chapter);
      const last = blocks.at(-1);
      return blocks.slice(0, 3).some(isAnnouncement) || (last !== undefined && isOffer(last));
    }),
  no_prompt: (all) =>
    all.filter((chapter) =>
      nodesOf(chapter).some(
        (block) =>
          (block.type === "paragraph" || block.type === "heading") &&
          textOf(block)
            .split("\n")
            .some((line) => isPromptLine(line, allLabels)),
      ),
    ),
  distinct_openings: (all) => withSameKey(all, (chapter) => openingOf(nodesOf(chapter))),
  /** Only the last chapter may conclude the book. */
  no_conclusion_endings: (all) => all.slice(0, -1).filter((chapter) => conclusionAt(nodesOf(chapter)) >= 0),
};

const isAnnouncement = (block: RootContent) => block.type === "paragraph" && announces(textOf(block));
const isOffer = (block: RootContent) => {
  const text = `\n${textOf(block)}`;
  return block.type === "paragraph" && withoutOffer(`…${text}`) !== `…${text}`;
};
const isFirst = ({ document }: MeasuredChapter) => {
  const first = document.blocks[0];
  return first !== undefined && isHeading(first.node, 1);
};

export function measureStructure(chapters: MeasuredChapter[]): QualitySheet["structure"] {
  const checks = Object.entries(failing) as [StructureCheck, (typeof failing)[StructureCheck]][];
  return {
    checks: checks.map(([name, find]) => ({ name, chapters: find(chapters).map(({ position }) => position) })),
  };
}
