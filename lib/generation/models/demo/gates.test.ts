import { expect, test } from "vitest";
import { demoChapterWords } from "../../../contract/demo.ts";
import { maxRepetition } from "../../../contract/quality-limits.ts";
import { writeChapter } from "../../chapter/chapter.ts";
import { planBook } from "../../outline/plan-book.ts";
import { findFaults } from "../../review/faults.ts";
import { type ReviewedChapter, readChapter } from "../../review/read.ts";
import type { Ask } from "../ask.ts";
import { answer } from "./answer.ts";
import { topics } from "./topics.ts";

const goals = ["Comprendre l’essentiel", "Write something useful for everybody who reads it, whatever they know."];

test.each([200, 450, 3000])(
  "les livres de démonstration à %i mots passent les contrôles tels quels, un appel par chapitre",
  async (words) => {
    const problems: string[] = [];
    for (const [index, topic] of topics.entries()) {
      const request = { topic, goal: goals[index % 2] ?? "", words: Math.min(words, demoChapterWords), language: "fr" };
      let calls = 0;
      const ask: Ask = async ({ context }) => {
        calls++;
        return { text: answer(context), ended: "whole" as const };
      };
      const outline = await planBook(request, { ask, notes: undefined });
      const read: ReviewedChapter[] = [];
      for (const position of outline.chapters.keys()) {
        calls = 0;
        const written = writeChapter(request, { ask, outline, position: position + 1, notes: undefined, sources: [] });
        const said = await written.then(async (one) => {
          read.push(await readChapter({ ...one, position: position + 1, title: `${position}` }));
          return "";
        }, String);
        if (said || calls > 1) problems.push(`${topic.slice(0, 40)} / ${position + 1} : ${calls} appels ${said}`);
      }
      const faults = await findFaults(read, { outline, language: "fr", maxRepeatedShare: maxRepetition });
      problems.push(...faults.map(({ chapter, problem }) => `${topic.slice(0, 40)} / ${chapter} : ${problem}`));
    }
    expect(problems).toEqual([]);
  },
);
