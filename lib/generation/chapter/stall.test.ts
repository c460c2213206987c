import { expect, test } from "vitest";
import { watchEventLoopBlocking } from "#testing/machine/event-loop.ts";
import { chapterAnswer } from "#testing/model/answers.ts";
import type { Ask } from "../models/ask.ts";
import { writeChapter } from "./chapter.ts";

const plan = { description: "…", key_points: ["un", "deux", "trois"], defines: [], elsewhere: [] };
const outline = { title: "Le pain", chapters: [{ ...plan, title: "Pétrir" }] };

test("un chapitre de 10 000 mots s’écrit sans retenir la boucle d’événements", async () => {
  const request = { topic: "Le pain", goal: "En faire", language: "fr", words: 10_000 };
  const ask: Ask = async ({ prompt }) => {
    const text = watch.exclude(() => chapterAnswer(prompt));
    await new Promise(setImmediate);
    return { text, ended: "whole" as const };
  };
  const tools = { ask, outline, position: 1, notes: undefined, sources: [] };
  let watch = watchEventLoopBlocking();
  await writeChapter({ ...request, words: 300 }, tools);
  watch.stop();
  watch = watchEventLoopBlocking();
  const { wordCount } = await writeChapter(request, tools);
  const worst = watch.stop();
  console.info(`plus longue attente : ${Math.round(worst)} ms`);
  expect(Math.abs(wordCount - 10_000)).toBeLessThanOrEqual(1000);
  expect(worst).toBeLessThan(100);
});
