import type { RootContent } from "mdast";
import type { QualitySheet, StructureCheck } from "../../contract/quality.ts";
import type { Genre } from "../../contract/values.ts";
import type { Document } from "../../document/document.ts";
import { isHeading, textOf } from "../../document/nodes.ts";
import type { ProsePassage } from "../../document/prose/passage.ts";
import { proseOf } from "../../document/prose/read.ts";
import { isSpared } from "../genre/traits-of.ts";
import { allLabels } from "../prompts/labels.ts";
import { announces, withoutOffer } from "../text/courtesies.ts";
import { concludingWords, isConclusion } from "../text/phrases/other-languages.ts";
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
export function concludes(heading: string): boolean {
  const text = simple(heading.split(/[:,.!…–—]/)[0] ?? "");
  return concluding.test(text) || isConclusion(text);
}

const formulas = [formula, concludingWords];

export const withoutFormula = (text: string): string =>
  formulas.reduce((rest, one) => rest.replace(one, (_formula, letter: string) => letter.toLocaleUpperCase("fr")), text);

/** @returns the index of a block; -1 without a conclusion */
export function conclusionAt(blocks: RootContent[]): number {
  const section = blocks.findLastIndex((block) => isHeading(block, 2));
  const heading = blocks.findLastIndex((block) => isHeading(block));
  const end = blocks.length - 1;
  const says = (at: number, test: (text: string) => boolean) => blocks[at] !== undefined && test(textOf(blocks[at]));
  if (says(section, concludes)) return section;
  if (says(heading, concludes)) return heading;
  return blocks[end]?.type === "paragraph" && says(end, (text) => formulas.some((one) => one.test(text))) ? end : -1;
}

const headingsOf = (chapter: MeasuredChapter) => nodesOf(chapter).filter((node) => isHeading(node));
const titlesOf = (chapter: MeasuredChapter) => headingsOf(chapter).map((heading) => simple(textOf(heading)));

const openingWords = { min: 6, max: 8 };
/** « Ma chère et tendre amie, » */
const isSalutation = (text: string) => /,\s*$/.test(text.slice(-5));
const opens = ({ kind, text }: ProsePassage) =>
  kind === "prose" && !isSalutation(text) && simple(text).split(" ").length >= openingWords.min;

/** The first words of a chapter's prose, and their block; stage directions and salutations may open several. */
export function openingOf(document: Document): { text: string; block: number } {
  const block = proseOf(document).findIndex((passages) => passages.some(opens));
  const node = document.blocks[block]?.node;
  return { text: node ? simple(textOf(node)).split(" ").slice(0, openingWords.max).join(" ") : "", block };
}

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
  distinct_openings: (all) => withSameKey(all, ({ document }) => openingOf(document).text),
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

export function measureStructure(chapters: MeasuredChapter[], genre?: Genre): QualitySheet["structure"] {
  const checks = Object.entries(failing) as [StructureCheck, (typeof failing)[StructureCheck]][];
  return {
    checks: checks
      .filter(([name]) => !isSpared(genre, name))
      .map(([name, find]) => ({ name, chapters: find(chapters).map(({ position }) => position) })),
  };
}
