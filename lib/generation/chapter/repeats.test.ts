import { expect, test } from "vitest";
import { prose } from "#testing/model/prose.ts";
import { openDocument } from "../../document/open.ts";
import { EditRecord } from "../text/edits.ts";
import { withoutRepeats } from "./repeats.ts";

const text = (seed: string, words = 40) => prose({ seed, words, language: "fr", sections: false });
const left = async (written: string, next: string, isSmall = false) =>
  withoutRepeats(await openDocument(written), await openDocument(next), { isSmall });

const sentence = "La pâte lève lentement sous son linge pendant toute la nuit.";
const times = (count: number, one = sentence, gap = " ") => Array.from({ length: count }, () => one).join(gap);
const [a, b, c, d, e] = ["a", "b", "c", "d", "e"].map((seed) => text(seed)) as [string, string, string, string, string];

const refrain =
  "Il pleut sur la ville et le vent tourne encore, on attend le matin près du feu qui s’endort, la maison se souvient des pas de l’aurore.";
const chorus =
  "Tournez, tournez, bons chevaux de bois,\nTournez cent tours, tournez mille tours,\nTournez souvent et tournez toujours,\nTournez, tournez au son des hautbois, jusqu’au jour.";
const verse = (seed: string) =>
  Array.from({ length: 4 }, (_, at) => text(`${seed} ${at}`, 7).replace(/\.$/, ",")).join("\n");
const method =
  "On commence par relire l’énoncé, on souligne le verbe, on cherche son sujet, puis on accorde l’un avec l’autre avant de vérifier la terminaison dans le tableau.";
const steps =
  "1. Préchauffez le four à 180 °C.\n2. Étalez la pâte dans un moule beurré.\n3. Piquez le fond avec une fourchette.";
const between = (pieces: string[], one: string) => pieces.flatMap((piece) => [piece, one]).join("\n\n");

test.each([
  ["un refrain en prose entre des couplets", between([a, b, c, d, e], refrain)],
  ["un refrain en tête, entre et à la fin", `${refrain}\n\n${between([a, b, c], refrain)}`],
  ["un refrain cité", between([a, b, c, d], `> ${refrain}`)],
  ["un refrain en italique", between([a, b, c, d], `*${refrain}*`)],
  ["une chanson et son refrain en vers", between(["un", "deux", "trois", "quatre"].map(verse), chorus)],
  ["un refrain chanté deux fois de suite", `${verse("un")}\n\n${chorus}\n\n${chorus}\n\n${verse("deux")}`],
  ["un refrain à vers marqués", between([verse("un"), verse("deux")], chorus.replaceAll("\n", "  \n"))],
  ["une méthode sous chaque série", between([a, b, c], `### Corrigé\n\n${method}`)],
  ["une méthode introduite en gras", between([a, b, c], `**Corrigé.** ${method}`)],
  ["une méthode de deux paragraphes", between([a, b, c], `### Corrigé\n\n${method}\n\n${refrain}`)],
  [
    "les étapes de deux recettes",
    between(["## Tarte\n\n- Pommes", "## Quiche\n\n- Lardons", "## Flan\n\n- Lait"], steps),
  ],
  [
    "une consigne d’exercice",
    between(
      ["« Le chat dort. »", "« La pluie tombe. »", "« Le vent souffle. »"],
      "Recopiez la phrase, soulignez le verbe et dites à quel temps il est, puis mettez le tout au pluriel sans rien oublier, comme dans l’exemple du début.",
    ),
  ],
  [
    "des exercices presque semblables",
    Array.from(
      { length: 8 },
      (_, at) =>
        `**Exercice ${at + 1}.** Traduisez la phrase suivante en anglais, puis vérifiez votre réponse à l’aide du corrigé : « ${text(`p${at}`, 12)} »`,
    ).join("\n\n"),
  ],
  [
    "un paramètre décrit pour deux fonctions",
    between(["## lire\n\nLit un fichier.", "## écrire\n\nÉcrit un fichier.", "## ouvrir\n\nOuvre un fichier."], method),
  ],
  [
    "une formule de conte",
    between([a, b, c, d], "Et le petit tailleur reprit son chemin, son aiguille à la main et le cœur plus léger."),
  ],
  ["une litanie", times(12, "— Priez pour nous.", "\n\n")],
  ["une anaphore", times(5, "Il attend.")],
  ["une phrase dite deux fois de suite", times(2)],
  ["un tableau redit", between([a, b, c], "| a | b |\n| --- | --- |\n| farine | 500 g tamisée deux fois au moins |")],
  ["du code redit", between([a, b], "```js\nlet total = 0;\n```")],
  [
    "une prière sous chaque jour",
    between(["## Lundi", "## Mardi", "## Mercredi", "## Jeudi", "## Vendredi"], `> ${refrain}`),
  ],
  ["un canon de trois fois", `${a}\n\n${times(3, `*${refrain}*`, "\n\n")}\n\n${b}`],
])("%s : rien n’en est retiré", async (_name, said) => {
  expect(await left("", said)).toBe(said);
  expect(await left("", said, true)).toBe(said);
});

test.each([
  ["une phrase pour la troisième fois de suite", "", `${times(9)} Et puis rien.`, `${times(2)} Et puis rien.`],
  [
    "deux phrases tour à tour",
    "",
    times(6, `${sentence} Le four chauffe à vide.`),
    times(2, `${sentence} Le four chauffe à vide.`),
  ],
  ["une phrase par paragraphe, sans fin", "", times(9, sentence, "\n\n"), times(2, sentence, "\n\n")],
  [
    "la même phrase, de l’écrit à la suite",
    `A.\n\n${times(2)}`,
    `${times(3)} Elle retombe.\n\nB.`,
    "Elle retombe.\n\nB.",
  ],
  ["un paragraphe aussitôt redit", "", `${a}\n\n${b}\n\n${b}\n\n${c}`, `${a}\n\n${b}\n\n${c}`],
  ["un paragraphe sans fin", "", times(20, a, "\n\n"), a],
  [
    "un paragraphe sous des titres sans fin",
    "",
    ["Un", "Deux", "Trois"].map((one) => `## ${one}\n\n${a}`).join("\n\n"),
    `## Un\n\n${a}\n\n## Deux\n\n## Trois`,
  ],
  ["deux paragraphes tour à tour", "", times(7, `${a}\n\n${b}`, "\n\n"), `${a}\n\n${b}`],
  [
    "une section sans fin",
    "",
    times(5, `## Introduction\n\n${a}\n\n${b}`, "\n\n"),
    `## Introduction\n\n${a}\n\n${b}\n\n${times(4, "## Introduction", "\n\n")}`,
  ],
  [
    "une liste sans fin",
    "",
    times(9, `**Ingrédients** :\n\n${steps}`, "\n\n"),
    times(3, `**Ingrédients** :\n\n${steps}`, "\n\n"),
  ],
  ["un refrain sans fin", "", `${a}\n\n${times(9, chorus, "\n\n")}`, `${a}\n\n${times(3, chorus, "\n\n")}`],
  [
    "un chapitre recommencé dans la même réponse",
    "",
    `${a}\n\n${b}\n\n${c}\n\n${a}\n\n${b}\n\n${c}\n\n${d}`,
    `${a}\n\n${b}\n\n${c}\n\n${d}`,
  ],
  [
    "un chapitre recommencé au milieu",
    "",
    [text("x"), ...[a, b, c, d, e], text("y"), ...[a, b, c, d, e], text("z")].join("\n\n"),
    [text("x"), a, b, c, d, e, text("y"), text("z")].join("\n\n"),
  ],
  ["une suite qui recommence le chapitre", `${a}\n\n${b}\n\n${c}`, `${a}\n\n${b}\n\n${d}`, d],
  ["une suite qui reprend le dernier paragraphe", `${a}\n\n${b}`, `${b}\n\n${c}`, c],
  ["une section redite avec son titre, puis du neuf", `## Un\n\n${a}`, `## Un\n\n${a}\n\n${b}`, b],
  ["une suite qui n’a rien de neuf", `${a}\n\n- ${b}\n\n> ${c}`, `- ${b}\n\n> ${c}`, ""],
])("ce que dit et redit un modèle bloqué est coupé : %s", async (_name, written, next, wanted) => {
  expect(await left(written, next)).toBe(wanted);
});

test("une phrase qui revient au milieu de paragraphes neufs reste", async () => {
  const said = [a, b, c, d].map((one) => `${one} ${sentence} ${text(`${one} z`, 12)}`).join("\n\n");
  expect(await left("", said)).toBe(said);
});

test("un petit modèle ne dit pas trois fois une phrase au milieu de ses paragraphes", async () => {
  const said = [a, b, c, d].map((one) => `${one} ${sentence}`);
  expect(await left("", said.join("\n\n"), true)).toBe([...said.slice(0, 2), c, d].join("\n\n"));
});

test("un gras ne perd pas sa moitié", async () => {
  const next = `**${sentence} Elle attend.** Voir p. 3.`;
  expect(await left(times(2), next)).toBe(next);
});

test("ce qui est coupé est noté", async () => {
  const record = new EditRecord();
  await withoutRepeats(await openDocument(""), await openDocument(`${a}\n\n${a}\n\n${b}`), { record });
  expect(record.edits).toMatchObject([{ reason: "repeat", before: a, after: "" }]);
});

test("un petit modèle ne redit pas une longue phrase dans le même paragraphe ; ailleurs, elle peut revenir", async () => {
  const long = "C’est un chant que les gens du village chantent ensemble pour que la pâte lève pendant la nuit.";
  const first = "Le chant vient de loin.";
  const again = `${first} ${long}\nIl commence au soir. ${long} Puis il s’arrête.`;
  expect(await left("", again, true)).toBe(`${first} ${long}\nIl commence au soir. Puis il s’arrête.`);
  expect(await left("", again)).toBe(again);
  const apart = `${first} ${long}\n\nIl commence au soir. ${long}`;
  expect(await left("", apart, true)).toBe(apart);
});
