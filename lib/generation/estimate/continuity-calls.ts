import type { BookBrief } from "../brief/book-brief.ts";
import type { BookOutline } from "../brief/book-outline.ts";
import { learntWords } from "../continuity/learn.ts";
import { continuityPrompt } from "../prompts/continuity.ts";
import type { ExpectedCalls } from "./forecast.ts";

const charactersPerWord = 6.2;
/** What a chapter adds to the bible that those after it are told, and how much of one is told at most. */
const toldPerChapter = 900;
const mostTold = 12_000;

/** The calls of a book whose chapters are written in order: each is read once, and told what those before it have set. */
export function inOrderIfAsked(
  calls: ExpectedCalls[],
  { request, outline }: { request: BookBrief; outline: BookOutline },
  count: number,
): ExpectedCalls[] {
  if (!request.isSequential) return calls;
  const told = Math.min((count / 2) * toldPerChapter, mostTold);
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
      words: learntWords,
      promptCharacters: system.length + prompt.length + told,
      inOrder: true,
      reads: true,
    },
  ];
}
