import { expect, test } from "vitest";
import { BookRequest } from "#lib/contract/book.ts";
import { estimateSize } from "./estimate.ts";
import { blank, toRequest } from "./fields.ts";

const typed = { ...blank, topic: "Le sel", goal: "Le comprendre" };
const plan = [
  { key: 4, title: "Les marais ", description: "D’où il vient.", points: "La récolte\n \nLe vent" },
  { key: 1, title: "1984", description: " ", points: "" },
];

test("un plan part comme le tableau de l’API, ses titres tels quels, et ce qui est vide n’en est pas", () => {
  const request = toRequest({ ...typed, plan });
  expect(request).toMatchObject({
    chapters: [
      { title: "Les marais ", description: "D’où il vient.", key_points: ["La récolte", "Le vent"] },
      { title: "1984" },
    ],
  });
  expect(BookRequest.parse(request).chapters).toEqual("chapters" in request && request.chapters);
});

test("un plan l’emporte sur un nombre, et un plan vide n’est pas « selon le modèle »", () => {
  expect(toRequest({ ...typed, chapters: "12", plan })).toHaveProperty("chapters.length", 2);
  expect(toRequest({ ...typed, chapters: "12" })).toHaveProperty("chapters", 12);
  expect(toRequest(typed)).not.toHaveProperty("chapters");
  expect(toRequest({ ...typed, plan: [] })).toHaveProperty("chapters", []);
});

test("la taille du livre suit le nombre de chapitres du plan", () => {
  const size = (fields: Partial<typeof blank>) =>
    estimateSize({ ...typed, ...fields }, { demo: false }).replace(/\s/g, " ");
  expect(size({ plan })).toMatch(/^2 chapitres · environ 6 000 mots/);
  expect(size({ plan: [] })).toBe("");
  expect(size({})).toMatch(/^5 à 10 chapitres/);
});

test("d’un livre dont on part, ce qui est vidé au formulaire n’est pas repris", () => {
  const from = { job_id: "un-livre", as: "sequel", title: "Le sel" } as const;
  expect(toRequest({ ...typed, from, tone: "Vif" })).toEqual({
    topic: "Le sel",
    goal: "Le comprendre",
    from: { job_id: "un-livre", as: "sequel" },
    audience: "",
    tone: "Vif",
    instructions: "",
    language: "fr",
    genre: "essay",
    continuity: "parallel",
    chapters: null,
    words_per_chapter: 3000,
  });
  expect(toRequest({ ...typed, from, plan, continuity: "oui", genre: "course" })).toMatchObject({
    genre: "course",
    continuity: "sequential",
    chapters: [{ title: "Les marais " }, { title: "1984" }],
  });
});
