import { Numbering } from "./numbering.ts";
import { similarity } from "./similarity.ts";

/** From so many words on, a paragraph said again word for word counts, and one said again nearly. */
const minWordsExact = 25;
const minWordsNear = 30;
/** Paragraphs at least this similar (3-shingles, Jaccard) say the same thing. */
const minSimilarity = 0.3;
/** A shingle points to this many paragraphs at most, a paragraph is compared with this many: bounds for a book of copies. */
const maxPointers = 64;
const maxCompared = 20;

/** A paragraph, by its words in lower case. */
export type Said = { words: string[] };
/** A paragraph that an earlier one said; 1 is word for word. */
export type Repeated<Paragraph> = { of: Paragraph; similarity: number };

/** Paragraphs, and which of them say again what an earlier one said. */
export class ParagraphIndex<Paragraph extends Said> {
  readonly #numbering = new Numbering();
  readonly #verbatim = new Map<string, Paragraph>();
  readonly #known: { paragraph: Paragraph; shingles: Set<number> }[] = [];
  /** By shingle. */
  readonly #where: number[][] = [];

  /**
   * Takes a paragraph.
   * @param isComparable which earlier ones it may say again nearly; word for word, it may any
   * @returns what it says again; the first to say something is what others are compared with
   */
  add(paragraph: Paragraph, isComparable?: (earlier: Paragraph) => boolean): Repeated<Paragraph> | undefined {
    const { words } = paragraph;
    if (words.length < minWordsExact) return undefined;
    const text = words.join(" ");
    const first = this.#verbatim.get(text);
    if (first !== undefined) return { of: first, similarity: 1 };
    this.#verbatim.set(text, paragraph);
    if (words.length < minWordsNear) return undefined;
    const shingles = this.#shinglesOf(words);
    const closest = this.#closest(shingles, isComparable);
    if (closest && closest.similarity >= minSimilarity) return closest;
    this.#remember(paragraph, shingles);
    return undefined;
  }

  #shinglesOf(words: string[]): Set<number> {
    const numbers = words.map((word) => this.#numbering.word(word));
    const twos = this.#numbering.runs(0, numbers, 1);
    return new Set(twos.slice(0, -1).map((two, at) => this.#numbering.pair(1, [two, numbers[at + 2] ?? 0])));
  }

  #closest(shingles: Set<number>, isComparable = (_earlier: Paragraph) => true): Repeated<Paragraph> | undefined {
    const shared = new Map<number, number>();
    for (const shingle of shingles)
      for (const at of this.#where[shingle] ?? []) {
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
      this.#where[shingle] ??= [];
      if (this.#where[shingle].length < maxPointers) this.#where[shingle].push(this.#known.length);
    }
    this.#known.push({ paragraph, shingles });
  }
}
