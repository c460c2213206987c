import { expect, test } from "vitest";
import { openDocument } from "../../document/open.ts";
import { upToWords } from "./cut.ts";

const six = "Un texte de six mots exactement.";

test.each([
  ["tient", six, 6, six],
  ["garde ses phrases entières", `${six} Une autre phrase, trop longue pour tenir.`, 8, six],
  ["garde ses blocs entiers", `${six}\n\n- un\n- deux\n- trois\n- quatre`, 8, six],
  ["perd l’annonce de la liste qui n’y est plus", `${six}\n\nVoici trois règles :\n\n- un\n- deux\n- trois`, 10, six],
  [
    "perd une annonce en gras",
    `${six}\n\n**Trois règles :**\n\n- une liste\n- de plusieurs mots\n- qui ne tiennent pas`,
    9,
    six,
  ],
  ["garde deux points au milieu", `Une chose : la farine.\n\n- un\n- deux\n- trois`, 5, "Une chose : la farine."],
])("ce qui dépasse est coupé : le texte %s", async (_name, text, limit, left) => {
  expect(upToWords(await openDocument(text), limit)).toBe(left);
});
