import type { Token } from "./tokens.ts";

const runTokens = 8;
const recentNumbers = 4;

/** A number that follows one of those just before it counts what is said again, and is nothing new. */
function createNaming(): (text: string) => string {
  const recent: number[] = [];
  return (text) => {
    if (!/^\p{Nd}+$/u.test(text)) return text;
    const number = Number(text);
    const isCounter = recent.includes(number - 1);
    recent.push(number);
    if (recent.length > recentNumbers) recent.shift();
    return isCounter ? "+1" : text;
  };
}

/** Ends what stands before it. */
const closing = /^[.!?…»”)\]}]$/;

/** A run of tokens: the same hash, the same words. */
export type Run = { hash: number; start: number };

/** @returns gives each token the run that it ends; a rare collision of FNV-1a is one run among many */
export function createRuns(): (token: Token) => Run | undefined {
  const numbers = new Map<string, number>();
  const nameOf = createNaming();
  const recent: { number: number; start: number; isEnd: boolean }[] = [];
  return ({ text, start }) => {
    const name = nameOf(text);
    const number = numbers.get(name) ?? numbers.size;
    numbers.set(name, number);
    recent.push({ number, start, isEnd: closing.test(text) });
    if (recent.length > runTokens) recent.shift();
    const [first] = recent;
    if (!first || recent.length < runTokens) return undefined;
    const hash = recent.reduce((before, one) => Math.imul(before ^ one.number, 0x01000193) >>> 0, 0x811c9dc5);
    return { hash, start: (recent.find(({ isEnd }) => !isEnd) ?? first).start };
  };
}
