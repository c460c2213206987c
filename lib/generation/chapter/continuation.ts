import { lengthTolerance } from "../../contract/quality-limits.ts";
import { openDocument } from "../../document/open.ts";
import { upToLastSentence } from "../../document/sentences.ts";
import { wordsIn } from "../../document/words.ts";
import type { Answer } from "../models/answer.ts";
import type { Ask, Question } from "../models/ask.ts";
import { continuePrompt } from "../prompts/continue-chapter.ts";
import { plainContinuePrompt } from "../prompts/continue-plainly.ts";
import { unwrap } from "../text/chapter-text.ts";
import type { EditRecord } from "../text/edits.ts";
import { withoutLeadingTitle } from "../text/leading-title.ts";

const maxContinuations = 3;
/** A text longer than this, compared with the words asked, is not continued: the model will not end by itself. */
const maxLengthRatio = 1.5;

type Piece = { word: string; end: number };
const pieces = (text: string): Piece[] =>
  [...text.matchAll(/\S+/g)].map((match) => ({ word: match[0], end: match.index + match[0].length }));

const same = (one: Piece[], other: Piece[]) => one.every(({ word }, index) => word === other[index]?.word);

/** @returns the characters of `next` that repeat the end of `written` */
function overlapLength(written: string, next: string): number {
  const last = pieces(written.slice(-6000));
  const first = pieces(next.slice(0, 8000));
  for (let count = Math.min(last.length, first.length); count >= 3; count--)
    if (same(last.slice(-count), first)) return first[count - 1]?.end ?? 0;
  return 0;
}

const startsBlock = /^(?:#{1,6}\s|[-*+>|]\s|\d{1,9}[.)]\s|```)/;

/** Drops repeated text; a continuation that starts the chapter over replaces the text if it is longer. */
export async function joinContinuation(
  written: string,
  answer: string,
  { title, gap, record }: { title: string; gap: string; record?: EditRecord },
): Promise<string> {
  const untitled = async (text: string) => (await withoutLeadingTitle(await openDocument(text), { title })).source;
  const next = await untitled(unwrap(answer));
  const repeated = overlapLength(written, next);
  const opening = pieces(await untitled(written)).slice(0, 12);
  if (repeated === 0 && opening.length === 12 && same(opening, pieces(next))) {
    const isLonger = upToLastSentence(next).length > upToLastSentence(written).length;
    const [kept, dropped] = isLonger ? [next, written] : [written, next];
    record?.record("repeat", dropped, isLonger ? kept : "");
    return kept;
  }
  const rest = next.slice(repeated).trim();
  if (rest === "") return written;
  return `${written}${startsBlock.test(rest) || /\n\s*\n/.test(gap) ? "\n\n" : " "}${rest}`;
}

/** The model had no room to close the fence that it opened around the whole text. */
const withoutOpenFence = (text: string) => text.replace(/^\s*(`{3,}|~{3,})[ \t]*(?:markdown|md|text)[ \t]*\n/, "");

/** What a model that goes round in circles has written is enough when it is about as long as asked. */
const isEnough = (count: number, words: number) => count >= words * (1 - lengthTolerance);

/** A model that went round in circles is asked once more, in other words. */
function continuing({ ended }: Answer, question: Question, rest: { written: string; words: number }): Question {
  const written = [question.written ?? "", rest.written].join("\n\n").trim();
  const { request } = question.context;
  const { outline, position = 0, language } = request;
  const prompt =
    ended === "repeating" && outline
      ? plainContinuePrompt({ request, outline, position, written, words: rest.words })
      : continuePrompt({ ...rest, language, prompt: question.prompt });
  return { ...question, words: rest.words, written, prompt };
}

type Chapter = { title: string; words: number; record?: EditRecord };

export async function askToTheEnd(ask: Ask, question: Question, chapter: Chapter) {
  let answer: Answer = await ask(question);
  let isLast = false;
  for (let more = 0; !isLast && more < maxContinuations; more++) {
    if (answer.ended === "whole" || answer.ended === "too-long") break;
    const isLoop = answer.ended === "repeating";
    const text = withoutOpenFence(answer.text);
    const written = isLoop ? text : upToLastSentence(text);
    const count = wordsIn(written).length;
    if (written === "" && !(isLoop && question.written)) break;
    if (count >= chapter.words * maxLengthRatio) break;
    if (isLoop && (isEnough(count, chapter.words) || question.context.role !== "chapter")) break;
    const words = Math.max(chapter.words - count, 100);
    chapter.record?.record("cut", text, written);
    const next = await ask(continuing(answer, question, { written, words }));
    const gap = isLoop ? "\n\n" : (/^\s*/.exec(text.slice(written.length))?.[0] ?? "");
    const joined = await joinContinuation(written, next.text, { ...chapter, gap });
    if ((next.ended === "cut" ? upToLastSentence(joined) : joined).length <= written.length) break;
    answer = { text: joined, ended: next.ended };
    isLast = isLoop || next.ended === "repeating";
  }
  return answer;
}
