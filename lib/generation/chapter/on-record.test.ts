import { expect, test } from "vitest";
import { prose } from "#testing/model/prose.ts";
import { foldText } from "../../contract/outline.ts";
import type { Answer } from "../models/answer.ts";
import { writeChapter } from "./chapter.ts";

const text = (seed: string, words = 50) => prose({ seed, words, language: "fr", sections: false });
const outline = {
  title: "Le pain",
  chapters: [
    {
      title: "Le levain",
      description: "Comment naît un levain.",
      key_points: ["La farine"],
      defines: [],
      elsewhere: [],
    },
    { title: "La cuisson", description: "", key_points: [], defines: [], elsewhere: [] },
  ],
};
const source = { number: 1, url: "https://exemple.fr/pain", title: "Pain", retrievedAt: new Date(0) };
const words = 300;

/** Writes the first chapter with a model that gives these answers, the last one again and again. */
async function written(answers: (string | Answer)[], sources: (typeof source)[] = []) {
  const left = [...answers];
  const ask = async (): Promise<Answer> => {
    const answer = left.length > 1 ? left.shift() : left[0];
    return typeof answer === "object" ? answer : { text: answer ?? "", ended: "whole" };
  };
  const request = { topic: "Le pain", goal: "Le comprendre", language: "fr", words };
  return writeChapter(request, { ask, outline, position: 1, notes: undefined, sources });
}

const [a, b, c, d, e] = ["a", "b", "c", "d", "e"].map((seed) => text(seed)) as [string, string, string, string, string];

test.each<[string, (string | Answer)[]]>([
  [
    "habillé",
    [
      `---\ntitle: Le levain\n---\n\n# Le pain\n\n## Chapitre 1 : Le levain\n\n${a}\n\n${b}\n\n${c}\n\n${d}\n\n${e}\n\n*(300 mots)*`,
    ],
  ],
  [
    "annoncé",
    [`Bien sûr ! Voici le chapitre :\n\n${a}\n\n${b}\n\n${c}\n\n${d}\n\n${e}\n\nVoulez-vous que je continue ?`],
  ],
  [
    "numéroté",
    [`# Le levain\n\n## 1. Farine\n\n${a}\n\n${b}\n\n## 2. Eau\n\n${c}\n\n${d}\n\n${e}\n\n## Vide\n\n## Le levain`],
  ],
  ["aux titres en gras", [`**1. Farine**\n\n${a}\n\n${b}\n\n**2. Eau**\n\n${c}\n\n${d}\n\n${e}`]],
  ["qui recopie la question", [`Longueur attendue : environ 300 mots\n\n${a}\n\n${b}\n\n${c}\n\n${d}\n\n"""\n\n${e}`]],
  ["qui cite à tort", [`${a} [S9]\n\n${b} [S1]\n\n${c}\n\n${d}\n\n${e}\n\n## Bibliographie\n\n- Dupont, J., 2019.`]],
  ["qui tourne en rond", [`${a}\n\n${a}\n\n${b}\n\n${b}\n\n${c}\n\n${d}\n\n${e}`]],
  ["bien trop long", [{ text: [a, b, c, d, e, text("f"), text("g"), text("h")].join("\n\n"), ended: "too-long" }]],
  [
    "coupé, puis repris du début",
    [{ text: `${a}\n\n${b}\n\nUne phrase qui ne`, ended: "cut" }, `${a}\n\n${b}\n\n${c}\n\n${d}\n\n${e}`],
  ],
  ["coupé, puis continué", [{ text: `${a}\n\n${b}\n\n${c}\n\nUne phrase qui ne`, ended: "cut" }, `${d}\n\n${e}`]],
  ["trop court, puis complété", [`${a}\n\n${b}\n\n${c}`, `## 3. Encore\n\n${b}\n\n${d}\n\n${e}`]],
  [
    "trop long, puis resserré",
    [[a, b, c, d, e, text("f"), text("g"), text("h")].join("\n\n"), [b, c, d, e, text("i")].join("\n\n")],
  ],
])("d’un chapitre %s, chaque ligne est dans le livre, ou dans ses retouches", async (_name, answers) => {
  const { content, edits } = await written(answers, [source]);
  const said = [content, ...edits.map(({ before }) => before)].map(foldText).join("\n");
  const [first] = answers;
  const lines = (typeof first === "object" ? first.text : (first ?? "")).split("\n").map(foldText);
  expect(lines.filter((line) => !said.includes(line))).toEqual([]);
  expect(edits.length).toBeGreaterThan(0);
});

const refrain =
  "*Il pleut sur la ville et le vent tourne encore, on attend le matin près du feu qui s’endort, la maison se souvient.*";
const passages = [
  "La fonction croît sur l’intervalle [1, 2] et sur $[1, 4]$, puis tab[1] vaut $x \\in [2, 7]$.",
  "Le type List<String> désigne une liste, et la balise <em> met en valeur.",
  "On ouvre http://localhost:3000 ou www.exemple.fr, et on écrit à contact@exemple.fr.",
  "| Un<br>deux | tab[2] |\n| --- | --- |\n| [3, 1, 2] | [S4] |",
  "> Les versets [12] et [13] du livre.",
  "$$\n\\sum_{n=1}^{4} [n, n+1]\n$$",
  "## Pour aller plus loin\n\n- [Le site](https://exemple.fr)\n- Une note[^1]\n\n[^1]: Elle est de l’auteur.",
];

test("d’un chapitre honnête, rien ne se perd, et rien n’est à noter", async () => {
  const prosed = [text("u", 60), text("v", 60), text("w", 50)];
  const chapter = [...prosed.flatMap((one) => [one, refrain]), ...passages].join("\n\n");
  const { content, edits } = await written([`# Le levain\n\n${chapter}`]);
  for (const passage of passages) expect(content).toContain(passage);
  expect(content.split(refrain)).toHaveLength(4);
  expect(edits).toEqual([]);
});
