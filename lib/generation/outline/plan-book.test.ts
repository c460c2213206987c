import { expect, test } from "vitest";
import { outlineAnswer } from "#testing/model/outline.ts";
import type { Question } from "../models/ask.ts";
import { planBook } from "./plan-book.ts";

const sound = outlineAnswer("Sujet : Le pain");
type Plan = { title: string; chapters: { description: string; key_points: string[] }[] };
const changed = (change: (plan: Plan) => unknown) => {
  const plan: Plan = JSON.parse(sound);
  change(plan);
  return JSON.stringify(plan);
};

/** Plans a book with a model that answers `first`, then `repaired` to every repair. */
async function planFrom(first: string, repaired: string) {
  const asked: Question[] = [];
  const ask = async (question: Question) => {
    asked.push(question);
    return { text: asked.length === 1 ? first : repaired, cut: false };
  };
  const request = { topic: "Le pain", goal: "En faire", words: 1000, language: "fr" };
  const result = await planBook(request, { ask, notes: undefined }).catch((error: Error) => error.message);
  return { result, asked };
}

test.each([
  ["de deux chapitres, quand le nombre est libre", (plan: Plan) => plan.chapters.splice(2), "entre 5 et 10"],
  [
    "dont un chapitre n’a pas de description",
    (plan: Plan) => Object.assign(plan.chapters[1] ?? {}, { description: "" }),
    "n’a pas de description",
  ],
  [
    "dont un chapitre n’a pas de point clé",
    (plan: Plan) => Object.assign(plan.chapters[1] ?? {}, { key_points: [" "] }),
    "n’a aucun point clé",
  ],
])("un plan %s est réparé, ou refusé s’il le reste", async (_name, change, problem) => {
  const bad = changed(change);
  const mended = await planFrom(bad, sound);
  expect(mended.result).toMatchObject({ chapters: { length: 6 } });
  expect(mended.asked).toHaveLength(2);
  expect(mended.asked[1]?.prompt).toContain(problem);
  const kept = await planFrom(bad, bad);
  expect(kept.result).toContain(problem);
  expect(kept.asked).toHaveLength(3);
});
