import { researchLimits } from "../../../contract/limits.ts";
import { foldText } from "../../../contract/outline.ts";
import type { PointOfView, ResearchQuestion } from "../../../contract/research.ts";
import type { ChapterPlan } from "../../brief/book-outline.ts";
import { contentWordsOf } from "../../text/content-words.ts";
import { isOrder } from "../grounds.ts";

/** Of one chapter; what a person adds comes beside. */
export const maxAsked = 6;

const maxAnswerCharacters = 8000;

const names: [PointOfView, RegExp][] = [
  ["reader", /^(?:lect(?:eur|rice)s?|le lecteur|(?:the )?readers?)\b/i],
  ["practitioner", /^(?:(?:le )?pratici(?:en|enne)s?|(?:the )?practitioners?)\b/i],
  ["sceptic", /^(?:(?:le )?sceptiques?|(?:the )?s[ck]eptics?)\b/i],
];
const views = names.map(([view]) => view);

/** A number, a point of view, a colon: what stands before a question. */
const beforeQuestion = /^[^\p{L}]*(?:\p{L}[\p{L} ]{2,20}?)[^\p{L}]{0,6}?\s*[:–—-]\s+/u;

const bare = (line: string) =>
  line
    .replace(/^[\s>#*+\-–—•\d.)("'«“]+/u, "")
    .replace(/[\s*"'”»)\],;]+$/u, "")
    .replace(/\*\*|__/g, "")
    .trim();

const isQuestion = (text: string) =>
  text.length <= researchLimits.question && contentWordsOf(text).length >= 2 && !isOrder(text);

/** Reads questions one a line, each behind its point of view, or below it; without one they take turns. */
export function readQuestions(answer: string): ResearchQuestion[] {
  const found: ResearchQuestion[] = [];
  let current: PointOfView | undefined;
  for (const line of answer.slice(0, maxAnswerCharacters).split("\n")) {
    const text = bare(line);
    const named = names.find(([, name]) => name.test(text))?.[0];
    if (named) current = named;
    const asked = bare(named ? text.replace(beforeQuestion, "") : text);
    const isNew = !found.some((one) => foldText(one.text) === foldText(asked));
    // A line that is no question may introduce the others.
    if (!isNew || !isQuestion(asked) || !(named || asked.endsWith("?"))) continue;
    const from = current ?? views[found.length % views.length] ?? "reader";
    found.push({ from, text: asked });
  }
  return found.slice(0, maxAsked);
}

/** What to look for where the model's questions cannot be read. */
export function questionsOfPlan({ title, description, key_points }: ChapterPlan): ResearchQuestion[] {
  const lines = key_points.length > 0 ? key_points : [description];
  return [title, ...lines]
    .filter((text) => contentWordsOf(text).length > 0)
    .slice(0, maxAsked / 2)
    .map((text) => ({ from: "reader", text: text.slice(0, researchLimits.question) }));
}

const maxWords = 6;

/** The words to search for: the question's own, and those of the subject that it leaves out. */
export function searchWords(question: string, topic: string): string {
  const asked = [...new Set(contentWordsOf(question))].slice(0, maxWords);
  const subject = contentWordsOf(topic).filter((word) => !asked.includes(word));
  return [...subject.slice(0, 2), ...asked].join(" ");
}
