import type { QualitySheet } from "../../contract/quality.ts";

/** LongWriter's length score: 100 at the words asked, falling to 0 at a third of them and at four times them. */
export function lengthScore(asked: number, written: number): number {
  if (written === 0) return 0;
  const off = written > asked ? (written / asked - 1) / 3 : (asked / written - 1) / 2;
  return 100 * Math.max(0, 1 - off);
}

const tenth = (value: number) => Math.round(value * 10) / 10;

/** Words per chapter against the words asked of each. */
export function measureLength(asked: number, chapters: { position: number; words: number }[]): QualitySheet["length"] {
  const scores = chapters.map(({ words }) => lengthScore(asked, words));
  return {
    asked,
    score: tenth(scores.reduce((sum, score) => sum + score, 0) / Math.max(1, scores.length)),
    lowest: tenth(Math.min(100, ...scores)),
    within: chapters.filter(({ words }) => Math.abs(words - asked) <= asked / 10).length,
    chapters: chapters.map((chapter, index) => ({ ...chapter, score: tenth(scores[index] ?? 0) })),
  };
}
