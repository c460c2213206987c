import type { QualitySheet } from "../../contract/quality.ts";
import { measureCitations } from "./citations.ts";
import { measureDuplicates } from "./duplicates.ts";
import { measureLanguage } from "./language.ts";
import { measureLength } from "./length.ts";
import { type Reading, readChapter } from "./reading.ts";
import { measureRepetition } from "./repetition.ts";
import { measureStructure } from "./structure.ts";

export type Measured = {
  /** Of the book. */
  language: string;
  orderedAt: Date;
  /** `asked` is the budget of each, in words. */
  chapters: { position: number; content: string; asked: number; words: number; startedAt: Date; finishedAt: Date }[];
};

/** The quality sheet of a finished book, from its text alone. Gives others their turn as it goes. */
export async function measureQuality({ language, orderedAt, chapters }: Measured): Promise<QualitySheet> {
  const readings: Reading[] = [];
  for (const { position, content } of chapters) readings.push(await readChapter(position, content));
  const finished = Math.max(orderedAt.getTime(), ...chapters.map(({ finishedAt }) => finishedAt.getTime()));
  return {
    length: measureLength(chapters.map(({ position, asked, words }) => ({ position, asked, words }))),
    repetition: await measureRepetition(readings),
    duplicates: await measureDuplicates(readings),
    structure: measureStructure(readings),
    language: await measureLanguage(readings, language),
    citations: measureCitations(readings),
    time: {
      total_ms: finished - orderedAt.getTime(),
      chapters_ms: chapters.reduce(
        (sum, { startedAt, finishedAt }) => sum + finishedAt.getTime() - startedAt.getTime(),
        0,
      ),
    },
  };
}
