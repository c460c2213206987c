import { expect, test } from "vitest";
import { openDocument } from "../../document/open.ts";
import { withoutLengthNotes } from "./length-note.ts";

const prompt = "Longueur attendue : environ 300 mots, soit environ 100 par point clé";
const clean = async (text: string) => withoutLengthNotes(await openDocument(text), prompt);
const text = "Les hommes partent avant l’aube, avec leurs masses et leurs coins.";
/** As long as a section of fifty words. */
const section = Array.from({ length: 5 }, () => "Ils frappent le granit, puis ils attendent la marée basse.").join(" ");

test.each([
  "**Nombre de mots : 300**",
  "**Nombre de mots :** 312",
  "*(300 mots)*",
  "(environ 300 mots)",
  "(about 250 words)",
  "[~ 290 mots]",
  "— 300 mots —",
  "*Total : 1 250 mots.*",
  "**Longueur : environ 310 mots**",
  "_Longueur du texte : 300 mots_",
  "Word count: 298",
  "**Word Count:** 301 words",
  "(approximately 300 words)",
  "Number of words: 12",
  "## Nombre de mots : 300",
  "*300 words*",
])("un compte de ses propres mots s’en va, en tête comme en queue : %s", async (note) => {
  expect(await clean(`${text}\n\n${note}`)).toBe(text);
  expect(await clean(`${note}\n\n${text}`)).toBe(text);
});

test("… aussi à la dernière ligne d’un paragraphe, et à la fin d’une section qu’il compte", async () => {
  expect(await clean(`${text}\n**Nombre de mots : 300**`)).toBe(text);
  expect(await clean(`## Un\n\n${section}\n\n*(50 mots)*\n\n## Deux\n\n${text}`)).toBe(
    `## Un\n\n${section}\n\n## Deux\n\n${text}`,
  );
});

test.each([
  `${text}\n\nLe rapport compte 300 mots, pas un de plus.`,
  `Racontez vos vacances. (environ 150 mots)\n\n${text}`,
  `Racontez vos vacances.\n\n*(150 mots)*\n\n## Corrigé\n\n${text}`,
  `${text}\n\nRédigez une lettre de réclamation.\n\n(80 mots)`,
  `Une fiche d’article :\n\n- Sujet : le phare\n- Nombre de mots : 300\n\n${text}`,
  `| Texte | Nombre de mots |\n| --- | --- |\n| Un | 300 mots |\n\n${text}`,
  `> 300 mots\n\n${text}`,
  `${text}\n\n**Longueur : 300 mètres**`,
  `${text}\n\n\`\`\`\n300 mots\n\`\`\``,
  `${text}\n\nTotal : 12 €`,
  `Un vocabulaire de base compte :\n\n- 300 mots\n- 50 verbes\n\n${text}`,
  `## Les 300 mots qu’il faut savoir\n\n${text}`,
])("ce qu’un auteur dit d’un nombre de mots reste : %s", async (said) => {
  expect(await clean(said)).toBe(said);
});
