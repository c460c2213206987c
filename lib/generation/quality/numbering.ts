/** Gives equal things the same small number. Pairs of numbers below 2^26 are exact: no hash, no collision. */
export class Numbering {
  readonly #words = new Map<string, number>();
  readonly #pairs: Map<number, number>[] = [];

  word(text: string): number {
    const known = this.#words.get(text);
    if (known !== undefined) return known;
    this.#words.set(text, this.#words.size);
    return this.#words.size - 1;
  }

  /** `level` keeps apart pairs of different kinds. */
  pair(level: number, [left, right]: [number, number]): number {
    this.#pairs[level] ??= new Map();
    const pairs = this.#pairs[level];
    const key = left * 2 ** 26 + right;
    const known = pairs.get(key);
    if (known !== undefined) return known;
    pairs.set(key, pairs.size);
    return pairs.size - 1;
  }

  /** Runs of `numbers[i]` and `numbers[i + distance]`, numbered: words → runs of 2, 4, 8 by distance 1, 2, 4. */
  runs(level: number, numbers: number[], distance: number): number[] {
    return numbers
      .slice(0, Math.max(0, numbers.length - distance))
      .map((left, index) => this.pair(level, [left, numbers[index + distance] ?? 0]));
  }
}
