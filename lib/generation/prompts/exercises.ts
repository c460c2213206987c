import type { BookBrief } from "../brief/book-brief.ts";
import type { BookOutline } from "../brief/book-outline.ts";
import { pointsToSay } from "./key-points.ts";
import { heading, labelled, lengthLine } from "./labels.ts";
import { worded } from "./language.ts";
import { plainWriter } from "./section.ts";

type Lesson = { request: BookBrief; outline: BookOutline; position: number; words: number };

function lessonLines({ request, outline, position }: Lesson): string[] {
  const { language } = request;
  const points = pointsToSay(outline, position, request);
  return [
    labelled(language, "book", outline.title),
    labelled(language, "chapterToWrite", `${position}. ${outline.chapters[position - 1]?.title ?? ""}`),
    ...(points.length > 0 ? [heading(language, "points"), ...points.map((point) => `- ${point}`)] : []),
  ];
}

const asked = (lesson: Lesson, order: string) => ({
  system: plainWriter(lesson.request),
  prompt: [...lessonLines(lesson), order, lengthLine(lesson.request.language, lesson.words)].join("\n"),
});

/** Asks for the exercises of a lesson that is written. */
export const exercisesPrompt = (lesson: Lesson) =>
  asked(
    lesson,
    worded(lesson.request.language, {
      fr: "Le chapitre est déjà écrit. Écris maintenant trois exercices sur ces points, en liste numérotée : l’énoncé de chacun, sans titre et sans les réponses.",
      en: "The chapter is already written. Now write three exercises on these points, as a numbered list: what each asks, without heading and without the answers.",
    }),
  );

/** Asks for the answers to exercises that are written. */
export const answersPrompt = (lesson: Lesson & { exercises: string }) =>
  asked(
    lesson,
    worded(lesson.request.language, {
      fr: `Le chapitre est déjà écrit, et voici ses exercices :
"""
${lesson.exercises}
"""
Écris maintenant leurs corrigés, en liste numérotée dans le même ordre : la réponse de chacun, et comment on la trouve. Sans titre, sans redire les énoncés.`,
      en: `The chapter is already written, and these are its exercises:
"""
${lesson.exercises}
"""
Now write their answers, as a numbered list in the same order: the answer of each, and how it is found. Without heading, without the exercises themselves.`,
    }),
  );
