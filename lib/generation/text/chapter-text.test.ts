import fc from "fast-check";
import { expect, test } from "vitest";
import { headingsOf } from "../../document/headings.ts";
import { openDocument } from "../../document/open.ts";
import { upToLastSentence } from "../../document/sentences.ts";
import { measureStructure } from "../quality/structure.ts";
import { normalizeChapter } from "./chapter-text.ts";

const title = "Le levain";
const names = { title };

test.each([
  ["un texte sans titre", "Un texte.", "# Le levain\n\nUn texte."],
  ["son propre titre", "# Le levain\n\nUn texte.", "# Le levain\n\nUn texte."],
  ["un titre doublé", "# Le levain\n\n# Le Levain\n\nUn texte.", "# Le levain\n\nUn texte."],
  ["un titre numéroté", "## Chapitre 3 : Le levain\n\nUn texte.", "# Le levain\n\nUn texte."],
  ["un titre souligné", "Le levain\n=========\n\nUn texte.", "# Le levain\n\nUn texte."],
  [
    "une promesse",
    "Bien sûr, je vais vous écrire une section sur le levain :\n\nUn texte.",
    "# Le levain\n\nUn texte.",
  ],
  [
    "une promesse seule",
    "Je vais maintenant rédiger le chapitre sur le levain :\n\nUn texte.",
    "# Le levain\n\nUn texte.",
  ],
  ["a promise", "Sure, I will write a section about sourdough:\n\nA text.", "# Le levain\n\nA text."],
  [
    "une promesse en deux phrases",
    "Bien sûr, je vais commencer par préparer la farine. Voici une liste claire des ingrédients nécessaires :\n\n- de la farine\n- de l’eau",
    "# Le levain\n\n- de la farine\n- de l’eau",
  ],
  [
    "an announcement around a sentence",
    "Certainly! The book speaks of bread in a clear way. Here are two paragraphs to get you started:\n\nA text.",
    "# Le levain\n\nA text.",
  ],
  [
    "une aide offerte",
    "Bien sûr, je suis prêt à vous aider à écrire cette section de votre livre. Voici un paragraphe de base :\n\n---\n\nUn texte.",
    "# Le levain\n\nUn texte.",
  ],
  [
    "une annonce après ce qui présente le chapitre",
    "Dans ce chapitre, nous allons examiner le levain. Voici deux paragraphes pour ce chapitre :\n\nUn texte.",
    "# Le levain\n\nUn texte.",
  ],
  [
    "une annonce après une phrase qui est du texte",
    "La farine se choisit au moulin. Here are two paragraphs for this section:\n\nUn texte.",
    "# Le levain\n\nLa farine se choisit au moulin.\n\nUn texte.",
  ],
  ["un guillemet qui ne se ferme pas", '"Un texte.\n\nEt sa suite.', "# Le levain\n\nUn texte.\n\nEt sa suite."],
  ["une annonce", "Bien sûr ! Voici le chapitre demandé :\n\n# Le levain\n\nUn texte.", "# Le levain\n\nUn texte."],
  [
    "une annonce qui parle de consignes",
    "Bien sûr ! Je vous propose ce texte, rédigé selon vos consignes.\n\n# Le levain\n\nUn texte.",
    "# Le levain\n\nUn texte.",
  ],
  [
    "une annonce sous son titre",
    "# Le levain\n\nCertainement. Voici le chapitre.\n\nUn texte.",
    "# Le levain\n\nUn texte.",
  ],
  [
    "une offre à la fin",
    "Un texte.\n\n---\n\nSouhaitez-vous que je poursuive avec la suite\u202f?",
    "# Le levain\n\nUn texte.",
  ],
  ["une offre dans sa dernière phrase", "Un texte. Voulez-vous que je développe ?", "# Le levain\n\nUn texte."],
  ["une offre en anglais", "Un texte.\n\nWould you like me to continue with chapter 2?", "# Le levain\n\nUn texte."],
  [
    "une offre de retouche",
    "Un texte.\n\nN’hésitez pas à me demander une autre version.\n\n(Fin du chapitre 3)",
    "# Le levain\n\nUn texte.",
  ],
  ["une annonce et un filet", "Voici le texte :\n\n---\n\n# Le levain\n\nUn texte.", "# Le levain\n\nUn texte."],
  ["un bloc autour de tout", "```markdown\n# Le levain\n\nUn texte.\n```", "# Le levain\n\nUn texte."],
  [
    "une annonce puis un bloc",
    "Voici le chapitre :\n\n```md\n# Le levain\n\n```js\nlet a\n```\n\nFin.\n```",
    "# Le levain\n\n```js\nlet a\n```\n\nFin.",
  ],
  [
    "une promesse d’aider",
    "Bien sûr, je serai ravi de vous aider à écrire une section sur le levain. Voici deux paragraphes :\n\nUn texte.",
    "# Le levain\n\nUn texte.",
  ],
  ["a promise of help", "Certainly! I'd be happy to help you write this section.\n\nA text.", "# Le levain\n\nA text."],
  ["son titre en gras", "**Chapitre 3 : Le levain**\n\nUn texte.", "# Le levain\n\nUn texte."],
  ["des filets autour", "---\n\nUn texte.\n\n***\n\nFin.\n\n---", "# Le levain\n\nUn texte.\n\n***\n\nFin."],
  ["une suite promise", "Un texte.\n\n*(À suivre dans le prochain chapitre…)*", "# Le levain\n\nUn texte."],
  [
    "le chapitre suivant annoncé",
    "Un texte. Dans le prochain chapitre, nous verrons la farine.",
    "# Le levain\n\nUn texte.",
  ],
  ["the next chapter announced", "A text.\n\nIn the next chapter, we will look at flour.", "# Le levain\n\nA text."],
  ["un second H1", "# Le levain\n\n## B\n\nA.\n\n# C\n\nD.", "# Le levain\n\n## B\n\nA.\n\n## C\n\nD."],
  [
    "des sections en H1",
    "# Le levain\n\n# A\n\n## B\n\nD.\n\n# C\n\nE.",
    "# Le levain\n\n## A\n\n### B\n\nD.\n\n## C\n\nE.",
  ],
  ["un autre H1 en tête", "# Introduction\n\nA.", "# Le levain\n\n## Introduction\n\nA."],
  ["un H1 dans une citation", "> # A\n\nB.", "# Le levain\n\n> ## A\n\nB."],
  ["un # dans du code", "A.\n\n```sh\n# commentaire\n```", "# Le levain\n\nA.\n\n```sh\n# commentaire\n```"],
  ["des fins de ligne Windows", "# Le levain\r\n\r\nA.\r\nB.", "# Le levain\n\nA.\nB."],
  ["des niveaux sautés", "A.\n\n## B\n\n#### C\n\nD.", "# Le levain\n\nA.\n\n## B\n\n### C\n\nD."],
  ["une section vide", "A.\n\n## B\n\n## C\n\nD.\n\n## E", "# Le levain\n\nA.\n\n## C\n\nD."],
  ["son titre redit plus loin", "A.\n\n## Le levain\n\nB.", "# Le levain\n\nA.\n\nB."],
  [
    "des titres numérotés",
    "## 1. Un\n\nA.\n\n### 1.1 Deux\n\nB.\n\n## Section 2 — Trois\n\nC.\n\n## 2024, année\n\nD.",
    "# Le levain\n\n## Un\n\nA.\n\n### Deux\n\nB.\n\n## Trois\n\nC.\n\n## 2024, année\n\nD.",
  ],
])("un chapitre avec %s est remis en forme", async (_name, text, expected) => {
  expect((await normalizeChapter(text, names)).source).toBe(expected);
});

test("une première phrase en « Voici » qui fait partie du texte reste", async () => {
  expect((await normalizeChapter("Voici comment naît un levain.\n\nPuis…", names)).source).toContain(
    "Voici comment naît",
  );
});

test.each([
  "Bien sûr, tout le monde connaît le pain.\n\nPuis…",
  "Je vais vous écrire ce que j’ai vu :\n\nla mer montait.",
  "D’accord, je vais te donner la recette :\n\n- de la farine\n- du sel",
  "Bien sûr, nous allons pétrir. Voici la farine :\n\nelle est grise.",
  "Sa lettre est longue. Voici un passage de ce livre :\n\n> La mer.",
  '"Un mot", dit-il.\n\nPuis…',
  '"I went home.\n\n"Then I slept."',
  "Bien sûr, j’ai relu ce texte cent fois.\n\nPuis…",
  "Bien sûr, je vous propose de commencer par la farine.\n\nPuis…",
  "Je vous propose ici une méthode, et un texte de mon grand-père.\n\nPuis…",
  "Selon votre four, le temps de cuisson du pain change.\n\nPuis…",
  "Le boulanger se tourna.\n\n— Souhaitez-vous que je poursuive ?",
  "Il le dit : « Bien. Voulez-vous que je continue ? »",
  "Le pain refroidit.\n\nVoulez-vous que votre pain lève ? Attendez.",
  "Le pain refroidit.\n\nN’hésitez pas à me croire : il est bon.",
  "Le pain refroidit.\n\nSouhaitez-vous un pain plus acide ?",
])("%s : cela fait partie du texte, et reste", async (text) => {
  const document = await normalizeChapter(text, names);
  expect(document.source).toBe(`# Le levain\n\n${text}`);
  const { checks } = measureStructure([{ position: 1, document }]);
  expect(checks.find(({ name }) => name === "no_announcement")?.chapters).toEqual([]);
});

const line = fc.constantFrom(
  "# A",
  "## B",
  "#",
  "A\n===",
  "B\n---",
  "> # C",
  "- # D",
  "texte",
  "",
  "```",
  "    code",
  "# Le levain",
);

test("quel que soit le texte, il n’y a qu’un H1, et il est en tête, sans niveau sauté ni section vide", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(line, { maxLength: 12 }), async (lines) => {
      const document = await normalizeChapter(lines.join("\n"), names);
      const content = document.source;
      expect(headingsOf(await openDocument(content)).filter(({ depth }) => depth === 1)).toHaveLength(1);
      expect(content.startsWith("# Le levain")).toBe(true);
      expect((await normalizeChapter(content, names)).source).toBe(content);
      const { checks } = measureStructure([{ position: 1, document }]);
      const faults = checks.filter(({ name, chapters }) => /level|empty|title/.test(name) && chapters.length > 0);
      if (content !== "# Le levain") expect(faults).toEqual([]);
    }),
    { numRuns: 200 },
  );
});

test("un texte coupé garde ses phrases entières", () => {
  expect(upToLastSentence("Une phrase. Une autre ! Et la tro")).toBe("Une phrase. Une autre !");
  expect(upToLastSentence("Il vaut 3.14 et la tro")).toBe("");
});
