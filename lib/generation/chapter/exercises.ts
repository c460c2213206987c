import type { Document } from "../../document/document.ts";
import { openDocument } from "../../document/open.ts";
import { traitsOf } from "../genre/traits-of.ts";
import { answersPrompt, exercisesPrompt } from "../prompts/exercises.ts";
import { EditRecord } from "../text/edits.ts";
import { endOfLesson, hasAnswers, hasExercises, isSeries } from "./exercise-sections.ts";
import { bodyOfSection } from "./section-body.ts";
import { askForText, type Writing } from "./writing.ts";

/** Each of the two sections has this share of a chapter's budget, and so many words at least and at most. */
const share = 0.12;
const bounds = { min: 60, max: 400 };

const shownCharacters = 4000;

const titles: Record<string, { exercises: string; answers: string }> = {
  fr: { exercises: "Exercices", answers: "Corrigés" },
  en: { exercises: "Exercises", answers: "Answers" },
  es: { exercises: "Ejercicios", answers: "Soluciones" },
  de: { exercises: "Übungen", answers: "Lösungen" },
  it: { exercises: "Esercizi", answers: "Soluzioni" },
  pt: { exercises: "Exercícios", answers: "Soluções" },
  nl: { exercises: "Oefeningen", answers: "Antwoorden" },
};

const wordsOfSection = ({ request: { words } }: Writing): number =>
  Math.min(bounds.max, Math.max(bounds.min, Math.round(words * share)));

/** What is left of a budget for the lesson itself, where its exercises are asked for apart. */
export const withoutExercises = (writing: Writing, budget: number): number =>
  traitsOf(writing.request.genre).need === "exercises" ? budget - 2 * wordsOfSection(writing) : budget;

type Asked = (words: number, fitted: Writing) => { system: string; prompt: string };

type Section = { title: string; isWanted: (body: Document) => boolean; question: Asked };

/** Puts an answer at the end of a lesson, under its title, if it is what was asked for. */
async function withSection(writing: Writing, lesson: Document, { title, isWanted, question }: Section) {
  // What an answer lost on the way is on record only where the answer is used.
  const attempt = { ...writing, record: new EditRecord() };
  const answer = await askForText(attempt, { words: wordsOfSection(writing), shown: true, question });
  const body = await openDocument(await bodyOfSection(attempt, answer));
  if (!isWanted(body)) return lesson;
  writing.record.edits.push(...attempt.record.edits);
  return openDocument(`${lesson.source}\n\n## ${title}\n\n${body.source}`.trim());
}

/** Asks for what a lesson lacks at its end: its exercises, or their answers. */
export async function withExercises(writing: Writing, lesson: Document): Promise<Document> {
  const { request } = writing;
  if (traitsOf(request.genre).need !== "exercises" || lesson.source === "") return lesson;
  const title = titles[request.language ?? "fr"] ?? titles.en;
  if (!title) return lesson;
  const ended = hasExercises(lesson)
    ? lesson
    : await withSection(writing, lesson, {
        title: title.exercises,
        isWanted: isSeries,
        question: (words, fitted) => exercisesPrompt({ ...fitted, words }),
      });
  if (!hasExercises(ended) || hasAnswers(ended)) return ended;
  const exercises = (ended.source.slice(endOfLesson(ended)) || ended.source).slice(-shownCharacters).trim();
  return withSection(writing, ended, {
    title: title.answers,
    isWanted: ({ source }) => source !== "",
    question: (words, fitted) => answersPrompt({ ...fitted, words, exercises }),
  });
}
