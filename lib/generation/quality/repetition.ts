import type { QualitySheet } from "../../contract/quality.ts";
import { turn } from "../../turn.ts";
import { Numbering } from "./numbering.ts";
import type { Reading } from "./reading.ts";

/** The share of runs of eight words seen more than once in the book; a run never crosses two chapters. */
export async function measureRepetition(readings: Reading[]): Promise<QualitySheet["repetition"]> {
  const numbering = new Numbering();
  const seen: number[] = [];
  let total = 0;
  for (const { paragraphs } of readings) {
    const words = paragraphs.flat().map((word) => numbering.word(word));
    const pairs = numbering.runs(0, words, 1);
    await turn();
    const fours = numbering.runs(1, pairs, 2);
    await turn();
    const eights = numbering.runs(2, fours, 4);
    for (const run of eights) seen[run] = (seen[run] ?? 0) + 1;
    total += eights.length;
    await turn();
  }
  const repeated = seen.reduce((sum, count) => (count > 1 ? sum + count : sum), 0);
  return { share: total === 0 ? 0 : Math.round((repeated / total) * 1e5) / 1e5, runs: total };
}
