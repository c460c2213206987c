import type { BookOutline } from "../brief/book-outline.ts";
import type { CallContext } from "../brief/context.ts";
import { Failure } from "../failure.ts";
import type { Ask, Question } from "../models/ask.ts";
import { readJsonAnswer } from "../models/json.ts";
import { architecte } from "../prompts/architecte.ts";
import { relecteur } from "../prompts/relecteur.ts";
import { OutlineAnswer, OutlineShape, readOutline, settleOutline } from "./answer.ts";
import { languageProblems } from "./language.ts";
import { type OutlineProblems, outlineProblems } from "./problems.ts";

const repairs = 2;

/** About how long a plan is. */
export const outlineWords = (chapters = 10): number => 150 * chapters;

type Reading = OutlineProblems & { outline?: BookOutline };

async function read(text: string, request: CallContext["request"]): Promise<Reading> {
  const answered = readJsonAnswer(text, OutlineAnswer);
  if ("problems" in answered) return { blocking: answered.problems, minor: [] };
  const outline = readOutline(answered.value, request);
  const { blocking, minor } = outlineProblems(outline, request.chapters);
  return { outline, blocking: [...blocking, ...(await languageProblems(outline, request.language ?? "fr"))], minor };
}

const fewerProblems = (best: Reading | undefined, reading: Reading) =>
  reading.outline && reading.blocking.length === 0 && !(best && best.minor.length < reading.minor.length)
    ? reading
    : best;

/**
 * The request and the research notes → a checked outline, repaired at most twice; the best usable one is taken.
 * @throws {Failure} when none is usable
 */
export async function outline(
  request: CallContext["request"],
  tools: { ask: Ask; notes: string | undefined },
): Promise<BookOutline> {
  const question: Question = {
    context: { role: "outline", request },
    ...architecte({ request, ...(tools.notes && { notes: tools.notes }) }),
    shape: OutlineShape,
    words: outlineWords(request.chapters),
  };
  let { text } = await tools.ask(question);
  let reading = await read(text, request);
  let best = fewerProblems(undefined, reading);
  for (let round = 0; round < repairs && reading.blocking.length + reading.minor.length > 0; round++) {
    const problems = [...reading.blocking, ...reading.minor];
    ({ text } = await tools.ask({
      ...question,
      context: { role: "review", request },
      ...relecteur({ request, answer: text, problems }),
    }));
    reading = await read(text, request);
    best = fewerProblems(best, reading);
  }
  if (best?.outline) return settleOutline(best.outline);
  throw new Failure("outline", `Le plan proposé par le modèle est inutilisable. ${reading.blocking.join(" ")}`);
}
