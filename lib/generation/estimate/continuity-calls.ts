import type { BookBrief } from "../brief/book-brief.ts";
import type { BookOutline } from "../brief/book-outline.ts";
import { learntWords } from "../continuity/learn.ts";
import type { Bound } from "../money/token-estimates.ts";
import { continuityPrompt } from "../prompts/continuity.ts";
import type { ExpectedCalls } from "./forecast.ts";

const charactersPerWord = 6.2;
/** The words of an answer, and the characters that it adds to the bible which the chapters after it are told. */
const answers = {
  low: { words: 60, told: 200 },
  likely: { words: 250, told: 700 },
  high: { words: learntWords, told: 1500 },
};
const mostTold = 12_000;

/** The calls of a book whose chapters are written in order: each is read once, and told what those before it have set. */
export function inOrderIfAsked(
  calls: ExpectedCalls[],
  { request, outline, bound, count }: { request: BookBrief; outline: BookOutline; bound: Bound; count: number },
): ExpectedCalls[] {
  if (!request.isSequential) return calls;
  const { words, told: added } = answers[bound];
  const told = Math.min((count / 2) * added, mostTold);
  const text = "x".repeat(Math.round(request.words * charactersPerWord));
  const { system, prompt } = continuityPrompt({ request, outline, position: 1, text, entries: [] });
  return [
    ...calls.map((call) =>
      call.role === "chapter"
        ? { ...call, promptCharacters: call.promptCharacters + told, inOrder: true as const }
        : call,
    ),
    {
      role: "review",
      times: count,
      words,
      promptCharacters: system.length + prompt.length + told,
      inOrder: true,
      reads: true,
    },
  ];
}
