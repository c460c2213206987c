import { Failure, type FailureCode } from "../failure.ts";
import type { Answer } from "./answer.ts";
import type { Ask, Question } from "./ask.ts";

/** The model's own faults, on which no text of the book depends. */
const harmless: ReadonlySet<FailureCode> = new Set([
  "context",
  "cut",
  "empty",
  "filter",
  "refusal",
  "thinking",
  "unreadable",
]);

/** @returns undefined for an answer that is none @throws {Failure} for any other fault */
export async function askTolerantly(ask: Ask, question: Question): Promise<Answer | undefined> {
  try {
    return await ask(question);
  } catch (error) {
    if (error instanceof Failure && harmless.has(error.code)) return undefined;
    throw error;
  }
}
