import { expect, test } from "vitest";
import { readHonestBooks } from "#testing/corpus/books.ts";
import { translated } from "#testing/model/translation.ts";
import { applyEdits } from "../../document/edit.ts";
import { openDocument } from "../../document/open.ts";
import { wordsIn } from "../../document/words.ts";
import { readTranslation } from "./answer.ts";
import { labelsOf, openOriginal } from "./original.ts";
import { runsOf } from "./runs.ts";

const languages = { from: "fr", to: "en" } as const;

const odd = `# Les relevés

Un premier paragraphe, avec *un mot* et **deux autres mots**, dit où l’on va ensuite [S1].

![Le phare](images/phare.png)

- Un premier élément de la liste, qui est court ;
- un deuxième, qui en contient d’autres :
  1. la première chose à faire le matin ;
  2. la deuxième chose à faire le soir.

  \`\`\`sh
  allumer --lampe 3
  \`\`\`
- [x] un dernier, qui est fait[^1].

| Phare | Hauteur | Année |
| --- | ---: | :---: |
| Ar-Men | 33,50 m | 1881 |
| La \`Vieille\` | 27 m | 1887 |

> Une citation d’un vieux gardien, qui parle.
>
> — Et il répond encore une fois.

Les vagues montent\\
et la lampe tourne\\
toute la nuit.

— Vous partez déjà ? demanda-t-elle. La formule est $E = mc^2$, ou <kbd>Ctrl</kbd>.

$$
\\int_0^1 x\\,dx
$$

Voir [la page du phare](https://exemple.fr/phare?a=1 "Le phare") ou [le recueil][r], ou https://exemple.fr.

[^1]: Une note de bas de page, avec [un lien](https://exemple.fr/note).

[r]: https://exemple.fr/recueil`;

/** Translates a text run by run, as a good model would. */
async function translateAll(text: string, limits: { words: number; blocks: number }) {
  const document = await openDocument(text);
  const labels = labelsOf(document);
  const edits: { start: number; end: number; by: string }[] = [];
  for (const { start, end, lead } of runsOf(document, limits)) {
    const original = await openOriginal(text.slice(start, end), { lead, labels });
    const answer = { text: translated(original.masked.text, "en"), ended: "whole" as const };
    const { text: by, faults } = await readTranslation(original, answer, { labels, languages });
    expect(faults, original.masked.text).toEqual([]);
    edits.push({ start, end, by: by.split("\n").slice(original.leadLines).join("\n") });
  }
  return { text: applyEdits(text, edits), runs: edits.length };
}

const kept = [
  "[S1]",
  "![Le phare](images/phare.png)",
  "allumer --lampe 3",
  "`Vieille`",
  "$E = mc^2$",
  "<kbd>",
  "\\int_0^1 x\\,dx",
  '(https://exemple.fr/phare?a=1 "Le phare")',
  "[r]: https://exemple.fr/recueil",
  "][r]",
  "https://exemple.fr.",
  "[^1]: ",
  "[^1].",
  "(https://exemple.fr/note)",
  "| --- | ---: | :---: |",
  "33,50",
  "1887",
];

test.each([
  [600, 24],
  [40, 6],
  [8, 1],
])(
  "un texte de toutes sortes se traduit par %i mots : structure, code, liens, notes et vers restent",
  async (words, blocks) => {
    const { text, runs } = await translateAll(odd, { words, blocks });
    for (const piece of kept) expect(text).toContain(piece);
    expect(text.match(/\\$/gm)).toHaveLength(2);
    expect(text).not.toMatch(/<x\d/);
    const [before, after] = await Promise.all([openDocument(odd), openDocument(text)]);
    expect(after.blocks.map(({ node }) => node.type)).toEqual(before.blocks.map(({ node }) => node.type));
    expect(text).not.toContain("paragraphe");
    expect(runs).toBe({ 600: 1, 40: 6, 8: 15 }[words]);
  },
);

test.each([
  ["un paragraphe de 3 000 mots", "Le gardien montait avec sa lampe. ".repeat(500)],
  ["un paragraphe sans phrases", "le gardien montait avec sa lampe\n".repeat(500)],
  ["un paragraphe sans lignes", "lampe ".repeat(3000)],
  ["une liste de 500 éléments", "- Le gardien montait avec sa lampe.\n".repeat(500)],
  [
    "un tableau de 500 lignes",
    `| Qui | Quoi |\n| --- | --- |\n${"| Le gardien montait | avec sa lampe |\n".repeat(500)}`,
  ],
  ["une citation de 500 paragraphes", "> Le gardien montait avec sa lampe.\n>\n".repeat(500)],
])("%s se coupe en questions d’un modèle", async (_what, text) => {
  const source = text.trim();
  const runs = runsOf(await openDocument(source), { words: 150, blocks: 6 });
  const asked = runs.map(({ start, end }) => source.slice(start, end));
  for (const part of asked) expect(wordsIn(part).length).toBeLessThanOrEqual(150);
  const head = "| Qui | Quoi |\n| --- | --- |\n";
  expect(runs.slice(1).every(({ lead }) => lead === (source.startsWith("|") ? head : ""))).toBe(true);
  const left = applyEdits(
    source,
    runs.map(({ start, end }) => ({ start, end, by: "" })),
  );
  expect(left.replace(/[\s>]+/g, "")).toBe("");
});

const honest = await readHonestBooks();
test.each(honest.flatMap(({ name, chapters }) => chapters.map((chapter, index) => ({ name, index, ...chapter }))))(
  "« $name » ($index) : une bonne traduction passe sans défaut, un texte rendu tel quel est vu",
  async ({ text, language }) => {
    const to = language === "de" ? "es" : "de";
    const document = await openDocument(text);
    const labels = labelsOf(document);
    for (const { start, end, lead } of runsOf(document, { words: 150, blocks: 6 })) {
      const original = await openOriginal(text.slice(start, end), { lead, labels });
      const read = (answer: string) =>
        readTranslation(original, { text: answer, ended: "whole" }, { labels, languages: { from: language, to } });
      const good = await read(translated(original.masked.text, to));
      expect(good.faults, original.source).toEqual([]);
      expect(good.said).toBe(good.alone);
      const { faults } = await read(original.masked.text);
      if (original.words >= 40)
        expect(
          faults.map(({ kind }) => kind),
          original.source,
        ).toContain("untranslated");
    }
  },
);
