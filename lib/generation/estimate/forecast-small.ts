import type { BookBrief } from "../brief/book-brief.ts";
import { traitsOf } from "../genre/traits-of.ts";
import type { Bound } from "../money/token-estimates.ts";
import { detailsPrompt, titlesPrompt } from "../prompts/outline-part.ts";
import { sectionPrompt } from "../prompts/section.ts";
import { inOrderIfAsked } from "./continuity-calls.ts";
import type { ExpectedCalls } from "./forecast.ts";

const chaptersPerCall = { low: 10, likely: 6, high: 3 };
const titleCalls = { low: 1, likely: 1, high: 2 };
/** Its sections, and one more where it stays too short. */
const callsPerChapter = { low: 2, likely: 4, high: 5 };
/** The exercises of a lesson, and their answers. */
const callsForExercises = 2;
const wordsOf = { title: 12, details: 80 };
const pointCharacters = 80;

const sizeOf = ({ system, prompt }: { system: string; prompt: string }) => system.length + prompt.length;

/** The calls for a small model, which is asked for a plan in parts and for a chapter by sections. */
export function callsOfSmallModel(request: BookBrief, bound: Bound, count: number): ExpectedCalls[] {
  const titles = Array.from({ length: count }, (_, index) => `${index} ${"x".repeat(40)}`);
  const point = "x".repeat(pointCharacters);
  const described = Math.min(count, chaptersPerCall[bound]);
  const { need } = traitsOf(request.genre);
  const calls = callsPerChapter[bound] + (need === "exercises" ? callsForExercises : 0);
  const words = Math.round(request.words / calls);
  const chapters = titles.map((title) => ({ title, description: "", key_points: [point], defines: [], elsewhere: [] }));
  const outline = { title: point, chapters };
  const section = { request, outline, position: 1, point, before: [point, point], words };
  const expected: ExpectedCalls[] = [
    {
      role: "outline",
      times: titleCalls[bound],
      words: wordsOf.title * count,
      promptCharacters: sizeOf(titlesPrompt({ request, notes: "", found: [], count })),
    },
    {
      role: "outline",
      times: Math.ceil(count / described),
      words: wordsOf.details * described,
      promptCharacters: sizeOf(detailsPrompt({ request, notes: "", titles, first: 1, count: described })),
    },
    { role: "chapter", times: calls * count, words, promptCharacters: sizeOf(sectionPrompt(section)) },
  ];
  return inOrderIfAsked(expected, { request, outline, bound, count });
}
