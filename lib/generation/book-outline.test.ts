import { expect, test } from "vitest";
import { outlineProblems } from "./book-outline.ts";

const plan = (titles: string[], points = 3) => ({
  title: "Le pain",
  chapters: titles.map((title) => ({ title, description: "…", key_points: Array.from({ length: points }, () => "p") })),
});
const numbered = (count: number) => Array.from({ length: count }, (_, index) => `Étape ${index + 1}`);

test.each([
  ["un plan juste", plan(numbered(6)), undefined, [0, 0]],
  ["le nombre demandé", plan(numbered(2)), 2, [0, 0]],
  ["un autre nombre que demandé", plan(numbered(3)), 2, [1, 0]],
  ["aucun chapitre", plan([]), undefined, [1, 1]],
  ["trop de chapitres sans qu’on en demande", plan(numbered(12)), undefined, [0, 1]],
  ["plus de chapitres qu’un livre n’en a", plan(numbered(31)), undefined, [1, 1]],
  ["deux titres qui ne diffèrent que par la casse", plan(["A", "a ", "B", "C", "D"]), undefined, [1, 0]],
  ["un titre vide", plan(["A", " ", "B", "C", "D"]), undefined, [1, 0]],
  ["trop peu de points clés", plan(numbered(5), 2), undefined, [0, 1]],
])("%s", (_name, outline, asked, [blocking, minor]) => {
  const problems = outlineProblems(outline, asked);
  expect([problems.blocking.length, problems.minor.length]).toEqual([blocking, minor]);
});
