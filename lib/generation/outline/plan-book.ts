import type { BookBrief } from "../brief/book-brief.ts";
import type { BookOutline } from "../brief/book-outline.ts";
import { Failure } from "../failure.ts";
import type { Answer } from "../models/answer.ts";
import type { Ask, Question } from "../models/ask.ts";
import { outlinePrompt } from "../prompts/outline.ts";
import { repairOutlinePrompt } from "../prompts/repair-outline.ts";
import { OutlineShape, readOutline, settleOutline } from "./answer.ts";
import { decidedOutline, typedTexts, withGiven } from "./given.ts";
import { languageProblems } from "./language.ts";
import { planByTitles } from "./plan-by-titles.ts";
import { countProblems, type OutlineProblems, outlineProblems } from "./problems.ts";
import { readPlan } from "./read-plan.ts";

const maxRepairs = 2;
const chaptersPerCall = { small: 5, usual: 10 };

export const outlineWords = (chapters = 10): number => 150 * chapters;

type CheckedAnswer = OutlineProblems & { outline?: BookOutline };

async function checkAnswer({ text, ended }: Answer, request: BookBrief): Promise<CheckedAnswer> {
  const read = readPlan(text, ended !== "whole");
  if ("problems" in read) return { blocking: read.problems, minor: [] };
  const outline = settleOutline(withGiven(readOutline(read.plan, request), request.given));
  const typed = typedTexts(request);
  const { blocking, minor } = outlineProblems(outline, request.chapters, typed);
  const foreign = await languageProblems(outline, request.language ?? "fr", typed);
  return { outline, blocking: [...blocking, ...foreign], minor };
}

const betterOf = (best: CheckedAnswer | undefined, checked: CheckedAnswer) =>
  checked.outline && checked.blocking.length === 0 && !(best && best.minor.length < checked.minor.length)
    ? checked
    : best;

/** What a plan made by titles may lack: a chapter without a description is written from its title. */
async function checkByTitles(outline: BookOutline, request: BookBrief): Promise<string[]> {
  const typed = typedTexts(request);
  const written = outline.chapters.filter(({ description }) => description !== "");
  return [
    ...countProblems(outline.chapters.length, request.chapters),
    ...(await languageProblems({ ...outline, chapters: written }, request.language ?? "fr", typed)),
  ];
}

type PlanTools = {
  ask: Ask;
  notes: string | undefined;
  /** Asks for little at a time, and for no repairs: a small model gives its plan back unchanged. */
  isSmall?: boolean;
};

/** @throws {Failure} when no answer makes a usable outline */
export async function planBook(request: BookBrief, tools: PlanTools): Promise<BookOutline> {
  const decided = decidedOutline(request);
  if (decided) return decided;
  if (!tools.isSmall) return planAtOnce(request, tools);
  const outline = await planByTitles(request, { ...tools, chaptersPerCall: chaptersPerCall.small });
  const problems = outline
    ? await checkByTitles(outline, request)
    : ["Aucune réponse ne donne de titres de chapitres."];
  if (!outline || problems.length > 0) throw unusable(problems);
  return outline;
}

const unusable = (problems: string[], room = "") =>
  new Failure("outline", `Le plan proposé par le modèle est inutilisable. ${problems.join(" ")}${room}`);

/** Takes the best usable outline after at most two repairs; the second is asked by titles when nothing was usable. */
async function planAtOnce(request: BookBrief, tools: PlanTools): Promise<BookOutline> {
  const question: Question = {
    context: { role: "outline", request },
    ...outlinePrompt({ request, ...(tools.notes && { notes: tools.notes }) }),
    shape: OutlineShape,
    words: outlineWords(request.chapters),
  };
  let answer = await tools.ask(question);
  let checked = await checkAnswer(answer, request);
  let best = betterOf(undefined, checked);
  for (let round = 0; round < maxRepairs && checked.blocking.length + checked.minor.length > 0; round++) {
    if (answer.ended !== "whole" || (round > 0 && !checked.outline)) {
      const outline = await planByTitles(request, { ...tools, chaptersPerCall: chaptersPerCall.usual });
      if (outline && (await checkByTitles(outline, request)).length === 0) return outline;
      break;
    }
    const problems = [...checked.blocking, ...checked.minor];
    answer = await tools.ask({
      ...question,
      context: { role: "review", request },
      ...repairOutlinePrompt({ request, answer: answer.text, problems }),
    });
    checked = await checkAnswer(answer, request);
    best = betterOf(best, checked);
  }
  if (best?.outline) return best.outline;
  const room =
    answer.ended === "cut"
      ? " Le modèle s’arrête faute de place : agrandissez sa fenêtre de contexte, ou demandez moins de chapitres."
      : "";
  throw unusable(checked.blocking, room);
}
