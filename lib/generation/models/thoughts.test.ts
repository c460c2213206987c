import { expect, test } from "vitest";
import { createAnswerReader } from "./answer-reader.ts";
import { withoutThoughts } from "./thoughts.ts";

const answer = "# Le pain\n\nLa pâte {lève} la nuit.";
test.each([
  ["marquée", `<think>\nD’abord {un plan}.\n</think>\n\n${answer}`],
  ["sans balise ouvrante", `D’abord {un plan}.\n</think>\n\n${answer}`],
  ["sans balise ouvrante, collée à la réponse", `D’abord.</think>${answer}`],
  ["en deux fois", `<think>Un.</think>\n<think>Deux.</think>\n${answer}`],
  ["vide", `<think>\n\n</think>\n\n${answer}`],
  ["d’un autre nom", `[THINK]D’abord.[/THINK]${answer}`],
  ["absente", answer],
])("une réflexion %s n’est pas de la réponse", (_name, said) => {
  expect(withoutThoughts(said)).toMatchObject({ text: answer, thinking: false });
});

const harmony = "<|channel|>analysis<|message|>Je dois {écrire} > 3 lignes.<|end|><|start|>assistant";
/** The ways of every family, in the language of a book. */
const families: [name: string, said: string][] = [
  ["d’un espace de noms", `<mm:think>Je dois écrire.</mm:think>\n${answer}`],
  ["de Seed", `<seed:think>Je dois écrire.</seed:think>${answer}`],
  ["en français", `<réflexion>Je dois écrire.</réflexion>\n\n${answer}`],
  ["à attributs", `<thinking effort="high">Je dois écrire.</thinking>${answer}`],
  ["de Hunyuan", `<think>Je dois écrire.</think>\n<answer>\n${answer}\n</answer>`],
  ["repliée", `<details type="reasoning" open>\nJe dois écrire.\n</details>\n${answer}`],
  ["de Mistral", `[THINK]Je dois écrire.[/THINK]${answer}`],
  ["de Kimi", `◁think▷Je dois écrire.◁/think▷${answer}`],
  ["de Gemma", `<|channel>thought\nJe dois écrire.<channel|>${answer}`],
  ["de MedGemma", `<unused94>thought\nJe dois écrire.<unused95>${answer}`],
  ["de Cohere", `<|START_THINKING|>Je dois.<|END_THINKING|><|START_RESPONSE|>${answer}<|END_RESPONSE|>`],
  ["d’OpenThinker", `<|begin_of_thought|>Je.<|end_of_thought|>\n<|begin_of_solution|>${answer}<|end_of_solution|>`],
  ["harmony", `${harmony}<|channel|>final<|message|>${answer}<|return|>`],
  ["harmony, qui commence par son tour", `<|start|>assistant${harmony}<|channel|>final<|message|>${answer}`],
  [
    "harmony, en deux canaux",
    `${harmony}<|channel|>commentary<|message|>Bien.<|end|>${harmony}<|channel|>final<|message|>${answer}`,
  ],
  ["harmony, contrainte", `${harmony}<|channel|>final <|constrain|>json<|message|>${answer}`],
  [
    "harmony, qui appelle un outil",
    `${harmony}<|channel|>commentary to=functions.plan <|constrain|>json<|message|>${answer}<|call|>`,
  ],
  ["harmony, sans son début", `Je dois écrire.<|end|><|start|>assistant<|channel|>final<|message|>${answer}`],
  ["harmony, sans réflexion", `<|channel|>final<|message|>${answer}<|end|>`],
  ["harmony sans marques", `analysisJe dois écrire.assistantfinal${answer}`],
  ["harmony sans marques, en deux canaux", `analysisJe dois.assistantcommentaryBien.assistantfinal${answer}`],
  ["harmony sans marques ni début", `Je dois écrire.assistantfinal${answer}`],
  ["de Granite", `Here is my thought process:\nJe dois écrire.\nHere is my response:\n${answer}`],
  ["d’Ollama", `Thinking...\nJe dois écrire.\n...done thinking.\n\n${answer}`],
  ["suivie d’un jeton de fin", `<think>Je dois.</think>${answer}<|im_end|>`],
];
test.each(families)("une réflexion %s ne va ni dans le texte ni à l’écran", (name, said) => {
  expect(withoutThoughts(said).text.trimEnd()).toBe(answer);
  const shown = shownOf(name, said);
  expect(shown.filter((text) => !answer.startsWith(text.trimEnd()))).toEqual([]);
});

test.each(
  [
    ["<think>Je dois", "[THINK]Je dois", "◁think▷Je dois", harmony, "analysisJe dois écrire."],
    ["<|channel>thought\nJe dois", "<|START_THINKING|>Je dois", "Thinking...\nJe dois"],
  ].flat(),
)("une réflexion qui ne finit pas n’est pas une réponse : %s", (said) => {
  expect(withoutThoughts(said)).toMatchObject({ text: "", thinking: true });
});

test("une réflexion au milieu d’un chapitre n’est pas du chapitre", () => {
  const [title, body] = answer.split("\n\n");
  expect(withoutThoughts(`${title}\n\n<think>\nEncore un peu.\n</think>\n\n${body}`).text).toBe(answer);
  expect(withoutThoughts(`${answer}\n\n[THINK]Que dire ensuite`).text.trimEnd()).toBe(answer);
});

test("une réflexion qui ne finit pas n’a pas de réponse", () => {
  expect(withoutThoughts("\n<think>D’abord un plan.\n\n# Le pain")).toMatchObject({ text: "", thinking: true });
});

test.each([
  "# Les modèles\n\nUn modèle réfléchit entre `<think>` et `</think>`, puis répond.",
  "# Les modèles\n\nSa réflexion finit par `</think>`, puis il répond.",
  "# Les modèles\n\nSa réflexion finit par «\u202f</think>\u202f», puis il répond.",
  "# Les modèles\n\n```\n<think>\nD’abord.\n</think>\n```\n\nVoilà tout.",
  "Analysis of bread\n\nIt rises.",
  "Assistant final : il relit tout.",
  "[THINK](https://x.test) est un mot anglais.",
  "# Les canaux\n\nOn écrit `<|channel|>final<|message|>` avant la réponse.",
  "[reasoning](https://x.test) est un mot anglais.",
  "[Pensée](https://x.test) du jour. <thinkers> a > b [S1].",
])("un livre qui parle de ces balises reste entier : %j", (text) => {
  expect(withoutThoughts(text).text).toBe(text);
});

/** Feeds an answer a few characters at a time and returns the shown text. */
function shownOf(model: string, said: string): string[] {
  const heard = createAnswerReader(model);
  const shown = (said.match(/[\s\S]{1,3}/g) ?? []).map((delta) => heard.add(delta).shown).filter((text) => text !== "");
  heard.end();
  return shown;
}

test.each([
  ["ouvrante-et-fermante", "<think>D’abord {un plan}, en > 3 points [1].</think>\n\n"],
  ["fermante-seule", "D’abord {un plan}, en > 3 points [1].\n</think>\n\n"],
])("ce qui se montre pendant que la réponse arrive n’est jamais la réflexion : %s", (model, thought) => {
  for (const _again of [1, 2]) {
    const shown = shownOf(model, thought + answer);
    expect(shown.filter((text) => !answer.startsWith(text.trimEnd()))).toEqual([]);
    expect(shown.at(-1)).toBe(answer);
    expect(shown.length).toBeGreaterThan(5);
  }
});

test("une suite sans titre se montre dès qu’on sait que son modèle ne réfléchit pas tout haut", () => {
  const said = "La pâte lève encore toute la nuit.";
  expect(shownOf("posé", said)).toEqual([]);
  expect(shownOf("posé", said).length).toBeGreaterThan(5);
});
