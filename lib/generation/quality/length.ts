import type { QualitySheet } from "../../contract/quality.ts";
import { isLengthWithin, lengthTolerance } from "../../contract/quality-limits.ts";

/** LongWriter's length score: 100 at the words asked, falling to 0 at a third of them and at four times them. */
export function lengthScore(asked: number, written: number): number {
  if (written === 0) return 0;
  const off = written > asked ? (written / asked - 1) / 3 : (asked / written - 1) / 2;
  return 100 * Math.max(0, 1 - off);
}

const tenth = (value: number) => Math.round(value * 10) / 10;

export type MeasuredLength = { position: number; asked: number; words: number };

export function measureLength(chapters: MeasuredLength[], tolerance = lengthTolerance): QualitySheet["length"] {
  const scores = chapters.map(({ asked, words }) => lengthScore(asked, words));
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  return {
    asked: Math.round(mean(chapters.map(({ asked }) => asked))),
    score: tenth(mean(scores)),
    lowest: tenth(Math.min(100, ...scores)),
    within: chapters.filter(({ asked, words }) => isLengthWithin(words, asked, tolerance)).length,
    ...(tolerance !== lengthTolerance && { tolerance }),
    chapters: chapters.map((chapter, index) => ({ ...chapter, score: tenth(scores[index] ?? 0) })),
  };
}
