import type { QualitySheet } from "../../contract/quality.ts";
import { ParagraphIndex, type Repeated } from "../../document/duplicates.ts";
import { paragraphWordsOf } from "../../document/words.ts";
import { yieldToEventLoop } from "../../yield.ts";
import { type MeasuredChapter, nodesOf } from "./measured.ts";

const paragraphsAtATurn = 5;

/** A paragraph, by its words in lower case. */
export type Said = { chapter: number; words: string[] };
/** A paragraph that says again what one before it said. */
export type Repeat<Paragraph extends Said> = Repeated<Paragraph> & { paragraph: Paragraph };

/**
 * The paragraphs, in order, that say again what an earlier one said: word for word anywhere, or nearly in another chapter.
 * Yields to the event loop as it goes.
 */
export async function findRepeats<Paragraph extends Said>(paragraphs: Paragraph[]): Promise<Repeat<Paragraph>[]> {
  const index = new ParagraphIndex<Paragraph>();
  const repeats: Repeat<Paragraph>[] = [];
  for (const [nth, paragraph] of paragraphs.entries()) {
    if (nth % paragraphsAtATurn === paragraphsAtATurn - 1) await yieldToEventLoop();
    const repeated = index.add(paragraph, ({ chapter }) => chapter !== paragraph.chapter);
    if (repeated) repeats.push({ paragraph, ...repeated });
  }
  return repeats;
}

/** Counts the paragraphs that say again what the book said. */
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
