import type { RootContent } from "mdast";
import { toString as toText } from "mdast-util-to-string";
import type { QualitySheet, StructureCheck } from "../../contract/quality.ts";
import { announces, withoutOffer } from "../text/courtesies.ts";
import { isHeading, type Reading } from "./reading.ts";

const simple = (text: string) =>
  text
    .toLocaleLowerCase("fr")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

const concluding =
  /^(?:(?:en |in )?(?:guise de )?conclusions?\b|(?:pour|afin de) (?:conclure|finir|terminer|clore)(?:$| (?:ce|le|notre) (?:chapitre|livre|sujet|parcours|voyage)$)|(?:le )?mot de la fin$|to conclude$|(?:final|closing|concluding) (?:thoughts|words|remarks)$)/;
const formula = /^(?:en (?:guise de )?conclusion|pour conclure|in conclusion|to conclude)\s*[,:]\s*(.?)/iu;

/** Whether a heading announces a conclusion: « Pour finir », but not « Pour finir la cuisson ». */
export const concludes = (heading: string): boolean => concluding.test(simple(heading.split(/[:,.!…–—]/)[0] ?? ""));

/** A text without the formula that begins its conclusion. */
export const withoutFormula = (text: string): string =>
  text.replace(formula, (_formula, letter: string) => letter.toLocaleUpperCase("fr"));

/** Where the conclusion begins that a chapter ends by: its last section, or its last words; -1 without one. */
export function conclusionAt(blocks: RootContent[]): number {
  const section = blocks.findLastIndex((block) => isHeading(block) && block.depth === 2);
  const heading = blocks.findLastIndex(isHeading);
  const end = blocks.length - 1;
  const says = (at: number, test: (text: string) => boolean) => blocks[at] !== undefined && test(toText(blocks[at]));
  if (says(section, concludes)) return section;
  if (says(heading, concludes)) return heading;
  return blocks[end]?.type === "paragraph" && says(end, (text) => formula.test(text)) ? end : -1;
}

const headingsOf = ({ blocks }: Reading) => blocks.filter(isHeading);
const titlesOf = (reading: Reading) => headingsOf(reading).map((heading) => simple(toText(heading)));
/** The first eight words after the title. */
export const openingOf = ({ blocks }: Pick<Reading, "blocks">): string => {
  const first = blocks.find((block) => block.type === "paragraph");
  return first ? simple(toText(first)).split(" ").slice(0, 8).join(" ") : "";
};

const jumps = (reading: Reading) =>
  headingsOf(reading).some((heading, index, all) => heading.depth - (all[index - 1]?.depth ?? 0) > 1);
const hasEmptySection = ({ blocks }: Reading) =>
  blocks.some((block, index) => {
    if (!isHeading(block)) return false;
    const next = blocks[index + 1];
    return next === undefined || (isHeading(next) && next.depth <= block.depth);
  });

function alike(readings: Reading[], keyOf: (reading: Reading) => string): Reading[] {
  const keys = readings.map(keyOf);
  return readings.filter((_reading, index) => {
    const key = keys[index];
    return key !== "" && keys.indexOf(key ?? "") !== keys.lastIndexOf(key ?? "");
  });
}

const failing: Record<StructureCheck, (readings: Reading[]) => Reading[]> = {
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
    all.filter(({ blocks }) => {
      const last = blocks.at(-1);
      return blocks.slice(0, 3).some(isAnnouncement) || (last !== undefined && isOffer(last));
    }),
  distinct_openings: (all) => alike(all, openingOf),
  /** One chapter may conclude the book: the last. */
  no_conclusion_endings: (all) => all.slice(0, -1).filter(({ blocks }) => conclusionAt(blocks) >= 0),
};

const isAnnouncement = (block: RootContent) => block.type === "paragraph" && announces(toText(block));
const isOffer = (block: RootContent) => {
  const text = `\n${toText(block)}`;
  return block.type === "paragraph" && withoutOffer(`…${text}`) !== `…${text}`;
};
const isFirst = ({ blocks }: Reading) => blocks[0]?.type === "heading" && blocks[0].depth === 1;

/** Which chapters fail which check; none, when all is as a book has it. */
export function measureStructure(readings: Reading[]): QualitySheet["structure"] {
  const checks = Object.entries(failing) as [StructureCheck, (typeof failing)[StructureCheck]][];
  return {
    checks: checks.map(([name, find]) => ({ name, chapters: find(readings).map(({ position }) => position) })),
  };
}
