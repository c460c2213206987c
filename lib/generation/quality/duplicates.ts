import type { QualitySheet } from "../../contract/quality.ts";
import { yieldToEventLoop } from "../../yield.ts";
import { exactFrom, nearFrom, similarity, threshold } from "../text/similarity.ts";
import { Numbering } from "./numbering.ts";
import type { Reading } from "./reading.ts";

/** A shingle points to this many paragraphs at most, a paragraph is compared with this many: bounds for a book of copies. */
const pointers = 64;
const compared = 20;

/** A paragraph, by its words in lower case. */
export type Said = { chapter: number; words: string[] };
/** A paragraph that says again what one before it said; 1 is word for word. */
export type Repeat<Paragraph extends Said> = { paragraph: Paragraph; of: Paragraph; similarity: number };
type Known<Paragraph> = { paragraph: Paragraph; shingles: Set<number> };

/** Finds, among the paragraphs of other chapters met before, the one most like this one. */
class Index<Paragraph extends Said> {
  readonly #known: Known<Paragraph>[] = [];
  /** By shingle. */
  readonly #where: number[][] = [];

  closest({ paragraph, shingles }: Known<Paragraph>): Repeat<Paragraph> | undefined {
    const shared = new Map<number, number>();
    for (const shingle of shingles)
      for (const at of this.#where[shingle] ?? [])
        if (this.#known[at]?.paragraph.chapter !== paragraph.chapter) shared.set(at, (shared.get(at) ?? 0) + 1);
    const likely = [...shared].sort((a, b) => b[1] - a[1]).slice(0, compared);
    const found = likely.flatMap(([at]) => {
      const known = this.#known[at];
      return known ? [{ paragraph, of: known.paragraph, similarity: similarity(shingles, known.shingles) }] : [];
    });
    return found.sort((a, b) => b.similarity - a.similarity)[0];
  }

  add(known: Known<Paragraph>) {
    for (const shingle of known.shingles) {
      this.#where[shingle] ??= [];
      if (this.#where[shingle].length < pointers) this.#where[shingle].push(this.#known.length);
    }
    this.#known.push(known);
  }
}

/**
 * The paragraphs, in order, that say again what an earlier one said: word for word anywhere, or nearly (3-shingles,
 * Jaccard ≥ 0.30) in another chapter. Gives others their turn as it goes.
 */
export async function findRepeats<Paragraph extends Said>(paragraphs: Paragraph[]): Promise<Repeat<Paragraph>[]> {
  const numbering = new Numbering();
  const index = new Index<Paragraph>();
  const verbatim = new Map<string, Paragraph>();
  const repeats: Repeat<Paragraph>[] = [];
  for (const [nth, paragraph] of paragraphs.entries()) {
    if (nth % 5 === 4) await yieldToEventLoop();
    const { words } = paragraph;
    if (words.length < exactFrom) continue;
    const text = words.join(" ");
    const first = verbatim.get(text);
    if (first !== undefined) {
      repeats.push({ paragraph, of: first, similarity: 1 });
      continue;
    }
    verbatim.set(text, paragraph);
    if (words.length < nearFrom) continue;
    const numbers = words.map((word) => numbering.word(word));
    const twos = numbering.runs(0, numbers, 1);
    const threes = twos.slice(0, -1).map((two, at) => numbering.pair(1, [two, numbers[at + 2] ?? 0]));
    const known = { paragraph, shingles: new Set(threes) };
    const closest = index.closest(known);
    if (closest && closest.similarity >= threshold) repeats.push(closest);
    index.add(known);
  }
  return repeats;
}

/** Counts the paragraphs that say again what the book said. */
export async function measureDuplicates(readings: Reading[]): Promise<QualitySheet["duplicates"]> {
  const all = readings.flatMap(({ position, paragraphs }) => paragraphs.map((words) => ({ chapter: position, words })));
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
