import type { QualitySheet } from "../../contract/quality.ts";
import type { Document } from "../../document/document.ts";
import { ParagraphIndex, type Repeated } from "../../document/duplicates.ts";
import { yieldToEventLoop } from "../../yield.ts";
import type { MeasuredChapter } from "./measured.ts";
import { type SaidText, saidIn } from "./said.ts";

const paragraphsPerYield = 5;
/** What may be said again is a fault where it is most of a chapter. */
const maxSetShare = 0.5;
/** What is said again is a fault where it weighs something in its chapter: a copy, or what only resembles another. */
const minShare = { copy: 0.015, like: 0.03 };
const minCopySimilarity = 0.6;

export type ChapterParagraph = SaidText & { chapter: number };
export type Repeat = Repeated<ChapterParagraph> & { paragraph: ChapterParagraph };

const sumOf = (texts: { words: string[] }[]) => texts.reduce((sum, { words }) => sum + words.length, 0);

/** Leaves out what no reader would mind in a chapter of so many words. */
function grave(repeats: Repeat[], words: number): Repeat[] {
  const isMostlySet = sumOf(repeats.map(({ paragraph }) => paragraph)) > words * maxSetShare;
  const share = sumOf(repeats.map(({ paragraph }) => paragraph).filter(({ isSet }) => !isSet)) / Math.max(1, words);
  return repeats.filter(({ paragraph, similarity }) =>
    paragraph.isSet ? isMostlySet : share >= (similarity >= minCopySimilarity ? minShare.copy : minShare.like),
  );
}

/** Finds exact copies anywhere, near ones of prose only in another chapter. */
export async function findRepeats(chapters: { position: number; document: Document }[]): Promise<Repeat[]> {
  const prose = new ParagraphIndex<ChapterParagraph>();
  const sets = new ParagraphIndex<ChapterParagraph>();
  const found: Repeat[] = [];
  let read = 0;
  for (const { position: chapter, document } of chapters) {
    const said = saidIn(document).map((text) => ({ ...text, chapter }));
    const repeats: Repeat[] = [];
    for (const paragraph of said) {
      if (read++ % paragraphsPerYield === paragraphsPerYield - 1) await yieldToEventLoop();
      const repeated = paragraph.isSet
        ? sets.add(paragraph, () => false)
        : prose.add(paragraph, (earlier) => earlier.chapter !== chapter);
      if (repeated) repeats.push({ paragraph, ...repeated });
    }
    found.push(...grave(repeats, sumOf(said)));
  }
  return found;
}

export async function measureDuplicates(chapters: MeasuredChapter[]): Promise<QualitySheet["duplicates"]> {
  const repeats = await findRepeats(chapters);
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
