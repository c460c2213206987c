import { Numbering } from "./numbering.ts";
import { similarity } from "./similarity.ts";

const minWordsExact = 25;
const minWordsNear = 30;
/** The Jaccard index of shingles of three words from which paragraphs are near duplicates. */
const minSimilarity = 0.3;
/** Bounds for a book of copies: paragraphs that a shingle points to, and those that one is compared with. */
const maxParagraphsPerShingle = 64;
const maxCompared = 20;

export type ParagraphWords = { words: string[] };
/** A similarity of 1 is word for word. */
export type Repeated<Paragraph> = { of: Paragraph; similarity: number };

export class ParagraphIndex<Paragraph extends ParagraphWords> {
  readonly #numbering = new Numbering();
  readonly #byText = new Map<string, Paragraph>();
  readonly #known: { paragraph: Paragraph; shingles: Set<number> }[] = [];
  readonly #placesByShingle: number[][] = [];

  /** Leaves out a paragraph that repeats another. @param isComparable is not asked for exact copies */
  add(paragraph: Paragraph, isComparable?: (earlier: Paragraph) => boolean): Repeated<Paragraph> | undefined {
    const { words } = paragraph;
    if (words.length < minWordsExact) return undefined;
    const text = words.join(" ");
    const first = this.#byText.get(text);
    if (first !== undefined) return { of: first, similarity: 1 };
    this.#byText.set(text, paragraph);
    if (words.length < minWordsNear) return undefined;
    const shingles = this.#shinglesOf(words);
    const closest = this.#closest(shingles, isComparable);
    if (closest && closest.similarity >= minSimilarity) return closest;
    this.#remember(paragraph, shingles);
    return undefined;
  }

  #shinglesOf(words: string[]): Set<number> {
    const numbers = words.map((word) => this.#numbering.word(word));
    const pairs = this.#numbering.runs(0, numbers, 1);
    return new Set(pairs.slice(0, -1).map((pair, index) => this.#numbering.pair(1, [pair, numbers[index + 2] ?? 0])));
  }

  #closest(shingles: Set<number>, isComparable = (_earlier: Paragraph) => true): Repeated<Paragraph> | undefined {
    const shared = new Map<number, number>();
    for (const shingle of shingles)
      for (const at of this.#placesByShingle[shingle] ?? []) {
        const known = this.#known[at];
        if (known && isComparable(known.paragraph)) shared.set(at, (shared.get(at) ?? 0) + 1);
      }
    const likely = [...shared].sort((a, b) => b[1] - a[1]).slice(0, maxCompared);
    const found = likely.flatMap(([at]) => {
      const known = this.#known[at];
      return known ? [{ of: known.paragraph, similarity: similarity(shingles, known.shingles) }] : [];
    });
    return found.sort((a, b) => b.similarity - a.similarity)[0];
  }

  #remember(paragraph: Paragraph, shingles: Set<number>): void {
    for (const shingle of shingles) {
      this.#placesByShingle[shingle] ??= [];
      if (this.#placesByShingle[shingle].length < maxParagraphsPerShingle)
        this.#placesByShingle[shingle].push(this.#known.length);
    }
    this.#known.push({ paragraph, shingles });
  }
}
