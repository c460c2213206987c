import { expect, test } from "vitest";
import { openDocument } from "../../document/open.ts";
import { gluedScripts } from "./glued-scripts.ts";

test.each([
  ["Il agit sur l’淀粉 de la farine.", ["l’淀粉"]],
  ["Cela重要 demande du temps.", ["Cela重要"]],
  ["- La работаpatience du boulanger", ["работаpatience"]],
  ["## Le pain대 levain\n\nIl lève.", ["pain대"]],
])("trouve ce qu’un modèle a laissé échapper : %s", async (text, found) => {
  expect(gluedScripts(await openDocument(text))).toEqual(found);
});

test.each([
  "Le mot 道 (dào) veut dire la voie ; 道德經 est son livre.",
  "« Привет », dit-il, puis : « До свидания ».",
  "On écrit كتاب pour un livre.",
  "Le reste.\n\n```\nCela重要\n```",
  "Vitamine α, β-carotène et Ωmega.",
])("laisse une autre écriture à sa place : %s", async (text) => {
  expect(gluedScripts(await openDocument(text))).toEqual([]);
});
