import { expect, test } from "vitest";
import { prose } from "#testing/model/prose.ts";
import { openDocument } from "../../document/open.ts";
import { findFaults } from "../review/faults.ts";

const plan = (title: string) => ({ title, description: title, key_points: [title], defines: [], elsewhere: [] });
const outline = { title: "Livre", chapters: [1, 2, 3].map((position) => plan(`Chapitre ${position}`)) };

/** Chapters of about 200 words, each with these pieces. */
async function faultsOf(pieces: string[], maxRepeatedShare = 0.05, words = 200) {
  const chapters = await Promise.all(
    pieces.map(async (piece, index) => {
      const own = prose({ seed: `said ${index}`, words, language: "fr", sections: false });
      const document = await openDocument(`# Chapitre ${index + 1}\n\n${own}\n\n${piece}`);
      return { position: index + 1, title: `Chapitre ${index + 1}`, wordCount: document.words, document };
    }),
  );
  const faults = await findFaults(chapters, { outline, language: "fr", maxRepeatedShare });
  return faults.map(({ kind, chapter }) => `${kind} ${chapter}`);
}

const lines = {
  refrain:
    "Et le vent sur la lande emporte les chansons,\nEt la mer au rivage endort les moussaillons,\nOh ! reviens, ma belle amie,\nReviens avant la nuit tombée.",
  parameter:
    "- `options` : un objet dont les champs disent comment la requête est envoyée, combien de temps elle attend une réponse, et ce qu’elle fait quand le serveur n’en donne aucune.",
  steps:
    "1. Préchauffez le four à 180 °C et sortez le beurre du réfrigérateur.\n2. Étalez la pâte dans un moule beurré et piquez-la avec une fourchette.\n3. Enfournez pour trente minutes, puis laissez refroidir sur une grille.",
  crust:
    "- 250 g de farine\n- 125 g de beurre bien froid coupé en petits morceaux\n- 1 pincée de sel fin\n- 5 cl d’eau glacée, ajoutée peu à peu",
};

test.each([
  ["un refrain", lines.refrain],
  ["un refrain en citation", lines.refrain.replace(/^/gm, "> ")],
  ["un refrain en italique", `*${lines.refrain.replace(/\n/g, " ")}*`],
  ["un paramètre de deux fonctions, dans une liste", lines.parameter],
  ["… dans un paragraphe", lines.parameter.replace("- ", "")],
  ["les étapes d’une recette", lines.steps],
  ["… dans un paragraphe", lines.steps.replace(/\n?\d\. /g, " ").trim()],
  ["les ingrédients de la pâte", lines.crust],
  [
    "une consigne d’exercice",
    "Résolvez les équations suivantes, puis vérifiez chaque solution en la remplaçant dans l’équation de départ, sans oublier de dire pour quelles valeurs elle n’a pas de sens :\n\n1. a\n2. b",
  ],
  [
    "la méthode d’un corrigé",
    "### Corrigé\n\nOn isole l’inconnue d’un côté, on divise les deux membres par son coefficient, puis on remplace la valeur trouvée dans l’équation de départ pour s’assurer qu’elle convient bien.",
  ],
  [
    "… après une étiquette",
    "**Corrigé.** On isole l’inconnue d’un côté, on divise les deux membres par son coefficient, puis on remplace la valeur trouvée dans l’équation de départ pour s’assurer qu’elle convient bien.",
  ],
  [
    "une formule de conte",
    "« Qui frappe à ma porte sans lune et sans lanterne, avec de la farine aux sourcils et rien dans son panier ?",
  ],
  ["un distique", "Là, tout n’est qu’ordre et beauté,\\\nLuxe, calme et volupté."],
  [
    "une consigne sans complément",
    "Calculez, puis vérifiez en refaisant l’opération dans l’autre sens, sans rien poser par écrit.",
  ],
  [
    "une didascalie",
    "*Un salon de province. Une porte au fond, deux fenêtres à gauche, une cheminée à droite avec une pendule arrêtée. Au lever du rideau, la scène est vide et l’on entend la pluie.*",
  ],
  [
    "un tableau",
    "| Verbe | Prétérit | Participe passé |\n| --- | --- | --- |\n| to go | went | gone |\n| to see | saw | seen |\n| to be | was | been |\n| to have | had | had |\n| to do | did | done |\n| to say | said | said |",
  ],
  ["une formule", "$$\\int_a^b f(x)\\,dx = F(b) - F(a) = \\lim_{n \\to \\infty} \\sum_{k=1}^{n} f(x_k)\\,\\Delta x$$"],
  [
    "du code",
    "```js\nconst answer = await fetch(address, { method: 'POST', body: JSON.stringify(order) });\nif (!answer.ok) throw new Error('refused');\n```",
  ],
])("%s que chaque chapitre redit n’est pas un défaut", async (_kind, piece) => {
  expect(await faultsOf([piece, piece, piece])).toEqual([]);
});

const copied = prose({ seed: "copie", words: 60, language: "fr", sections: false });
const other = prose({ seed: "autre", words: 40, language: "fr", sections: false });
test.each([
  ["un paragraphe copié", [copied, copied], ["repeat 2", "phrases 2"]],
  ["un paragraphe presque copié", [copied, copied.replace(/ \S+(?=\.)/, " ailleurs")], ["repeat 2"]],
  ["une réplique copiée", [`— ${copied}`, `— ${copied}`], ["repeat 2"]],
  [
    "un paragraphe copié, et un refrain",
    [`${copied}\n\n${lines.refrain}`, `${copied}\n\n${lines.refrain}`],
    ["repeat 2"],
  ],
  ["une consigne devenue le sujet", [`${other}\n\n${copied}`, `${copied}\n\nUn mot de la fin.`], ["repeat 2"]],
])("%s dans deux chapitres est vu", async (_kind, pieces, found) => {
  expect(await faultsOf(pieces)).toEqual(expect.arrayContaining(found.slice(0, 1)));
});

test("deux chapitres en tout semblables sont vus, même s’ils ne sont que listes ou vers", async () => {
  const list = Array.from(
    { length: 30 },
    (_one, index) => `- ${prose({ seed: `p${index}`, words: 12, language: "fr", sections: false })}`,
  ).join("\n");
  expect(await faultsOf([list, list])).toContain("repeat 2");
  const song = Array.from(
    { length: 12 },
    (_one, index) =>
      `Au matin numéro ${index} du voyage\nLa mer était calme ce jour-là\nEt nous chantions sur le rivage`,
  ).join("\n\n");
  expect(await faultsOf([song.replaceAll("\n\n", "\n"), song.replaceAll("\n\n", "\n")], 0.05, 20)).toContain(
    "repeat 2",
  );
});

test("un paragraphe qui ressemble à un autre ne compte pas dans un long chapitre, sa copie si", async () => {
  const like = `${copied.split(" ").slice(0, 42).join(" ")} ${other}`;
  expect(await faultsOf([copied, like], 0.05, 250)).toContain("repeat 2");
  expect(await faultsOf([copied, like], 0.05, 3000)).toEqual([]);
  expect(await faultsOf([copied, copied], 0.05, 3000)).toContain("repeat 2");
}, 30_000);

test.each([
  ["une didascalie", "*Un salon de province. Une porte au fond, deux fenêtres à gauche.*", []],
  ["une adresse de lettre", "Ma chère et tendre amie,", []],
  ["« Cher journal, »", "Cher journal,", []],
  ["une consigne", "Exercice. Résolvez chacune des équations suivantes sans calculatrice ni brouillon.", []],
  ["un refrain", lines.refrain, []],
  ["les mêmes mots", "Au commencement était la patience du boulanger devant son pétrin de bois.", ["opening 2"]],
])("%s qui ouvre chaque chapitre", async (_kind, opening, found) => {
  const chapters = await Promise.all(
    [1, 2].map(async (position) => {
      const own = prose({ seed: `ouvre ${position}`, words: 200, language: "fr", sections: false });
      const document = await openDocument(`# Chapitre ${position}\n\n${opening}\n\n${own}`);
      return { position, title: `Chapitre ${position}`, wordCount: 200, document };
    }),
  );
  const faults = await findFaults(chapters, { outline, language: "fr", maxRepeatedShare: 0.05 });
  expect(faults.filter(({ kind }) => kind === "opening").map(({ kind, chapter }) => `${kind} ${chapter}`)).toEqual(
    found,
  );
});
