/** One large map would block the event loop each time it grows; small ones grow one at a time. */
const shardCount = 64;

class Pairs {
  readonly #shards = Array.from({ length: shardCount }, () => new Map<number, number>());
  #size = 0;

  number(left: number, right: number): number {
    const shard = this.#shards[left % shardCount] ?? new Map<number, number>();
    const key = left * 2 ** 26 + right;
    const known = shard.get(key);
    if (known !== undefined) return known;
    shard.set(key, this.#size);
    this.#size += 1;
    return this.#size - 1;
  }
}

/** Gives equal words, and equal pairs of numbers below 2^26, the same number, without collisions. */
export class Numbering {
  readonly #words = new Map<string, number>();
  readonly #levels: Pairs[] = [];

  word(text: string): number {
    const known = this.#words.get(text);
    if (known !== undefined) return known;
    this.#words.set(text, this.#words.size);
    return this.#words.size - 1;
  }

  pair(level: number, [left, right]: [number, number]): number {
    this.#levels[level] ??= new Pairs();
    return this.#levels[level].number(left, right);
  }

  /** Pairs `numbers[i]` with `numbers[i + distance]`: distances 1, 2, 4 make runs of 2, 4, 8 words. */
  runs(level: number, numbers: number[], distance: number): number[] {
    return numbers
      .slice(0, Math.max(0, numbers.length - distance))
      .map((left, index) => this.pair(level, [left, numbers[index + distance] ?? 0]));
  }
}
