import { expect, test } from "vitest";
import { outlineAnswer } from "#testing/model/outline.ts";
import { BookOutline, type ChapterPlan } from "../brief/book-outline.ts";
import { overlapOf } from "../text/content-words.ts";
import { outlineProblems } from "./problems.ts";

const numbered = (count: number) => Array.from({ length: count }, (_, index) => `Étape ${index + 1}`);
const plan = (titles: string[], change: (chapter: ChapterPlan, index: number) => Partial<ChapterPlan> = () => ({})) => {
  const { chapters } = BookOutline.parse(JSON.parse(outlineAnswer("Nombre de chapitres : exactement 30")));
  const at = (index: number) => chapters[index % 30] as ChapterPlan;
  return {
    title: "Le pain",
    chapters: titles.map((title, index) => {
      const chapter = { ...at(index), title, elsewhere: [] };
      return { ...chapter, ...change(chapter, index) };
    }),
  };
};

test.each([
  ["un plan juste", plan(numbered(6)), undefined, [], []],
  ["le nombre demandé", plan(numbered(2)), 2, [], []],
  ["trente chapitres", plan(numbered(30)), 30, [], []],
  ["un autre nombre que demandé", plan(numbered(3)), 2, ["3 chapitres ; il en faut exactement 2"], []],
  ["aucun chapitre", plan([]), undefined, ["aucun chapitre"], []],
  ["trop de chapitres sans qu’on en demande", plan(numbered(12)), undefined, ["entre 5 et 10"], []],
  ["trop peu de chapitres sans qu’on en demande", plan(numbered(2)), undefined, ["entre 5 et 10"], []],
  ["plus de chapitres qu’un livre n’en a", plan(numbered(31)), undefined, ["au plus 30", "même chose"], []],
  ["deux titres qui ne diffèrent que par la casse", plan(["A", "a ", "B", "C", "D"]), undefined, ["même titre"], []],
  ["… que par les accents", plan(["Été", "« Ete »", "B", "C", "D"]), undefined, ["« « Ete » »"], []],
  ["un titre vide", plan(["A", " ", "B", "C", "D"]), undefined, ["n’a pas de titre"], []],
  ["un titre à venir", plan(["A", "[à définir]", "B", "C", "D"]), undefined, ["reste à écrire"], []],
  [
    "un titre qui parle de choses à faire",
    plan(["A", "À faire soi-même", "Et ensuite ?", "C", "D"]),
    undefined,
    [],
    [],
  ],
  ["trop peu de points clés", plan(numbered(5), (_, at) => (at ? {} : { key_points: ["p"] })), 5, [], ["il en a 1"]],
  ["sans description", plan(numbered(5), (_, at) => (at ? {} : { description: " " })), 5, ["de description"], []],
  [
    "sans point clé",
    plan(numbered(5), (_, at) => (at ? {} : { key_points: [] })),
    5,
    ["« Étape 1 » n’a aucun point"],
    [],
  ],
  [
    "deux descriptions trop courtes pour se recouper, mais les mêmes",
    plan(numbered(5), ({ description }, at) => ({ description: at < 2 ? ["Le sel.", "le SEL"][at] : description })),
    5,
    ["annoncent la même chose"],
    [],
  ],
  ["une description à venir", plan(numbered(5), (_, at) => (at ? {} : { description: "TBD" })), 5, [], ["« TBD »"]],
  [
    "un point clé à compléter",
    plan(numbered(5), (chapter, at) => (at ? {} : { key_points: [...chapter.key_points, "Chiffres [à compléter]"] })),
    5,
    [],
    ["reste à écrire"],
  ],
  ["l’exemple de la consigne", plan(["Titre du chapitre", ...numbered(4)]), 5, ["« Titre du chapitre »"], []],
  [
    "deux descriptions semblables",
    plan(numbered(5), ({ description }, at) =>
      at === 1 ? { description: plan(["A"]).chapters[0]?.description } : { description },
    ),
    5,
    ["« Étape 1 » et « Étape 2 » annoncent la même chose"],
    [],
  ],
])("%s", (_name, outline, asked, blocking, minor) => {
  const { overlaps, missing, ...others } = outlineProblems(outline, asked);
  const problems = { ...others, blocking: [...others.blocking, ...missing, ...overlaps] };
  for (const [kind, expected] of Object.entries({ blocking, minor })) {
    const found = problems[kind as "blocking" | "minor"];
    for (const words of expected) expect(found.map(({ fr }) => fr).join("\n")).toContain(words);
    if (expected.length === 0) expect(found).toEqual([]);
  }
});

test("le recouvrement de deux descriptions ne compte que les mots qui portent un sens", () => {
  const one = "Dans ce chapitre, nous verrons comment choisir une farine complète, son moulin, sa région, son prix.";
  expect(overlapOf(one, one)).toBe(1);
  expect(overlapOf(one, "La FARINE complete, au moulin de sa région : le prix à choisir.")).toBeGreaterThan(0.5);
  expect(
    overlapOf(one, "Dans ce chapitre, nous verrons comment pétrir la pâte, la façonner, puis attendre sa pousse."),
  ).toBe(1 / 12);
  expect(overlapOf("Trop peu de mots", "Trop peu de mots")).toBe(0);
});
