import { setImmediate } from "node:timers/promises";
import type { QualitySheet } from "../../contract/quality.ts";
import { exactFrom, nearFrom, similarity, threshold } from "../similarity.ts";
import { Numbering } from "./numbering.ts";
import type { Reading } from "./reading.ts";

/** A shingle points to this many paragraphs at most, a paragraph is compared with this many: bounds for a book of copies. */
const pointers = 64;
const compared = 20;

type Known = { chapter: number; shingles: Set<number> };

/** Finds, among the paragraphs of other chapters met before, the one most like this one. */
class Index {
  readonly #known: Known[] = [];
  readonly #where = new Map<number, number[]>();

  closest({ chapter, shingles }: Known): { other: number; similarity: number } | undefined {
    const shared = new Map<number, number>();
    for (const shingle of shingles)
      for (const at of this.#where.get(shingle) ?? [])
        if (this.#known[at]?.chapter !== chapter) shared.set(at, (shared.get(at) ?? 0) + 1);
    const likely = [...shared].sort((a, b) => b[1] - a[1]).slice(0, compared);
    const found = likely.flatMap(([at]) => {
      const known = this.#known[at];
      return known ? [{ other: known.chapter, similarity: similarity(shingles, known.shingles) }] : [];
    });
    return found.sort((a, b) => b.similarity - a.similarity)[0];
  }

  add(paragraph: Known) {
    for (const shingle of paragraph.shingles) {
      const places = this.#where.get(shingle) ?? [];
      if (places.length < pointers) places.push(this.#known.length);
      this.#where.set(shingle, places);
    }
    this.#known.push(paragraph);
  }
}

/** Counts the paragraphs that say again what an earlier chapter said: 3-shingles, Jaccard ≥ 0.30. */
export async function measureDuplicates(readings: Reading[]): Promise<QualitySheet["duplicates"]> {
  const numbering = new Numbering();
  const index = new Index();
  const verbatim = new Map<string, number>();
  const pairs: QualitySheet["duplicates"]["closest"] = [];
  let [exact, near] = [0, 0];
  for (const { position, paragraphs } of readings) {
    for (const [nth, words] of paragraphs.entries()) {
      if (nth % 20 === 19) await setImmediate();
      if (words.length < exactFrom) continue;
      const text = words.join(" ");
      const first = verbatim.get(text);
      if (first !== undefined) {
        if (first !== position) pairs.push({ chapter: position, other: first, similarity: 1 });
        exact++;
        continue;
      }
      verbatim.set(text, position);
      if (words.length < nearFrom) continue;
      const numbers = words.map((word) => numbering.word(word));
      const twos = numbering.runs(0, numbers, 1);
      const threes = twos.slice(0, -1).map((two, at) => numbering.pair(1, [two, numbers[at + 2] ?? 0]));
      const paragraph = { chapter: position, shingles: new Set(threes) };
      const closest = index.closest(paragraph);
      if (closest && closest.similarity >= threshold) {
        near++;
        pairs.push({ chapter: position, ...closest, similarity: Math.round(closest.similarity * 100) / 100 });
      }
      index.add(paragraph);
    }
  }
  return { exact, near, closest: pairs.sort((a, b) => b.similarity - a.similarity).slice(0, 10) };
}
