import type { ReaderReport } from "../../contract/report.ts";
import { reportQuestions } from "../../contract/report.ts";
import { env } from "../../env.ts";
import type { WrittenChapter } from "../book/written-chapters.ts";
import type { BookBrief } from "../brief/book-brief.ts";
import { Failure, type FailureCode } from "../failure.ts";
import type { Answer } from "../models/answer.ts";
import type { Ask } from "../models/ask.ts";
import { charactersIn, roomFor, tokensOf } from "../models/room.ts";
import { reportPrompt } from "../prompts/report.ts";
import { inParallel } from "../review/in-parallel.ts";
import { readReport } from "./answer.ts";

export const reportWords = 300;
/** The longest chapter that may be ordered, and half as much again. */
const maxShownCharacters = 100_000;
/** Less of a chapter says nothing of it. */
const minShownCharacters = 1500;

type Tools = { ask: Ask; window?: number | undefined; requestFor: (position: number) => BookBrief };

function shownOf({ content }: WrittenChapter, request: BookBrief, window: number | undefined): string {
  const room = charactersIn(roomFor(reportPrompt({ request, text: "" }), window) - tokensOf(reportWords));
  const max = Math.min(maxShownCharacters, Math.max(minShownCharacters, room));
  if (content.length <= max) return content;
  const end = content.lastIndexOf("\n\n", max);
  return content.slice(0, end > minShownCharacters ? end : max);
}

/** A report that is none costs no book. */
const unusable: FailureCode[] = ["unreadable", "empty", "thinking", "refusal", "filter", "cut", "context"];

async function askForReport(ask: Ask, request: BookBrief, text: string): Promise<Answer | undefined> {
  try {
    const question = { context: { role: "review", request }, ...reportPrompt({ request, text }) } as const;
    return await ask({ ...question, words: reportWords });
  } catch (error) {
    if (error instanceof Failure && unusable.includes(error.code)) return undefined;
    throw error;
  }
}

/** Has each chapter of the finished text read by a model, whose quotes are looked up in it. */
export async function reportOn(chapters: WrittenChapter[], { ask, window, requestFor }: Tools): Promise<ReaderReport> {
  const read = await inParallel(chapters, env().GENERATION_CONCURRENCY, async (chapter) => {
    const request = requestFor(chapter.position);
    const text = shownOf(chapter, request, window);
    const answer = await askForReport(ask, request, text);
    const said =
      answer &&
      readReport({ text: answer.text, wasCut: answer.ended !== "whole" }, { chapter: chapter.position, text });
    return { position: chapter.position, isPart: text.length < chapter.content.length, said };
  });
  const rank = new Map(reportQuestions.map((question, index) => [question, index]));
  const positionsOf = (kept: typeof read) => kept.map(({ position }) => position);
  return {
    answers: read
      .flatMap(({ said }) => said?.answers ?? [])
      .sort((a, b) => (rank.get(a.question) ?? 0) - (rank.get(b.question) ?? 0) || a.chapter - b.chapter),
    unfounded: read.reduce((sum, { said }) => sum + (said?.unfounded ?? 0), 0),
    unread: positionsOf(read.filter(({ said }) => said === undefined)),
    partly_read: positionsOf(read.filter(({ said, isPart }) => said !== undefined && isPart)),
  };
}
