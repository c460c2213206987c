import { outlineLimits } from "../../contract/limits.ts";
import type { BookBrief } from "../brief/book-brief.ts";
import type { BookOutline } from "../brief/book-outline.ts";
import type { ToldBefore } from "../brief/origin.ts";
import type { GivenPassage } from "../citations/source.ts";
import { Failure } from "../failure.ts";
import type { Answer } from "../models/answer.ts";
import type { Ask, Question } from "../models/ask.ts";
import { roomFor, tokensOf } from "../models/room.ts";
import { worded } from "../prompts/language.ts";
import { outlinePrompt } from "../prompts/outline.ts";
import { repairOutlinePrompt } from "../prompts/repair-outline.ts";
import { type OutlineAnswer, OutlineShape, readOutline, settleOutline } from "./answer.ts";
import { decidedOutline, plannedOf, typedTexts, withGiven } from "./given.ts";
import { languageProblems } from "./language.ts";
import { planInParts } from "./plan-in-parts.ts";
import type { Problem } from "./problem.ts";
import { isNoTitle, outlineProblems } from "./problems.ts";
import { readPart } from "./read-part.ts";
import { readPlan } from "./read-plan.ts";

const maxRepairs = 2;

export const outlineWords = (chapters = 10): number => 150 * chapters;

type CheckedAnswer = { outline?: BookOutline; blocking: Problem[]; minor: Problem[] };

/** @param by how it was made: in parts, no call saw the whole; a small model has no more to say of a chapter */
async function checkPlan(
  plan: OutlineAnswer,
  request: BookBrief,
  by: { inParts?: boolean; isSmall?: boolean | undefined } = {},
): Promise<CheckedAnswer> {
  const outline = settleOutline(withGiven(readOutline(plan, request), request.given));
  const typed = typedTexts(request);
  const { blocking, minor, missing, overlaps } = outlineProblems(outline, request.chapters, typed);
  const foreign = await languageProblems(outline, request.language ?? "fr", typed);
  const parts = [...(by.isSmall ? [] : missing), ...(by.inParts ? [] : overlaps)];
  return { outline, blocking: [...blocking, ...parts, ...foreign], minor };
}

async function checkAnswer({ text, ended }: Answer, request: BookBrief): Promise<CheckedAnswer> {
  const read = readPlan(text, ended !== "whole");
  return "problems" in read ? { blocking: read.problems, minor: [] } : checkPlan(read.plan, request);
}

const betterOf = (best: CheckedAnswer | undefined, checked: CheckedAnswer) =>
  checked.outline && checked.blocking.length === 0 && !(best && best.minor.length < checked.minor.length)
    ? checked
    : best;

type Tools = {
  ask: Ask;
  notes: string | undefined;
  /** The book that this one follows. */
  before?: ToldBefore | undefined;
  /** Of the author's own documents; left out where the window has no room for them. */
  passages?: GivenPassage[];
  /** In tokens; unknown when undefined. */
  window?: number | undefined;
  /** Asks for little at a time, and for no repairs: a small model gives its plan back unchanged. */
  isSmall?: boolean;
};

/** A book that was given no title has that of its subject. */
const titled = (outline: BookOutline, { topic, title }: BookBrief): BookOutline =>
  title === undefined && isNoTitle(outline.title)
    ? { ...outline, title: topic.replace(/\s+/g, " ").trim().slice(0, outlineLimits.title) }
    : outline;

const unusable = (problems: Problem[], advice = "") =>
  new Failure(
    "outline",
    `Le plan proposé par le modèle est inutilisable. ${problems.map(({ fr }) => fr).join(" ")}${advice}`,
  );

/** @param cut the answer that ended for lack of room */
async function planByParts(request: BookBrief, tools: Tools, cut = ""): Promise<BookOutline> {
  const begun = request.given
    ? { title: request.title ?? "", chapters: request.given.map(plannedOf) }
    : readPart(cut, true);
  const plan = await planInParts(request, { window: undefined, ...tools }, begun);
  const { outline, blocking } = await checkPlan(plan, request, { inParts: true, isSmall: tools.isSmall });
  if (outline && blocking.length === 0) return titled(outline, request);
  const advice =
    " Le modèle s’arrête faute de place\u202f: agrandissez sa fenêtre de contexte, ou demandez moins de chapitres.";
  throw unusable(blocking, cut && advice);
}

/** Takes the best usable outline after at most two repairs. @throws {Failure} when none is usable */
export async function planBook(request: BookBrief, tools: Tools): Promise<BookOutline> {
  const decided = decidedOutline(request);
  if (decided) return decided;
  const words = outlineWords(request.chapters);
  const { notes, passages } = tools;
  const asked = (shown: GivenPassage[] = []): Question => ({
    context: { role: "outline", request },
    ...outlinePrompt({ request, passages: shown, before: tools.before, ...(notes && { notes }) }),
    shape: OutlineShape,
    words,
  });
  const whole = asked(passages);
  const question = roomFor(whole, tools.window) < tokensOf(words) ? asked() : whole;
  if (tools.isSmall || roomFor(question, tools.window) < tokensOf(words)) return planByParts(request, tools);
  let answer = await tools.ask(question);
  let checked = await checkAnswer(answer, request);
  let best = betterOf(undefined, checked);
  if (answer.ended !== "whole" && !best) return planByParts(request, tools, answer.text);
  for (let round = 0; round < maxRepairs && checked.blocking.length + checked.minor.length > 0; round++) {
    if (round > 0 && !checked.outline) return planByParts(request, tools);
    const problems = [...checked.blocking, ...checked.minor].map((problem) => worded(request.language, problem));
    answer = await tools.ask({
      ...question,
      context: { role: "review", request },
      ...repairOutlinePrompt({ request, answer: answer.text, problems }),
    });
    checked = await checkAnswer(answer, request);
    best = betterOf(best, checked);
  }
  if (best?.outline) return titled(best.outline, request);
  throw unusable(checked.blocking);
}
