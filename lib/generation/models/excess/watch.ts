import type { AnswerPart } from "../answer-reader.ts";
import { createExcessReader, type Excess, type Expected, type Kind } from "./excess.ts";

/** Reads an answer and its thoughts, each for itself: what was thought may be said again. */
export function createWatch(expected: Expected) {
  const thoughts = createExcessReader("thoughts", expected);
  let kind: Kind | undefined;
  let read = thoughts;
  let start = 0;
  return {
    /** Reads thoughts that came in a field of their own. */
    thoughts(delta: string): Excess | undefined {
      const excess = thoughts(delta);
      return excess && { ...excess, kept: Number.POSITIVE_INFINITY };
    },
    /** @returns the excess of the answer, by its place in all that was said; of thoughts in it, with nothing kept */
    text(delta: string, part: AnswerPart): Excess | undefined {
      const isNew = part.kind !== kind;
      if (isNew) {
        kind = part.kind;
        read = createExcessReader(kind, expected);
        start = part.said - (kind === "thoughts" ? delta : part.text).length;
      }
      const excess = read(isNew && kind !== "thoughts" ? part.text : delta);
      return excess && { ...excess, kept: start + excess.kept };
    },
  };
}
