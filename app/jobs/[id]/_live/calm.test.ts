import { expect, test } from "vitest";
import { calm, draftProse, lastLines, paragraphs } from "./calm.ts";

test.each([
  ["Un mot **important", "Un mot **important**"],
  ["Un mot *à part", "Un mot *à part*"],
  ["Un mot **", "Un mot "],
  ["Du `code", "Du `code`"],
  ["Fin.\n\n##", "Fin.\n"],
  ["Fin.\n\n- un\n-", "Fin.\n\n- un"],
  ["Voir [le site](https://exe", "Voir "],
  ["Voir [le", "Voir "],
  ["Entier, **fort** et *penché*.", "Entier, **fort** et *penché*."],
  ["- un *mot*\n- deux", "- un *mot*\n- deux"],
  ["```\na * b\n", "```\na * b"],
])("un Markdown interrompu se lit calmement : %j", (given, wanted) => {
  expect(calm(given)).toBe(wanted);
});

test("le brouillon perd le titre, la clôture et les marques de source", () => {
  expect(draftProse("```markdown\n# Le pain\n\nLe levain [s1, s2] vit [s3", "Le pain")).toBe("Le levain vit");
});

test("les dernières lignes commencent à un paragraphe, ou à un mot", () => {
  const long = "mot ".repeat(400);
  expect(lastLines(`${long}\n\n${"fin ".repeat(130)}`)).toMatch(/^fin/);
  expect(lastLines(long).length).toBeLessThan(1100);
  expect(paragraphs("a\n\n```\nb\n\nc\n```\n\nd")).toEqual(["a", "```\nb\n\nc\n```", "d"]);
});
