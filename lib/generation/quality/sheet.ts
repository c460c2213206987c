import type { QualitySheet } from "../../contract/quality.ts";
import type { Genre } from "../../contract/values.ts";
import type { VoiceSheet } from "../../contract/voice.ts";
import type { Document } from "../../document/document.ts";
import type { Source } from "../citations/source.ts";
import { traitsOf } from "../genre/traits-of.ts";
import { measureCitations } from "./citations.ts";
import { measureDuplicates } from "./duplicates.ts";
import { measureLanguage } from "./language.ts";
import { measureLength } from "./length.ts";
import type { MeasuredChapter } from "./measured.ts";
import { measureRepetition } from "./repetition.ts";
import { measureStructure } from "./structure.ts";
import { measureStyle } from "./style/style.ts";
import { measureAgainst } from "./voice.ts";

export type Measured = {
  language: string;
  genre?: Genre;
  /** Where it is not the genre's. */
  lengthTolerance?: number;
  voice?: VoiceSheet | undefined;
  orderedAt: Date;
  chapters: FinishedChapter[];
  sources: Pick<Source, "number" | "url">[];
};
type FinishedChapter = MeasuredChapter & {
  /** Differs from `document` where something is cited; only citations are measured in it. */
  delivered?: Document;
  asked: number;
  words: number;
  startedAt: Date;
  finishedAt: Date;
};

/** Yields to the event loop as it goes. */
export async function measureQuality({
  language,
  genre,
  lengthTolerance = traitsOf(genre).lengthTolerance,
  voice,
  orderedAt,
  chapters,
  sources,
}: Measured): Promise<Omit<QualitySheet, "warnings">> {
  const delivered = chapters.map(({ position, document, delivered = document }) => ({ position, document: delivered }));
  const finished = Math.max(orderedAt.getTime(), ...chapters.map(({ finishedAt }) => finishedAt.getTime()));
  return {
    length: measureLength(
      chapters.map(({ position, asked, words }) => ({ position, asked, words })),
      lengthTolerance,
    ),
    repetition: await measureRepetition(chapters),
    duplicates: await measureDuplicates(chapters),
    structure: measureStructure(chapters, genre),
    style: await measureStyle(chapters, language, genre),
    ...(voice && { voice: await measureAgainst(voice, chapters, language) }),
    language: await measureLanguage(chapters, language),
    citations: measureCitations({ delivered, written: chapters, sources }),
    time: {
      total_ms: finished - orderedAt.getTime(),
      chapters_ms: chapters.reduce(
        (sum, { startedAt, finishedAt }) => sum + finishedAt.getTime() - startedAt.getTime(),
        0,
      ),
    },
  };
}
