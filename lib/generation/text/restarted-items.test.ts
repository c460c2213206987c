import { expect, test } from "vitest";
import { openDocument } from "../../document/open.ts";
import { withoutRestartedItems } from "./restarted-items.ts";

const opening =
  "En ville, la place et le soleil manquent souvent, et il est difficile d’y installer une ruche. Une façon nouvelle d’élever des abeilles est de les loger sur les toits, qui offrent plusieurs avantages :";
const space = "**La place :** les toits ont souvent assez de place pour les ruches et pour tout ce qu’elles demandent.";

const cut = async (text: string) => withoutRestartedItems(await openDocument(text));

test.each([
  [
    "qui reprend ce qui l’annonce, avec ce qu’il contient",
    `${opening}\n\n1. ${space}\n2. **Le manque :** ${opening}\n   1. ${space}\n   2. **Le manque :** ${opening}\n3. Un voisinage plus calme.`,
    `${opening}\n\n1. ${space}\n3. Un voisinage plus calme.`,
  ],
  [
    "sans étiquette, plus loin dans le texte",
    `${opening}\n\nUn autre paragraphe.\n\n- Le calme\n- ${opening}\n\nAprès.`,
    `${opening}\n\nUn autre paragraphe.\n\n- Le calme\n\nAprès.`,
  ],
  ["laissé vide", "Avant.\n\n1. Un\n2. Deux\n3.\n\nAprès.", "Avant.\n\n1. Un\n2. Deux\n\nAprès."],
])("un élément %s s’en va", async (_name, text, left) => {
  expect(await cut(text)).toBe(left);
});

test.each([
  [
    "une consigne redite dans une liste",
    "Traduisez la phrase puis relevez-en tous les verbes conjugués.\n\n- Traduisez la phrase puis relevez-en tous les verbes conjugués.\n- Autre.",
  ],
  ["une liste à remplir", "Notez trois raisons :\n\n1.\n2.\n3."],
  [
    "un élément qui ajoute une phrase",
    `${opening}\n\n- ${opening} Le premier est qu’aucun voisin ne passe devant le trou de vol.`,
  ],
  ["deux éléments qui disent la même chose", `Avant.\n\n- ${opening}\n- ${opening}`],
])("reste tel quel : %s", async (_name, text) => {
  expect(await cut(text)).toBe(text);
});
