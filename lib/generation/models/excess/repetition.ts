import { createRuns } from "./runs.ts";
import { createTokenizer, type Token } from "./tokens.ts";

/** What is new weighs more than what was said, or exercises under one instruction would add up. */
const weightOfNew = 3;
/** Less may be an announcement, before a text that is known. */
const minKnownCharacters = 240;
const maxFreshCharacters = 200;
/** A model takes up the last sentences again before it goes on. */
const takenUpCharacters = 600;

/** The characters since something new was said. */
class Stretch {
  length = 0;
  start = 0;

  add(isOld: boolean, characters: number, start: number): void {
    if (isOld && this.length === 0) this.start = start;
    this.length = isOld ? this.length + characters : Math.max(0, this.length - weightOfNew * characters);
  }
}

type Options = {
  /** The characters in which something new has to be said. */
  maxStretch: number;
  /** The text that is to be continued. */
  written?: string | undefined;
};

/**
 * Reads the tokens of a text while it comes, in a time that grows with its length alone. What is said a second time may be
 * a refrain, a list told again or a program put together; what is said three times and more, with nothing new between, is
 * a loop.
 * @returns gives, once the text says nothing new any more, the place where its first repetition begins
 */
export function createRepetitionReader({ maxStretch, written = "" }: Options): (token: Token) => number | undefined {
  const runOf = createRuns();
  const known = new Set<number>();
  for (const token of createTokenizer()(written.slice(0, -takenUpCharacters))) known.add(runOf(token)?.hash ?? 0);
  const times = new Map<number, number>();
  const again = new Stretch();
  const often = new Stretch();
  let knownCharacters = 0;
  let freshCharacters = 0;
  let end = 0;
  return (token) => {
    const characters = token.end - end;
    end = token.end;
    const run = runOf(token);
    if (!run) return undefined;
    const isKnown = known.has(run.hash);
    if (isKnown) knownCharacters += characters;
    else freshCharacters += characters;
    const isCopy = knownCharacters >= minKnownCharacters && freshCharacters <= maxFreshCharacters;
    if (isCopy && isKnown && token.gap.includes("\n")) return 0;
    const before = (times.get(run.hash) ?? 0) + (isKnown ? 1 : 0);
    times.set(run.hash, (times.get(run.hash) ?? 0) + 1);
    again.add(before > 0, characters, run.start);
    often.add(before > 1, characters, run.start);
    return often.length > maxStretch ? Math.max(0, again.start) : undefined;
  };
}
