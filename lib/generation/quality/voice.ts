import type { QualitySheet } from "../../contract/quality.ts";
import type { VoiceSheet } from "../../contract/voice.ts";
import { measureVoice } from "../voice-measure/measure.ts";
import { occurrencesIn } from "../voice-measure/occurrences.ts";
import type { MeasuredChapter } from "./measured.ts";

function countAvoided(chapters: MeasuredChapter[], words: string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { document } of chapters)
    for (const [word, count] of occurrencesIn(document, words)) counts.set(word, (counts.get(word) ?? 0) + count);
  return counts;
}

/** Compares a book with the voice of its order. Yields to the event loop. */
export async function measureAgainst(
  asked: VoiceSheet,
  chapters: MeasuredChapter[],
  language: string,
): Promise<NonNullable<QualitySheet["voice"]>> {
  const measured = await measureVoice(
    chapters.map(({ document }) => document),
    language,
  );
  // Words of another language are not asked of the book.
  const isOwnLanguage = asked.language === undefined || asked.language === language;
  const counts = countAvoided(chapters, isOwnLanguage ? (asked.avoided ?? []) : []);
  const avoided = [...counts].map(([word, count]) => ({ word, count })).sort((a, b) => b.count - a.count);
  return { asked, measured, avoided };
}
