import { expect, test } from "vitest";
import { chapterAnswer } from "../../../e2e/fixtures/model-answers.ts";
import type { Ask } from "../models/ask.ts";
import { chapter } from "./chapter.ts";

const plan = { description: "…", key_points: ["un", "deux", "trois"], defines: [], elsewhere: [] };
const outline = { title: "Le pain", chapters: [{ ...plan, title: "Pétrir" }] };

test("un chapitre de 10 000 mots s’écrit sans retenir la boucle d’événements", async () => {
  const request = { topic: "Le pain", goal: "En faire", language: "fr", words: 10_000 };
  let answering = 0;
  const ask: Ask = async ({ prompt }) => {
    const started = performance.now();
    const text = chapterAnswer(prompt);
    answering = Math.max(answering, performance.now() - started);
    await new Promise((resolve) => setTimeout(resolve, 10));
    last = performance.now();
    return { text, cut: false };
  };
  const tools = { ask, outline, position: 1, notes: undefined, sources: [] };
  let [worst, last] = [0, performance.now()];
  await chapter({ ...request, words: 300 }, tools);
  const beat = setInterval(() => {
    worst = Math.max(worst, performance.now() - last);
    last = performance.now();
  }, 1);
  last = performance.now();
  const { wordCount } = await chapter(request, tools);
  clearInterval(beat);
  console.info(
    `plus longue attente : ${Math.round(worst)} ms, dont la réponse du faux modèle ${Math.round(answering)} ms`,
  );
  expect(Math.abs(wordCount - 10_000)).toBeLessThanOrEqual(1000);
  expect(worst).toBeLessThan(100);
});
