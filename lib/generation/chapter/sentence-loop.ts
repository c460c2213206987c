import { sentencesOf } from "../../document/sentences.ts";
import { wordsIn } from "../../document/words.ts";
import { minWords } from "./said.ts";

const maxPeriod = 4;
const maxTimes = 2;
/** A sentence of so many words says nothing by being said again in its own paragraph. */
const minLongWords = 15;

const isEven = (sentence: string, mark: RegExp) => (sentence.match(mark)?.length ?? 0) % 2 === 0;
/** Without such a sentence, no half of any markup is left behind. */
const isWhole = (sentence: string) =>
  isEven(sentence, /\*+/g) &&
  isEven(sentence, /_+/g) &&
  isEven(sentence, /`+/g) &&
  sentence.split("[").length === sentence.split("]").length;

/** Takes out of paragraphs what goes round in them: the same one to four sentences at once again, for the third time. */
export class SentenceLoop {
  #before: { key: string; words: number }[] = [];
  /** By period: how many sentences in a row were those of one turn before. */
  #same: number[] = [];
  readonly #times = new Map<string, number>();
  readonly #isSmall: boolean;

  /**
   * @param isSmall a small model says a sentence inside its paragraphs three times on no purpose, wherever they stand, and
   * a long one twice in one paragraph
   */
  constructor(isSmall: boolean) {
    this.#isSmall = isSmall;
  }

  /** What stands between, in whatever form, is something new. */
  reset(): void {
    this.#before = [];
    this.#same = [];
  }

  takeNew(paragraph: string): string {
    const sentences = sentencesOf(paragraph);
    const long = new Set<string>();
    const kept = sentences.filter((sentence) => {
      const words = wordsIn(sentence.toLocaleLowerCase("fr"));
      const key = words.join(" ");
      const goesRound = this.#add({ key, words: words.length });
      const times = (this.#times.get(key) ?? 0) + 1;
      this.#times.set(key, times);
      const isSaidTooOften = this.#isSmall && sentences.length > 1 && words.length >= minWords && times > maxTimes;
      const isSaidHere = this.#isSmall && words.length >= minLongWords && long.has(key);
      if (words.length >= minLongWords) long.add(key);
      return !(goesRound || isSaidTooOften || isSaidHere) || !isWhole(sentence);
    });
    return kept.length === sentences.length ? paragraph : kept.join("").trimEnd();
  }

  #add(sentence: { key: string; words: number }): boolean {
    let goesRound = false;
    for (let period = 1; period <= maxPeriod; period++) {
      const isSame = this.#before.at(-period)?.key === sentence.key;
      const same = isSame ? (this.#same[period] ?? 0) + 1 : 0;
      this.#same[period] = same;
      const turn = this.#before.slice(-period);
      goesRound ||= same > period * (maxTimes - 1) && turn.some(({ words }) => words >= minWords);
    }
    this.#before = [...this.#before.slice(1 - maxPeriod), sentence];
    return goesRound;
  }
}
