import { expect, test } from "vitest";
import type { StyleCheck } from "../../../contract/quality.ts";
import { type Genre, genres } from "../../../contract/values.ts";
import { openDocument } from "../../../document/open.ts";
import { isSpared } from "../../genre/traits-of.ts";
import { measureStyle } from "./style.ts";

async function faultsOf(sources: string[], genre?: Genre) {
  const documents = await Promise.all(sources.map(openDocument));
  const chapters = documents.map((document, index) => ({ position: index + 1, document }));
  const { checks } = await measureStyle(chapters, "fr", genre);
  return Object.fromEntries(
    checks.filter(({ chapters }) => chapters.length > 0).map((one) => [one.name, one.chapters]),
  );
}
const namesOf = async (source: string, genre?: Genre) => Object.keys(await faultsOf([source], genre));

/** Prose of which no two sentences have much in common. */
const human = `Le gardien montait chaque soir les deux cent douze marches, une lampe à la main et du pain dans sa poche.

Il avait appris à reconnaître les navires à leur façon de prendre la houle : les thoniers plongeaient du nez, les caboteurs roulaient comme des femmes qui portent des seaux. Quand la brume venait, il comptait les coups de corne et notait l’heure sur un cahier d’écolier.

Sa sœur, restée à terre, recevait une lettre par mois. Elle y cherchait des nouvelles de son rhumatisme ; il n’y parlait que d’oiseaux. Une année, pourtant, il raconta le naufrage d’une barque espagnole, les tonneaux d’oranges crevés sur la grève, et les enfants du bourg qui en mangèrent jusqu’à être malades.

Le matin où l’on installa l’électricité, il descendit pour la dernière fois. L’ingénieur lui serra la main, promit une pension, et demanda où se trouvait le fusible.`;

const found: [StyleCheck, string][] = [
  [
    "said_again",
    `Le phare allumé guide les navires fatigués vers le port breton pendant la longue nuit. Pendant la longue nuit, le phare allumé conduit les navires fatigués au port breton.

Les marins confiants regardent longtemps la lumière blanche du phare lointain. Avec confiance, les marins regardent toujours la lumière blanche de ce phare lointain. La lumière blanche du phare lointain, les marins confiants la regardent souvent.`,
  ],
  [
    "nothing_new",
    `Le levain naturel donne du goût au pain, et la patience du boulanger fait lever lentement cette pâte vivante chaque matin dans son fournil.

La patience du boulanger donne du goût à cette pâte vivante, et chaque matin le levain naturel fait lever lentement son pain dans le fournil.

Dans le fournil, chaque matin, la pâte vivante du boulanger lève lentement, et le levain naturel donne au pain le goût de la patience.`,
  ],
  [
    "labels",
    `**Date de fin :** 1er mai 1855

**Responsables :** le comte et son ministère

**Effectifs :** cent vingt ouvriers

Les ouvriers arrivèrent au printemps.`,
  ],
  [
    "plan_talk",
    `Ce chapitre présente les premiers travaux. Les ouvriers, dont il est question dans le chapitre 2, arrivèrent tard.

Dans cette section, nous verrons la suite. Comme nous l’avons dit au chapitre précédent, le comte attendait.`,
  ],
  [
    "items_alike",
    `Il faut prendre garde à tout.

- Ne roulez jamais en direction des voitures garées
- Ne roulez jamais en direction des trains
- Ne roulez jamais en direction des avions
- Ne roulez jamais en direction des bateaux
- Ne roulez jamais en direction des maisons`,
  ],
  [
    "items_alike",
    `What to remember:

1. Water is needed because it is important for the health of the bees
2. Sugar is needed because it is important for the health of the bees
3. Shade is needed because it is important for the health of the bees
4. Flowers are needed because it is important for the health of the bees`,
  ],
  ["empty_section", `## Les termes\n\n"""\n\n## La suite\n\nLes ouvriers arrivèrent au printemps de l’année suivante.`],
  [
    "one_mould",
    `Il est temps de parler du four.\n\nIl est temps de parler du sel.\n\nIl est temps de parler de l’eau.\n\nUn autre jour viendra.`,
  ],
  [
    "stock_phrases",
    `Il est important de noter que le vélo joue un rôle crucial. En conclusion, c’est un outil puissant en constante évolution.`,
  ],
  [
    "stock_phrases",
    `It is important to note that bees play a crucial role. In conclusion, a wide range of flowers is a testament to them.`,
  ],
  [
    "plan_talk",
    `Dans cet article, nous aborderons les phares et leur rôle. Ce chapitre décrira comment on les a bâtis.

En tant qu’éditeur, nous sommes honorés de présenter ces tours.`,
  ],
  ["plan_talk", "Neste capítulo, vamos explorar os faróis. Como vimos no capítulo anterior, o conde esperava."],
];

test.each(found)("%s se voit", async (name, text) => {
  expect(await namesOf(`# Titre\n\n${text}`)).toContain(name);
});

test.each(found)("%s n’est pas un défaut pour un genre qui le veut", async (name, text) => {
  for (const genre of genres)
    expect((await namesOf(`# Titre\n\n${text}`, genre)).includes(name), genre).toBe(!isSpared(genre, name));
});

test("ce qu’un genre veut ne coûte pas de points, et n’est pas mesuré", async () => {
  const document = await openDocument(`# Titre\n\n${found[0]?.[1]}\n\n${found[1]?.[1]}`);
  const [essay, poem] = await Promise.all(
    (["essay", "poetry"] as const).map((genre) => measureStyle([{ position: 1, document }], "fr", genre)),
  );
  expect(poem?.score).toBe(100);
  expect(essay?.score).toBeLessThan(90);
  expect(poem?.checks.map(({ name }) => name)).toEqual(["plan_talk", "stock_phrases"]);
  expect(essay?.checks).toHaveLength(9);
});

const honest: [string, string][] = [
  ["de la prose", human],
  [
    "un refrain",
    "Le bateau part au matin.\n\n> Vogue, vogue, mon bateau bleu,\n> loin du port et loin des feux.\n\nLa mer était haute et les mouettes criaient.\n\n> Vogue, vogue, mon bateau bleu,\n> loin du port et loin des feux.\n\nPuis la nuit tomba sur la baie.\n\n> Vogue, vogue, mon bateau bleu,\n> loin du port et loin des feux.",
  ],
  [
    "une recette",
    "## Ingrédients\n\n- 500 g de farine\n- 300 g d’eau\n- 10 g de sel\n- 100 g de levain\n\n## Préparation\n\n1. Mélangez la farine et l’eau.\n2. Ajoutez le levain, puis le sel.\n3. Pétrissez dix minutes.\n4. Laissez reposer quatre heures.",
  ],
  [
    "une référence",
    "## `setTimeout(fonction, délai)`\n\n- `fonction` : ce qui est appelé\n- `délai` : le nombre de millisecondes\n- renvoie : un nombre\n- voir aussi : `clearTimeout`\n\n```js\nsetTimeout(f, 10);\n```",
  ],
  [
    "un titre au-dessus de sections",
    "## La ville\n\n### Le port\n\nOn y débarquait des oranges, du sel et des nouvelles.",
  ],
  ["un renvoi", `${human}\n\nOn a vu au chapitre 2 comment il apprit son métier.`],
  [
    "un dialogue",
    "— Vous partez ?\n\n— Demain.\n\n— Vous partez donc ?\n\n— Demain, vous dis-je.\n\n— Et votre mère ?\n\n— Elle sait.\n\n— Et votre sœur ?\n\n— Elle devine.",
  ],
];

test.each(honest)("%s n’a pas de défaut de style", async (_name, text) => {
  expect(await namesOf(`# Titre\n\n${text}`)).toEqual([]);
});

test("chaque défaut nomme son chapitre, le compte et ce qu’on y lit", async () => {
  const faults = await faultsOf([`# Un\n\n${human}`, `# Deux\n\n${found[4]?.[1]}`]);
  expect(faults).toEqual({
    items_alike: [{ position: 2, count: 1, quotes: ["Ne roulez jamais en direction des voitures garées"] }],
  });
});

test("un texte humain a une meilleure note que le même sujet rabâché", async () => {
  const documents = await Promise.all([human, found[0]?.[1] ?? ""].map((text) => openDocument(`# Titre\n\n${text}`)));
  const [good, poor] = await Promise.all(documents.map((document) => measureStyle([{ position: 1, document }], "fr")));
  expect(good?.score).toBeGreaterThan(85);
  expect(poor?.score).toBeLessThan((good?.score ?? 0) - 20);
});
