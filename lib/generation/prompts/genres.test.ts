import { expect, test } from "vitest";
import { describeBody } from "#testing/model/exchange.ts";
import { genres } from "../../contract/values.ts";
import type { BookBrief } from "../brief/book-brief.ts";
import { chapterPrompt, partPrompt } from "./chapter.ts";
import { plainContinuePrompt } from "./continue-plainly.ts";
import { answersPrompt, exercisesPrompt } from "./exercises.ts";
import { outlinePrompt } from "./outline.ts";
import { detailsPrompt, titlesPrompt } from "./outline-part.ts";
import { repairOutlinePrompt } from "./repair-outline.ts";
import { rewritePassagePrompt } from "./rewrite-passage.ts";
import { sectionPrompt } from "./section.ts";

const chapter = (title: string, ...key_points: string[]) => ({
  title,
  description: `Ce que dit ${title}.`,
  key_points,
  defines: [],
  elsewhere: [],
});
const outline = { title: "Le pain", chapters: [chapter("La pâte", "Le sel", "L’eau"), chapter("Le four", "Le feu")] };

function promptsFor(fields: Partial<BookBrief>) {
  const request: BookBrief = { topic: "Le pain", goal: "En faire", words: 300, chapters: 2, ...fields };
  const input = { request, outline, position: 1, notes: undefined, sources: [], words: 300 };
  const part = { number: 2, count: 2, points: ["L’eau"], written: "Déjà.", headings: [] };
  const plain = { request, outline, position: 1, written: "Déjà.", words: 90 };
  return {
    outline: [
      outlinePrompt({ request }),
      titlesPrompt({ request, notes: "", found: [], count: 2 }),
      detailsPrompt({ request, notes: "", titles: ["La pâte", "Le four"], first: 1, count: 2 }),
    ],
    chapter: [
      chapterPrompt(input),
      partPrompt({ ...input, part }),
      sectionPrompt({ ...input, point: "Le sel", before: ["L’eau"] }),
      { system: chapterPrompt(input).system, prompt: plainContinuePrompt(plain) },
      exercisesPrompt(input),
      answersPrompt({ ...input, exercises: "1. Un." }),
    ],
    review: [
      repairOutlinePrompt({ request, answer: "{}", problems: ["Un titre manque."] }),
      rewritePassagePrompt({ request, passage: "Un passage.", problem: "trop long", words: 90 }),
    ],
  };
}

const everyOrder = genres.flatMap((genre) => [
  { genre, language: "fr" },
  { genre, language: "en" },
  { genre, language: "es" },
]);

test.each(everyOrder)("chaque question dit à qui elle s’adresse et ce qu’elle attend : %o", (order) => {
  const prompts = promptsFor(order);
  for (const [role, asked] of Object.entries(prompts))
    for (const { system, prompt } of asked) {
      expect(describeBody({ messages: [{ role: "system", content: system }] }).role, system).toBe(role);
      expect(`${system}\n${prompt}`).not.toMatch(/undefined|\[object| {2}/);
    }
  const [whole, ...parts] = prompts.outline;
  expect(whole?.system).toContain('"chapters":');
  for (const { prompt } of prompts.outline) expect(prompt).toMatch(/(?:exactement|exactly) 2$/);
  for (const { prompt } of parts) expect(prompt).toContain('"chapters":');
  for (const { prompt } of prompts.chapter) {
    expect(prompt).toMatch(/^(?:Chapitre à écrire :|Chapter to write:) 1\. La pâte$/m);
    expect(prompt.split("\n").at(-1)).toMatch(
      /^(?:Longueur attendue : environ|Expected length: about) \d+ (?:mots|words)/,
    );
  }
});

test.each(everyOrder)("une question à un petit modèle reste courte : %o", (order) => {
  const { chapter: asked, outline: planned } = promptsFor(order);
  for (const { system, prompt } of asked.slice(2)) {
    expect(prompt.length).toBeLessThan(700);
    if (system !== asked[0]?.system) expect(system.length).toBeLessThan(200);
  }
  for (const { system, prompt } of planned.slice(1)) expect(system.length + prompt.length).toBeLessThan(900);
});

test("un essai est demandé comme un livre sans genre, et tout autre genre est nommé", () => {
  for (const language of ["fr", "en", "de"])
    expect(promptsFor({ language, genre: "essay" })).toEqual(promptsFor({ language }));
  const { prompt } = outlinePrompt({ request: { topic: "Le pain", goal: "En faire", words: 300, genre: "poetry" } });
  expect(prompt).toMatch(/^Genre : recueil de poèmes\nSujet : Le pain\n/);
});

test("chaque chapitre commence par son H1, quel que soit le genre", () => {
  for (const { genre, language } of everyOrder)
    for (const { system } of promptsFor({ genre, language }).chapter.slice(0, 2))
      expect(system, genre).toMatch(/le titre du chapitre, en « # »,|the title of the chapter, as “# ”,/);
});

test("un récit ne se demande ni en sections, ni en explications, ni avec des sources", () => {
  for (const genre of ["fiction", "children"] as const)
    for (const { system, prompt } of promptsFor({ genre }).chapter.slice(0, 2))
      expect(`${system}\n${prompt}`).not.toMatch(/« ## »|explications|exemples|source|chiffre/);
});

test("le titre d’un poème et le mot d’une entrée se demandent tels quels", () => {
  for (const genre of ["poetry", "reference"] as const)
    expect(promptsFor({ genre }).chapter[0]?.prompt).toContain("\n- Le sel\n");
  expect(promptsFor({ genre: "essay" }).chapter[0]?.prompt).toContain("\n- Le sel, à propos de « La pâte »\n");
});
