import { afterAll, beforeAll, expect, test } from "vitest";
import { type GenerationHarness, openGenerationHarness, orderBook, waitForJob } from "#testing/harness/generation.ts";
import type { Script } from "#testing/model/script.ts";
import type { Genre } from "../../contract/values.ts";
import { getResult } from "../jobs/jobs.ts";

let harness: GenerationHarness;
beforeAll(async () => {
  harness = await openGenerationHarness({ BOOK_MODEL: "openai-compatible:tiny-1.5b" }, { skipsWaits: true });
});
afterAll(() => harness.close());

const key_points = ["La lampe", "Le port", "Le large"];
const chapters = [{ title: "La nuit", description: "Une nuit au phare.", key_points }];

async function write(genre: Genre, fields: Parameters<typeof orderBook>[0] = {}, script: Script = () => ({})) {
  harness.reset(script);
  const id = await orderBook({ title: "Le phare", genre, chapters, words_per_chapter: 300, ...fields });
  const { warnings } = await waitForJob(id, "completed", 60);
  const result = await getResult(id);
  const content = "book" in result ? (result.book.chapters[0]?.content ?? "") : "";
  const prompts = harness.models.journal.filter(({ role }) => role === "chapter").map(({ prompt }) => prompt);
  return { content, prompts, told: warnings.map(({ code }) => code) };
}

const headingsOf = (content: string) => content.match(/^#+ .*$/gm);

test("un petit modèle raconte scène par scène, sans titres, et sait ce qui est déjà raconté", async () => {
  const { content, prompts, told } = await write("fiction");
  expect(told).toEqual([]);
  expect(headingsOf(content)).toEqual(["# La nuit"]);
  expect(content.match(/^\*\*\*$/gm)).toHaveLength(2);
  expect(prompts[0]).toContain("Raconte cette scène");
  expect(prompts[2]).toContain("Dans ce chapitre sont déjà écrits : La lampe ; Le port\n");
});

test("une histoire pour enfants se suit, sans titres ni coupures", async () => {
  const { content, told } = await write("children");
  expect(told).toEqual([]);
  expect(headingsOf(content)).toEqual(["# La nuit"]);
  expect(content).not.toContain("***");
});

test("une entrée et une fiche sont sous leur nom, comme une section", async () => {
  for (const genre of ["reference", "practical", "technical", "essay"] as const) {
    const { content, told } = await write(genre);
    expect(told, genre).toEqual([]);
    expect(headingsOf(content), genre).toEqual(["# La nuit", "## La lampe", "## Le port", "## Le large"]);
  }
});

const asksForExercises = /Écris maintenant trois exercices/;
const series = (count: number) =>
  Array.from({ length: count }, (_, nth) => `${nth + 1}. Comptez les bateaux du port numéro ${nth}.`).join("\n");

test("une leçon s’achève par ses exercices et leurs corrigés, dans la langue du livre et dans sa longueur", async () => {
  for (const [language, titles] of [
    ["fr", ["## Exercices", "## Corrigés"]],
    ["es", ["## Ejercicios", "## Soluciones"]],
  ] as const) {
    const own =
      language === "fr"
        ? undefined
        : [{ title: "La noche", description: "Una noche en el faro.", key_points: ["La lámpara", "El puerto"] }];
    const { content, prompts, told } = await write(
      "course",
      { language, words_per_chapter: 400, ...(own && { chapters: own }) },
      ({ prompt }) => (/trois exercices|three exercises/.test(prompt) ? { text: series(3) } : {}),
    );
    expect(headingsOf(content)?.slice(-2), language).toEqual(titles);
    expect(content, language).toContain(`${titles[0]}\n\n1. `);
    expect(told).not.toContain("genre");
    expect(told).not.toContain("length");
    for (const prompt of prompts) expect(prompt.length).toBeLessThan(900);
  }
});

test("ce qui n’est pas une liste d’exercices n’en tient pas lieu, et la réserve le dit", async () => {
  const { content, prompts, told } = await write("course", { words_per_chapter: 400 });
  expect(prompts.filter((prompt) => asksForExercises.test(prompt))).toHaveLength(1);
  expect(headingsOf(content)).not.toContain("## Exercices");
  expect(told).toContain("genre");
});

test("un chapitre trop court pour tous ses points, ou pour ses exercices, en a moins de sections", async () => {
  const asked = [{ ...chapters[0], title: "La nuit", key_points: [...key_points, "La brume"] }];
  for (const genre of ["essay", "course"] as const) {
    const { content } = await write(genre, { words_per_chapter: 200, chapters: asked });
    expect(content.length, genre).toBeGreaterThan(400);
  }
});
