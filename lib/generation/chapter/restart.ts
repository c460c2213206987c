import type { Said } from "./said.ts";

const maxPeriod = 6;
const maxComing = 5 * maxPeriod;
/** How often in a row what is set apart, or a single line, may come. */
const maxInARow = { piece: 3, line: 2 };
/** A run as long as that is nobody's refrain, wherever it stands. */
const longRun = { blocks: 3, words: 150 };
const fromTheStart = { blocks: 2, words: 80 };
const maxRunBlocks = 60;

const sameAt = (one: Said[], at: number, other: Said[], from: number, count: number): boolean =>
  at >= 0 && Array.from({ length: count }).every((_, index) => one[at + index]?.key === other[from + index]?.key);

const isSubstance = ({ kind }: Said) => kind !== "heading" && kind !== "short";
const proseIn = (blocks: Said[]) => blocks.filter(({ kind }) => kind === "prose");
const wordsOf = (blocks: Said[]) => blocks.reduce((sum, { words }) => sum + words, 0);

/** @returns the number of blocks from `at` that say at once again what the text before them just said; 0 for none */
function turn(before: Said[], next: Said[], at: number, timesOf: (cycle: Said[]) => number): number {
  for (let period = 1; period <= maxPeriod && period <= before.length; period++) {
    if (!sameAt(before, before.length - period, next, at, period)) continue;
    const cycle = next.slice(at, at + period);
    const times = timesOf(cycle);
    const copies = Array.from({ length: times }, (_, index) => before.length - period * (index + 1));
    if (times > 0 && copies.every((start) => sameAt(before, start, next, at, period))) return period;
  }
  return 0;
}

const timesOfProse = (cycle: Said[]) => (proseIn(cycle).length > 0 ? 1 : 0);
const timesOfPieces = (cycle: Said[]) => {
  if (proseIn(cycle).length > 0 || !cycle.some(isSubstance)) return 0;
  return cycle.some(({ kind }) => kind === "piece") ? maxInARow.piece : maxInARow.line;
};

/** Tells what of a text's next blocks only takes up again what stands before them. */
export class Restarts {
  readonly #before: Said[] = [];
  /** Without headings, and short lines already said: between two copies they are nothing new. */
  readonly #substance: Said[] = [];
  readonly #places = new Map<string, { first: number; last: number }>();

  #start = 0;

  get isEmpty(): boolean {
    return this.#substance.length === 0;
  }

  has({ key }: Said): boolean {
    return this.#places.has(key);
  }

  add(said: Said): void {
    const isNew = this.#saysSomething(said);
    const at = this.#before.push(said) - 1;
    const first = this.#places.get(said.key)?.first ?? at;
    this.#places.set(said.key, { first, last: at });
    if (isNew) this.#substance.push(said);
    else if (this.isEmpty) this.#start = at + 1;
  }

  #saysSomething(said: Said): boolean {
    return isSubstance(said) || (said.kind === "short" && !this.has(said));
  }

  /** @returns the indexes of the blocks from `at` that go round, or begin the text again */
  find(next: Said[], at: number): number[] {
    const run = this.#runAt(next, at);
    if (run > 0) return Array.from({ length: run }, (_, index) => at + index);
    const pieces = turn(this.#before, next, at, timesOfPieces);
    if (pieces > 0) return Array.from({ length: pieces }, (_, index) => at + index);
    if (!next[at] || !isSubstance(next[at])) return [];
    const coming = next
      .slice(at, at + maxComing)
      .flatMap((said, index) => (this.#saysSomething(said) ? [{ said, index }] : []));
    const said = coming.map((one) => one.said);
    return coming.slice(0, turn(this.#substance, said, 0, timesOfProse)).map(({ index }) => at + index);
  }

  /** A chapter that begins again says the same blocks in the same order. */
  #runAt(next: Said[], at: number): number {
    const place = this.#places.get(next[at]?.key ?? "");
    if (!place) return 0;
    const runs = [place.first, place.last].map((from) => {
      let length = 0;
      while (
        length < maxRunBlocks &&
        from + length < this.#before.length &&
        this.#before[from + length]?.key === next[at + length]?.key
      )
        length += 1;
      const prose = proseIn(next.slice(at, at + length));
      const least = from <= this.#start ? fromTheStart : longRun;
      return prose.length >= least.blocks && wordsOf(prose) >= least.words ? length : 0;
    });
    return Math.max(...runs);
  }
}
