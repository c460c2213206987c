import { z } from "zod";
import { BookOutline, type OutlineProblems, outlineProblems } from "./book-outline.ts";
import { Failure } from "./failure.ts";
import type { Ask, Question } from "./models/ask.ts";
import type { CallContext } from "./models/context.ts";
import { readJsonAnswer } from "./models/json.ts";
import { architecte } from "./prompts/architecte.ts";
import { relecteur } from "./prompts/relecteur.ts";
import { typesetText } from "./typography/french.ts";

/** What is read is more lenient than what is asked: missing key points are worth a repair, not a lost plan. */
const Answered = z.object({
  title: z.string().default(""),
  chapters: z.array(
    z.object({
      title: z.string(),
      description: z.string().default(""),
      key_points: z.array(z.string()).default([]),
    }),
  ),
});

const numbering = /^(?:chapitre|chapter)\s+(?:\d+|[ivxlc]+)\s*[:.–—-]\s*/i;
/** No-break spaces stay: French typography needs them. */
const oneLine = (text: string) => text.replace(/[^\S\u00a0\u202f]+/g, " ").trim();
const cleanTitle = (title: string) =>
  oneLine(title)
    .replace(/^#+\s*/, "")
    .replace(numbering, "");

function clean(answer: BookOutline, request: CallContext["request"]): BookOutline {
  const set = request.language === "fr" ? typesetText : (text: string) => text;
  return {
    title: request.title ?? set(cleanTitle(answer.title)),
    chapters: answer.chapters.map((chapter) => ({
      title: set(cleanTitle(chapter.title)),
      description: set(oneLine(chapter.description)),
      key_points: chapter.key_points.map((point) => set(oneLine(point))).filter(Boolean),
    })),
  };
}

type Reading = OutlineProblems & { outline?: BookOutline };

function read(text: string, request: CallContext["request"]): Reading {
  const answered = readJsonAnswer(text, Answered);
  if ("problems" in answered) return { blocking: answered.problems, minor: [] };
  const outline = clean(answered.value, request);
  return { outline, ...outlineProblems(outline, request.chapters) };
}

/**
 * The request and the research notes → a checked outline, repaired once if need be.
 * @throws {Failure} when it is still unusable after the repair
 */
export async function outline(
  request: CallContext["request"],
  tools: { ask: Ask; notes: string | undefined },
): Promise<BookOutline> {
  const question: Question = {
    context: { role: "outline", request },
    ...architecte({ request, ...(tools.notes && { notes: tools.notes }) }),
    shape: BookOutline,
  };
  const answer = await tools.ask(question);
  const first = read(answer.text, request);
  const problems = [...first.blocking, ...first.minor];
  if (first.outline && problems.length === 0) return first.outline;
  const repaired = await tools.ask({
    ...question,
    context: { role: "review", request },
    ...relecteur({ request, answer: answer.text, problems }),
  });
  const second = read(repaired.text, request);
  if (second.outline && second.blocking.length === 0) return second.outline;
  if (first.outline && first.blocking.length === 0) return first.outline;
  throw new Failure(`Le plan proposé par le modèle est inutilisable. ${second.blocking.join(" ")}`, {
    code: "outline",
  });
}
