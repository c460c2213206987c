import { expect, test } from "vitest";
import { openDocument } from "../../document/open.ts";
import { withoutContentLabels } from "./content-label.ts";

const without = async (text: string) => withoutContentLabels(await openDocument(text));

test.each([
  ["Continu du chapitre :\n\nLe levain dort.", "Le levain dort."],
  ["Le levain dort.\n\n**Suite du chapitre :**\n\nIl se réveille.", "Le levain dort.\n\nIl se réveille."],
  ["Contenu de la section 2 :\n\nLe levain dort.", "Le levain dort."],
  ["Chapter content:\n\nThe starter sleeps.", "The starter sleeps."],
  ["Text of this section:\n\nThe starter sleeps.", "The starter sleeps."],
])("%j perd la ligne qui annonce le contenu", async (text, expected) => {
  expect(await without(text)).toBe(expected);
});

test.each([
  "Contenu du chapitre :\n\n- la farine\n- l’eau",
  "Suite du chapitre au tribunal :\n\nle juge entre.",
  "Le texte du chapitre : une page que le moine recopia.",
  "Le contenu du chapitre se lit à voix haute.",
])("%j reste entier", async (text) => {
  expect(await without(text)).toBe(text);
});
