import { expect, test } from "vitest";
import { openDocument } from "../../document/open.ts";
import { authorTexts } from "../brief/book-brief.ts";
import { chapterPrompt } from "../prompts/chapter.ts";
import { continuePrompt } from "../prompts/continue-chapter.ts";
import { allLabels } from "../prompts/labels.ts";
import { sectionPrompt } from "../prompts/section.ts";
import { withoutScaffolding } from "./scaffolding.ts";

const french = {
  request: {
    topic: "Les phares de Bretagne",
    goal: "Raconter comment ils ont été construits, puis gardés",
    instructions: "Le livre dit une fois : la mer prend tout ce que le gardien ne surveille pas.",
    words: 300,
    language: "fr",
  },
  outline: {
    title: "Les phares de Bretagne",
    chapters: [
      {
        title: "La tour et la pierre",
        description: "Ce chapitre présente les premiers travaux de construction des phares sur les rochers.",
        key_points: ["Les tailleurs de pierre travaillent à marée basse", "Responsables", "Le granit de l’île"],
        defines: [{ term: "fût", definition: "la partie de la tour qui va de la base à la lanterne." }],
        elsewhere: [{ what: "le feu et ses lentilles", where: "La lumière" }],
      },
      { title: "La lumière", description: "", key_points: [], defines: [], elsewhere: [] },
    ],
  },
  position: 1,
  notes: undefined,
  sources: [],
  words: 300,
};
const english = { ...french, request: { ...french.request, language: "en" } };

const prompted = (input: typeof french) => {
  const whole = chapterPrompt(input);
  const { language } = input.request;
  const prompt = continuePrompt({ language, prompt: whole.prompt, written: "Le granit vient de l’île.", words: 100 });
  return { ...whole, prompt, authorTexts: authorTexts(input.request), labels: allLabels };
};
const clean = async (text: string, input = french) => withoutScaffolding(await openDocument(text), prompted(input));

const honest = "Les hommes partent avant l’aube, avec leurs masses et leurs coins.";

test.each([
  ["des clôtures", `${honest}\n\n"""\n\nIls reviennent le soir.\n\n"""`, `${honest}\n\nIls reviennent le soir.`],
  ["une longueur pour titre", `## Longueur attendue : environ 300 mots\n\n${honest}`, honest],
  [
    "une longueur et sa part",
    `**Longueur attendue :** environ 300 mots, soit environ 100 par point clé\n\n${honest}`,
    honest,
  ],
  [
    "une étiquette en gras et sa liste",
    `${honest}\n\n**Points clés :**\n- Les tailleurs de pierre travaillent à marée basse\n- Responsables\n- Le granit de l’île\n\nFin.`,
    `${honest}\n\nFin.`,
  ],
  [
    "les termes du contrat",
    `${honest}\n\n**Termes que ce chapitre définit, en ce sens :**\n\n- fût : la partie de la tour qui va de la base à la lanterne.`,
    honest,
  ],
  ["le début d’une étiquette, en titre", `## Termes que ce chapitre définit\n\n${honest}`, honest],
  [
    "les renvois au plan, autrement arrangés",
    `${honest}\n\n- le feu et sa lentille (chapitre 2, « La lumière »)\n- ce que dit le chapitre 2 : « La lumière est un travail. »`,
    `${honest}\n\n- ce que dit le chapitre 2 : « La lumière est un travail. »`,
  ],
  [
    "la description du plan, en tête et en queue",
    `Ce chapitre présente les premiers travaux de construction des phares sur les rochers. ${honest}\n\nCe chapitre présente les premiers travaux de construction des phares sur les rochers.`,
    honest,
  ],
  [
    "une consigne",
    `Tu réponds uniquement par le texte du chapitre, sans commentaire.\n\n${honest}\n\nÉcris la suite à partir de la phrase suivante, jusqu’à la fin.`,
    honest,
  ],
  [
    "le formulaire du chapitre suivant",
    `${honest}\n\nChapitre à écrire : 2. La lumière\n\nDescription : …\n\nD’autres.`,
    honest,
  ],
  [
    "le sujet et l’objectif",
    `Sujet : Les phares de Bretagne\nObjectif : Raconter comment ils ont été construits, puis gardés\n\n${honest}`,
    honest,
  ],
])("ôte %s que le modèle a recopié de la question", async (_name, text, left) => {
  expect(await clean(text)).toBe(left);
});

test.each([
  ["Expected length: about 300 words\n\nThe men leave before dawn.", "The men leave before dawn."],
  ["The men leave before dawn.\n\nChapter to write: 2. La lumière\n\nMore.", "The men leave before dawn."],
  ["You answer with the text of the chapter alone, without comment.\n\nThe men leave.", "The men leave."],
])("en anglais aussi : %s", async (text, left) => {
  expect(await clean(text, english)).toBe(left);
});

test.each([
  "La mer prend tout ce que le gardien ne surveille pas.",
  "Les tailleurs de pierre travaillent à marée basse. Ils n’ont que quatre heures.",
  "## Les tailleurs de pierre travaillent à marée basse\n\nIls n’ont que quatre heures.",
  "## Objectif : tenir jusqu’au matin\n\nLe gardien veille.",
  "**Objectif :** savoir allumer la lampe.",
  "Public : les enfants du port, qui savent déjà nager.",
  "- Responsables de la lampe, ils dorment peu.",
  "Il lut la règle : environ 300 mots suffisaient au rapport.",
  "Le rapport compte 300 mots, pas un de plus.",
  '```python\ndef f():\n    """\n    Longueur attendue : environ 300 mots\n    """\n```',
  '- Un exemple :\n\n  ```python\n  """\n  Longueur attendue : environ 300 mots\n  """\n  ```',
  "| Longueur attendue | environ 300 mots |\n| --- | --- |\n| Points clés | a |",
  "Le fût est la partie que l’on voit de loin.",
  "Au chapitre suivant, la lumière : description d’une lampe.",
])("garde ce qui est du livre : %s", async (text) => {
  expect(await clean(text)).toBe(text);
});

test("une section écrite par un petit modèle perd de même ce qu’il a recopié", async () => {
  const { system, prompt } = sectionPrompt({ ...french, point: "Responsables", before: [], words: 100 });
  const asked = { system, prompt, authorTexts: authorTexts(french.request), labels: allLabels };
  const text = `À dire : Responsables, à propos de « La tour et la pierre »\n\n${honest}\n\nÉcris cette section : deux ou trois paragraphes, sans titre ni liste.`;
  expect(withoutScaffolding(await openDocument(text), asked)).toBe(honest);
  const said = "Les pierres du phare viennent de l’île, et non du continent.";
  const point = sectionPrompt({ ...french, point: said, before: [], words: 100 });
  const spoken = `${said} On les taille à marée basse.`;
  expect(withoutScaffolding(await openDocument(spoken), { ...asked, ...point })).toBe(spoken);
});
