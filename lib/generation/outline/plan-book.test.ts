import { expect, test } from "vitest";
import { outlineAnswer } from "#testing/model/outline.ts";
import type { GivenChapter } from "../../contract/outline.ts";
import type { BookOutline } from "../brief/book-outline.ts";
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
    return { text: asked.length === 1 ? first : repaired, ended: "whole" as const };
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

test("un plan que le modèle n’a jamais la place de finir est refusé avec ce qu’il y a à faire", async () => {
  const ask = async () => ({ text: sound.slice(0, 600), ended: "cut" as const });
  const request = { topic: "Le pain", goal: "En faire", words: 1000, language: "fr" };
  await expect(planBook(request, { ask, notes: undefined })).rejects.toThrow(/inutilisable.*fenêtre de contexte/);
});

type Proposed = { title: string; description: string; key_points: string[]; elsewhere: { where: string }[] };

/** Completes an author's chapters with a model that gives these answers in turn, the last one for good. */
async function complete(given: GivenChapter[], answers: string[], title?: string) {
  const prompts: string[] = [];
  const ask = async ({ prompt }: Question) => {
    prompts.push(prompt);
    return { text: answers[Math.min(prompts.length, answers.length) - 1] ?? "", ended: "whole" as const };
  };
  const brief = { topic: "Le pain", goal: "En faire", words: 1000, language: "fr", chapters: given.length, given };
  const result = await planBook({ ...brief, ...(title && { title }) }, { ask, notes: undefined }).catch(
    (error: Error) => error.message,
  );
  return { result, prompts };
}
const answerOf = (count: number, change = (_chapters: Proposed[]): unknown => undefined) => {
  const plan = JSON.parse(outlineAnswer(`Sujet : Le pain\nNombre de chapitres : exactement ${count}`));
  change(plan.chapters);
  return JSON.stringify(plan);
};
const titlesOf = (result: unknown) => (result as BookOutline).chapters.map(({ title }) => title);

const originals = [
  { title: "Introduction", description: "Introduction au sujet" },
  { title: "Développement", description: "Développement principal" },
  { title: "Conclusion", description: "Conclusion et résumé" },
];

test("le plan du client d’origine reste tel quel, et ses points clés sont ajoutés en un appel", async () => {
  const { result, prompts } = await complete(originals, [answerOf(3)], "Mon livre");
  expect(result).toMatchObject({ title: "Mon livre", chapters: originals });
  for (const { key_points, words } of (result as BookOutline).chapters)
    expect([key_points.length, words]).toEqual([3, 1000]);
  expect(prompts).toHaveLength(1);
  expect(prompts[0]).toContain("2. Développement\n   Description : Développement principal");
});

test.each([
  ["espacés, numérotés, en Markdown", ["  Chapitre 1 : # Le *début*  ", "2. `Suite` [S1]", "«Fin» ?"]],
  ["dans une autre langue, ou à définir", ["The beginning of the story", "À définir", "TODO"]],
  ["sans une lettre", ["???", "…", "42"]],
  ["un seul", ["Tout"]],
])("des titres %s restent tels quels", async (_name, titles) => {
  const given = titles.map((title) => ({ title }));
  const { result, prompts } = await complete(given, [answerOf(given.length)]);
  expect(titlesOf(result)).toEqual(titles);
  expect(prompts).toHaveLength(1);
  for (const { description } of (result as BookOutline).chapters) expect(description).toMatch(/^On y aborde/);
});

test("un chapitre garde ce que son auteur en dit, et reçoit ce qu’il n’en dit pas", async () => {
  const given = [
    { title: "Un", description: "Written in English on purpose, word for word.", key_points: ["Only this"] },
    { title: "Deux", description: "  ", key_points: [] },
    { title: "Trois", key_points: ["a", "b"] },
    { title: "Quatre", description: "…" },
  ];
  const { result, prompts } = await complete(given, [answerOf(4)], "Livre");
  expect(prompts).toHaveLength(1);
  const [un, deux, trois, quatre] = (result as BookOutline).chapters;
  expect(un).toMatchObject(given[0] ?? {});
  expect(deux).toMatchObject({ title: "Deux", description: expect.stringMatching(/^On y/), key_points: { length: 3 } });
  expect(trois).toMatchObject({ title: "Trois", description: expect.stringMatching(/^On y/), key_points: ["a", "b"] });
  expect(quatre).toMatchObject({ title: "Quatre", description: "…", key_points: { length: 3 } });
});

test("un plan complet n’est demandé à personne", async () => {
  const given = originals.map((chapter) => ({ ...chapter, key_points: ["Ceci"] }));
  const { result, prompts } = await complete(given, [], "Mon livre");
  expect(result).toMatchObject({ title: "Mon livre", chapters: given.map((chapter) => ({ ...chapter, words: 1000 })) });
  expect(prompts).toHaveLength(0);
  expect((await complete(given, [answerOf(3)])).prompts).toHaveLength(1);
});

test("les chapitres que le modèle ajoute ou déplace ne changent rien, ceux qui manquent sont redemandés", async () => {
  const named = (chapters: Proposed[]) => {
    for (const [index, { title }] of originals.entries()) Object.assign(chapters[2 - index] ?? {}, { title });
    for (const chapter of chapters) chapter.elsewhere = [];
  };
  const given = originals.map(({ title }) => ({ title }));
  const moved = await complete(given, [answerOf(5, named)]);
  expect(titlesOf(moved.result)).toEqual(titlesOf({ chapters: originals }));
  expect(moved.prompts).toHaveLength(1);
  const descriptions = (JSON.parse(answerOf(5)).chapters as Proposed[]).map(({ description }) => description);
  expect((moved.result as BookOutline).chapters[0]?.description).toBe(descriptions[2]);
  const missing = await complete(given, [answerOf(2), answerOf(3)]);
  expect(missing.prompts).toHaveLength(2);
  expect(missing.prompts[1]).toContain("« Introduction » n’a pas de description");
  expect(missing.prompts[1]).toContain("Plan de l’auteur");
  expect(titlesOf(missing.result)).toEqual(titlesOf({ chapters: originals }));
});

test("un renvoi du modèle vers un chapitre qu’il a nommé autrement suit le titre de l’auteur", async () => {
  const { result } = await complete(originals, [answerOf(3)], "Mon livre");
  const [first] = (result as BookOutline).chapters;
  expect(first?.elsewhere).toMatchObject([{ where: "Développement" }]);
});
