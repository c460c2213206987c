import { expect, test } from "vitest";
import { createAnswerReader, withoutReasoning } from "./reasoning.ts";

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
  expect(withoutReasoning(said)).toMatchObject({ text: answer, thinking: false });
});

test("une réflexion qui ne finit pas n’a pas de réponse", () => {
  expect(withoutReasoning("\n<think>D’abord un plan.\n\n# Le pain")).toMatchObject({ text: "", thinking: true });
});

test.each([
  "# Les modèles\n\nUn modèle réfléchit entre `<think>` et `</think>`, puis répond.",
  "# Les modèles\n\nSa réflexion finit par `</think>`, puis il répond.",
  "# Les modèles\n\nSa réflexion finit par «\u202f</think>\u202f», puis il répond.",
  "# Les modèles\n\n```\n<think>\nD’abord.\n</think>\n```\n\nVoilà tout.",
  "[reasoning](https://x.test) est un mot anglais.",
  "[Pensée](https://x.test) du jour. <thinkers> a > b [S1].",
])("un livre qui parle de ces balises reste entier : %j", (text) => {
  expect(withoutReasoning(text).text).toBe(text);
});

/** Feeds an answer a few characters at a time and returns the shown text. */
function shownOf(model: string, said: string): string[] {
  const heard = createAnswerReader(model);
  const shown = (said.match(/[\s\S]{1,3}/g) ?? []).map((delta) => heard.add(delta)).filter((text) => text !== "");
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
