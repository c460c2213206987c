import { expect, test } from "vitest";
import { openDocument } from "../../document/open.ts";
import { tidyCitations } from "./tidy.ts";

const tidied = async (text: string, sources: { number: number; url: string }[]) =>
  (await tidyCitations(await openDocument(text), sources)).source;

const sources = [
  { number: 1, url: "https://exemple.fr/pain" },
  { number: 3, url: "https://exemple.fr/wiki/Bl%C3%A9_(plante)" },
];

test.each([
  ["Le levain fermente [S1].", "Le levain fermente [S1]."],
  ["Il fermente[S1][s3] vite.", "Il fermente [S1] [S3] vite."],
  ["Deux sources [S1, S3] ou [S1; S9].", "Deux sources [S1] [S3] ou [S1]."],
  ["Inventée [S9]. Et [sources : S3, S12] bien.", "Inventée. Et [S3] bien."],
  ["Un article [1], [2–4] et [12].", "Un article, et."],
  ["L’intervalle [0, 1] reste.", "L’intervalle [0, 1] reste."],
  ["Note[^1] et [^S3].\n\n[^1]: Une note inventée, avec https://pirate.test/x.", "Note et [S3]."],
  ['Voir [ce site](https://pirate.test/a "b") ou <https://pirate.test>.', "Voir ce site ou."],
  ["Voir [la page](https://exemple.fr/pain) là.", "Voir la page [S1] là."],
  ["Une [fausse adresse][S1] ici.\n\n[S1]: https://pirate.test", "Une fausse adresse ici."],
  ["Le blé [S3](https://pirate.test) pousse.", "Le blé [S3] pousse."],
  ["Le blé (https://exemple.fr/wiki/Blé_(plante)) pousse.", "Le blé ([S3]) pousse."],
  ["Allez sur https://pirate.test/achat?x=1. Ou www.pirate.test !", "Allez sur. Ou !"],
  ["Écrivez à vous@pirate.test.", "Écrivez à."],
  ['Une image ![S1](https://pirate.test/x.png) et <a href="https://pirate.test">un lien</a>.', "Une image et un lien."],
  ["Caché &#91;S9&#93; ici.", "Caché ici\\."],
  ["Caché [*S9*] ici.", "Caché ici\\."],
  ["Mis en valeur [**S3**] ici.", "Mis en valeur [S3] ici\\."],
  ["Un http&#58;//pirate.test ici.", "Un ici\\."],
  ["Échappée \\[S1] ou \\[S9].", "Échappée [S1] ou."],
  [
    "| a | b |\n| --- | --- |\n| Un http&#58;//pirate.test | vrai [S1] |",
    "| a | b |\n| --- | --- |\n| Un | vrai [S1] |",
  ],
  ["`http&#58;//pirate.test | a`\n|---|---|\n| b | c |", "\\` | a`\n|---|---|\n| b | c |"],
  ["Du code `tableau[1]` et `[S9]`.", "Du code `tableau[1]` et."],
  ["```\ncurl https://pirate.test [S9]\n```", "```\ncurl https://pirate.test [S9]\n```"],
  ["## Le pain [S1]\n\nTexte.", "## Le pain\n\nTexte."],
  ["Fin.\n\n## Sources\n\n- Dupont, 2019\n- [x](https://pirate.test)", "Fin."],
  ["Fin.\n\n**Références :**\n\n- Dupont, 2019", "Fin."],
  [
    "## Sources\n\nLa Loire prend sa source là.\n\n## Le fleuve\n\nIl coule.",
    "## Sources\n\nLa Loire prend sa source là.\n\n## Le fleuve\n\nIl coule.",
  ],
  ["Un fait.\n\nSource : https://pirate.test", "Un fait."],
  ["L’étoile est 【S3†L1】 là.", "L’étoile est [S3] là."],
])("%j", async (text, wanted) => {
  const tidy = await tidied(text, sources);
  expect(tidy.trim()).toBe(wanted);
  expect(await tidied(tidy, sources)).toBe(tidy);
});

test("sans source, rien n’est cité", async () => {
  expect(await tidied("Un fait [S1], [un autre](https://exemple.fr/pain).", [])).toBe("Un fait, un autre.");
});
