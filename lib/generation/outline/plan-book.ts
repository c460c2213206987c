import type { BookBrief } from "../brief/book-brief.ts";
import type { BookOutline } from "../brief/book-outline.ts";
import { Failure } from "../failure.ts";
import type { Ask, Question } from "../models/ask.ts";
import { readJsonAnswer } from "../models/json.ts";
import { outlinePrompt } from "../prompts/outline.ts";
import { repairOutlinePrompt } from "../prompts/repair-outline.ts";
import { OutlineAnswer, OutlineShape, readOutline, settleOutline } from "./answer.ts";
import { decidedOutline, typedTexts, withGiven } from "./given.ts";
import { languageProblems } from "./language.ts";
import { type OutlineProblems, outlineProblems } from "./problems.ts";

const maxRepairs = 2;

export const outlineWords = (chapters = 10): number => 150 * chapters;

type CheckedAnswer = OutlineProblems & { outline?: BookOutline };

async function checkAnswer(text: string, request: BookBrief): Promise<CheckedAnswer> {
  const answered = readJsonAnswer(text, OutlineAnswer);
  if ("problems" in answered) return { blocking: answered.problems, minor: [] };
  const outline = withGiven(readOutline(answered.value, request), request.given);
  const typed = typedTexts(request);
  const { blocking, minor } = outlineProblems(outline, request.chapters, typed);
  const foreign = await languageProblems(outline, request.language ?? "fr", typed);
  return { outline, blocking: [...blocking, ...foreign], minor };
}

const betterOf = (best: CheckedAnswer | undefined, checked: CheckedAnswer) =>
  checked.outline && checked.blocking.length === 0 && !(best && best.minor.length < checked.minor.length)
    ? checked
    : best;

/** Takes the best usable outline after at most two repairs. @throws {Failure} when none is usable */
export async function planBook(
  request: BookBrief,
  tools: { ask: Ask; notes: string | undefined },
): Promise<BookOutline> {
  const decided = decidedOutline(request);
  if (decided) return decided;
  const question: Question = {
    context: { role: "outline", request },
    ...outlinePrompt({ request, ...(tools.notes && { notes: tools.notes }) }),
    shape: OutlineShape,
    words: outlineWords(request.chapters),
  };
  let { text } = await tools.ask(question);
  let checked = await checkAnswer(text, request);
  let best = betterOf(undefined, checked);
  for (let round = 0; round < maxRepairs && checked.blocking.length + checked.minor.length > 0; round++) {
    const problems = [...checked.blocking, ...checked.minor];
    ({ text } = await tools.ask({
      ...question,
      context: { role: "review", request },
      ...repairOutlinePrompt({ request, answer: text, problems }),
    }));
    checked = await checkAnswer(text, request);
    best = betterOf(best, checked);
  }
  if (best?.outline) return settleOutline(best.outline);
  throw new Failure("outline", `Le plan proposé par le modèle est inutilisable. ${checked.blocking.join(" ")}`);
}
