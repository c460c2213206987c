import type { QualitySheet } from "../../contract/quality.ts";
import { ParagraphIndex, type Repeated } from "../../document/duplicates.ts";
import { paragraphWordsOf } from "../../document/words.ts";
import { yieldToEventLoop } from "../../yield.ts";
import { type MeasuredChapter, nodesOf } from "./measured.ts";

const paragraphsPerYield = 5;

export type ChapterParagraph = { chapter: number; words: string[] };
export type Repeat<Paragraph extends ChapterParagraph> = Repeated<Paragraph> & { paragraph: Paragraph };

/** Finds exact copies anywhere, near ones only in another chapter. */
export async function findRepeats<Paragraph extends ChapterParagraph>(
  paragraphs: Paragraph[],
): Promise<Repeat<Paragraph>[]> {
  const index = new ParagraphIndex<Paragraph>();
  const repeats: Repeat<Paragraph>[] = [];
  for (const [nth, paragraph] of paragraphs.entries()) {
    if (nth % paragraphsPerYield === paragraphsPerYield - 1) await yieldToEventLoop();
    const repeated = index.add(paragraph, ({ chapter }) => chapter !== paragraph.chapter);
    if (repeated) repeats.push({ paragraph, ...repeated });
  }
  return repeats;
}

export async function measureDuplicates(chapters: MeasuredChapter[]): Promise<QualitySheet["duplicates"]> {
  const all = chapters.flatMap((chapter) =>
    nodesOf(chapter)
      .flatMap(paragraphWordsOf)
      .map((words) => ({ chapter: chapter.position, words })),
  );
  const repeats = await findRepeats(all);
  const pairs = repeats
    .filter(({ paragraph, of }) => paragraph.chapter !== of.chapter)
    .map(({ paragraph, of, similarity }) => ({
      chapter: paragraph.chapter,
      other: of.chapter,
      similarity: Math.round(similarity * 100) / 100,
    }));
  const exact = repeats.filter(({ paragraph, of }) => paragraph.words.join(" ") === of.words.join(" ")).length;
  return {
    exact,
    near: repeats.length - exact,
    closest: pairs.sort((a, b) => b.similarity - a.similarity).slice(0, 10),
  };
}
