import { expect, test } from "vitest";
import { openDocument } from "../../document/open.ts";
import { tidyCitations } from "./tidy.ts";

const tidied = async (text: string, sources: { number: number }[]) =>
  (await tidyCitations(await openDocument(text), sources)).source;

const sources = [{ number: 1 }, { number: 3 }];

test.each([
  ["Le levain fermente [S1].", "Le levain fermente [S1]."],
  ["Il fermente[S1][s3] vite.", "Il fermente [S1] [S3] vite."],
  ["Deux sources [S1, S3] ou [S1; S9].", "Deux sources [S1] [S3] ou [S1]."],
  ["Inventée [S9]. Et [sources : S3, S12] bien.", "Inventée. Et [S3] bien."],
  ["Avec sa page [S3, p. 12] ou sans [S 1].", "Avec sa page [S3] ou sans [S1]."],
  ["L’étoile est 【S3†L1】 là, et 【S9†L4】 non.", "L’étoile est [S3] là, et non."],
  ["Note [^S3] et [^S8].", "Note [S3] et."],
  ["Note[^S3] et [^S8].\n\n[^S3]: Une note.\n\n[^S8]: Une autre.\n\nFin.", "Note [S3] et.\n\nFin."],
  ["Échappée \\[S1] ou \\[S9\\].", "Échappée [S1] ou."],
  ["Emboîtée [[S9]] et [[S1]].", "Emboîtée et [S1]."],
  ["Entre parenthèses (voir [S9]) ou ([S1]), ou ([S8], [S9]).", "Entre parenthèses ou ([S1]), ou."],
  ["Le blé [S3](https://pirate.test) pousse, [S9](https://pirate.test) non.", "Le blé [S3] pousse, non."],
  ["Une [étude connue [S3]](https://exemple.fr) le dit.", "Une [étude connue](https://exemple.fr) [S3] le dit."],
  ["Le blé [S3] pousse.\n\n[S3]: https://pirate.test\n\nFin.", "Le blé [S3] pousse.\n\nFin."],
  ["Un fait.\n\nSource : [S9]\n\nUn autre.", "Un fait.\n\nUn autre."],
  ["- Un\n- [S9]\n- Deux", "- Un\n- Deux"],
  ["## Le pain [S1]\n\nTexte.", "## Le pain\n\nTexte."],
  ["| a | b |\n| --- | --- |\n| faux [S9] | vrai [S1] |", "| a | b |\n| --- | --- |\n| faux | vrai [S1] |"],
  ["> Cité [S9]\n> ici.", "> Cité\n> ici."],
  ["Une image ![[S9]](//a.fr/x.png) et ![Un moulin [S9]](moulin.png).", "Une image et ![Un moulin](moulin.png)."],
  ["Une image ![Un moulin [S1]](moulin.png) aussi.", "Une image ![Un moulin](moulin.png) [S1] aussi."],
  ["Fin.\n\n## [S9] Sources\n\n- Dupont, J., 2019.\n- Durand (2003), *Le blé*.", "Fin."],
  ["Fin.\n\n## Sources\n\n- Dupont, 2019\n- [x](https://pirate.test)", "Fin."],
  ["Fin.\n\n**Références :**\n\n- Dupont, J., 2019.\n- Durand et Petit (2003), *Le blé*.", "Fin."],
  ["Fin.\n\nSources :\n\n1. https://pirate.test/a\n2. [S9]", "Fin."],
  ["Fin.\n\n## Bibliographie sélective\n\n- *Le pain*, Actes Sud, 2011.\n- *Le blé*, 1998.", "Fin."],
  ["Fin.\n\n### Works cited\n\nSmith, J. (2004). Bread.\n\nDoe, A. (2011). Flour.", "Fin."],
  ["Fin.\n\n## Bibliografía\n\n- García y López (2004), *El pan*.", "Fin."],
  ["Ende.\n\n## Literaturverzeichnis\n\n- Müller und Meier (2011): *Das Brot*.", "Ende."],
  ["Ende.\n\n## Quellen\n\n1. https://pirate.test/a", "Ende."],
  ["Fine.\n\n## Riferimenti bibliografici\n\n- Rossi e Bianchi (1998), *Il pane*.", "Fine."],
  ["Fim.\n\n## Fontes\n\n- Silva e Costa (2003), *O pão*.", "Fim."],
  ["Einde.\n\n## Literatuurlijst\n\n- De Vries en Jansen (2015), *Brood*.", "Einde."],
  ["Fin.\n\n## References\n\n[1]: https://pirate.test/a\n[2]: https://pirate.test/b", "Fin."],
])("une source qui n’existe pas n’est pas citée : %j", async (text, wanted) => {
  const tidy = await tidied(text, sources);
  expect(tidy.trim()).toBe(wanted);
  expect(await tidied(tidy, sources)).toBe(tidy);
});

/** What looks like a citation, or like the markup of one, and is the author's. */
const kept = [
  "continue sur l’intervalle [1, 2] et strictement croissante sur $[1, 4]$",
  "la liste [3, 1, 2] triée devient [1, 2, 3] : le premier est tab[1], le suivant tab[2].",
  "Soit $x \\in [2, 7]$, puis \\([1, 3]\\) et\n\n$$\n[1, 5] \\cup [7]\n$$",
  "les points [1, 3] et [2, 6] sur la figure [4]. Les versets [12] et [13].",
  "Un article [1], [2–4] et [12, 14]. Note¹ [7]",
  "Le type List<String> désigne une liste, et Map<K, V> un dictionnaire.",
  "s’ouvre à l’adresse http://localhost:3000 dans le navigateur",
  "Rendez-vous sur https://nodejs.org/fr pour l’installer, ou sur www.exemple.fr !",
  "on écrit à contact@exemple.fr ou <mailto:a@b.fr>",
  "| Un<br>deux | `a[1]` | [3] |\n| --- | --- | --- |\n| x<br/>y | [4, 5] | www.a.fr |",
  "La balise <em> met en valeur, <br> passe à la ligne, </p> ferme.",
  "> « Allez sur [la page](https://exemple.fr) », dit-il [2].",
  "Une note[^1] d’auteur.\n\n[^1]: Elle dit https://exemple.fr/x.",
  '![Un moulin](moulin.png) et <a href="https://exemple.fr">un lien</a>.',
  "Une [adresse][doc] ici.\n\n[doc]: https://exemple.fr",
  "Du code `tableau[1]`, `[S9]` et `x = [S1, S2]`.",
  "```\ncurl https://exemple.fr [S9]\n```",
  "Le format [S] et le groupe [SA1] ne sont pas le [sujet 3], ni [S12bis].",
  "Espaces  doubles , et ( parenthèses ) [ ] { } vides () [] <>.",
  "- [ ] à faire\n- [x] fait [1]",
  "Der Berg.\n\n## Quellen\n\nDie Donau entspringt dort seit 1551 aus zwei Quellen.",
  "El monte.\n\n## Fuentes\n\n- La fuente del Oso\n- La fuente del Lobo",
  "Ende.\n\n## Literatur\n\nDie Literatur jener Jahre ist reich.",
  "## Sources\n\nLa Loire prend sa source là.\n\n## Le fleuve\n\nIl coule.",
  "Le mont.\n\n## Sources\n\nLa Loire prend sa source au pied du mont Gerbier-de-Jonc, en 1551 comme en 2024.",
  "Le mont.\n\n## Sources\n\n- La Loire, au mont Gerbier-de-Jonc\n- Le Tarn, au mont Lozère",
  "Un CV se termine ainsi.\n\n## Références\n\n- Vos anciens employeurs, s’ils sont prévenus\n- Vos professeurs",
  "Fin.\n\n## Pour aller plus loin\n\n- *Le pain*, Dupaigne, 1999\n- https://exemple.fr",
];

test.each(kept)("reste octet pour octet, que des pages aient été lues ou non : %j", async (text) => {
  expect(await tidied(text, sources)).toBe(text);
  expect(await tidied(text, [])).toBe(text);
});

test.each([
  "Un fait [S1], [un autre](https://exemple.fr/pain).",
  "Fin.\n\n## Bibliographie\n\n- Dupont, J., 2019. https://exemple.fr",
  "Les tailles [S4] et [S12] ; les groupes 【S3】.",
])("sans page lue, rien ne peut être une citation : %j reste", async (text) => {
  expect(await tidied(text, [])).toBe(text);
});
