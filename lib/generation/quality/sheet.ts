import type { QualitySheet } from "../../contract/quality.ts";
import type { Source } from "../citations/source.ts";
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
  chapters: MeasuredChapter[];
  sources: Pick<Source, "url">[];
};
type MeasuredChapter = {
  position: number;
  content: string;
  /** Where it differs: with its links and its list of sources, which only the citations are measured in. */
  delivered?: string;
  /** Its budget, in words. */
  asked: number;
  /** As it is delivered. */
  words: number;
  startedAt: Date;
  finishedAt: Date;
};

/** The quality sheet of a finished book, from its text alone. Gives others their turn as it goes. */
export async function measureQuality({ language, orderedAt, chapters, sources }: Measured): Promise<QualitySheet> {
  const [readings, delivered]: [Reading[], Reading[]] = [[], []];
  for (const chapter of chapters) {
    const reading = await readChapter(chapter.position, chapter.content);
    readings.push(reading);
    const { position, delivered: last = chapter.content } = chapter;
    delivered.push(last === chapter.content ? reading : await readChapter(position, last));
  }
  const finished = Math.max(orderedAt.getTime(), ...chapters.map(({ finishedAt }) => finishedAt.getTime()));
  return {
    length: measureLength(chapters.map(({ position, asked, words }) => ({ position, asked, words }))),
    repetition: await measureRepetition(readings),
    duplicates: await measureDuplicates(readings),
    structure: measureStructure(readings),
    language: await measureLanguage(readings, language),
    citations: measureCitations(delivered, sources),
    time: {
      total_ms: finished - orderedAt.getTime(),
      chapters_ms: chapters.reduce(
        (sum, { startedAt, finishedAt }) => sum + finishedAt.getTime() - startedAt.getTime(),
        0,
      ),
    },
  };
}
