import { expect, test } from "vitest";
import { translationAnswer } from "#testing/model/translation.ts";
import type { Ask, Question } from "../models/ask.ts";
import { translatePlan } from "./plan.ts";

const request = { topic: "Le phare", goal: "", words: 300 };
const languages = { from: "fr", to: "en" } as const;
const chapter = (index: number) => ({
  title: `La nuit numéro ${index} du gardien`,
  description: `Le gardien monte les marches de son phare et allume la lampe de la nuit ${index}.`,
  wordCount: 300,
});

/** Answers each question by what `spoil` makes of a good answer, and keeps the questions. */
function asker(spoil: (good: string, nth: number) => string) {
  const questions: Question[] = [];
  const ask: Ask = async (question) => {
    questions.push(question);
    return { text: spoil(translationAnswer(question), questions.length), ended: "whole" };
  };
  return { ask, questions };
}
const planned = { title: "Le phare", chapters: [1, 2, 3].map(chapter), terms: ["Ar-Men", "lampe à feu"] };

test("un plan se traduit d’une question, avec les noms et les termes du livre", async () => {
  const { ask, questions } = asker((good) => good);
  const { outline, terms, untranslated } = await translatePlan(request, planned, { ask, languages });
  expect(questions).toHaveLength(1);
  expect(untranslated).toEqual([]);
  expect(terms.map(({ term }) => term)).toEqual(planned.terms);
  expect(outline.chapters.map(({ words }) => words)).toEqual([300, 300, 300]);
  for (const { title, description } of outline.chapters)
    expect(`${title} ${description}`).not.toMatch(/gardien|marches/);
});

test("les lignes qui manquent sont redemandées, elles seules", async () => {
  const { ask, questions } = asker((good) => good.replace(/^(?:3|4)\. .*\n?/gm, ""));
  const { outline, untranslated } = await translatePlan(request, planned, { ask, languages });
  expect(questions.map(({ prompt }) => prompt.match(/^\d+\. /gm)?.length)).toEqual([9, 2]);
  expect(untranslated).toEqual([]);
  expect(outline.chapters[0]?.description).not.toContain("gardien");
});

test("un plan rendu dans sa langue est redemandé, puis gardé tel quel", async () => {
  const { ask, questions } = asker((_good, nth) => (questions[nth - 1]?.prompt.match(/^\d+\. .*/gm) ?? []).join("\n"));
  const { outline, untranslated } = await translatePlan(request, planned, { ask, languages });
  expect(questions).toHaveLength(2);
  expect(outline.title).toBe("Le phare");
  expect(untranslated).toContain(chapter(1).title);
});

test("un long plan se traduit en parts, plus petites pour un petit modèle ou une petite fenêtre", async () => {
  const chapters = Array.from({ length: 30 }, (_, index) => chapter(index + 1));
  const count = async (model: { window?: number; isSmall?: boolean }) => {
    const { ask, questions } = asker((good) => good);
    const { untranslated } = await translatePlan(request, { ...planned, chapters }, { ask, languages, ...model });
    expect(untranslated).toEqual([]);
    return questions.length;
  };
  expect(await count({})).toBe(2);
  expect(await count({ window: 2048 })).toBe(3);
  expect(await count({ isSmall: true })).toBe(6);
});
