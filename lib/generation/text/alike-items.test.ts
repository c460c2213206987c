import { expect, test } from "vitest";
import { openDocument } from "../../document/open.ts";
import { withoutAlikeItems } from "./alike-items.ts";

const nouns =
  "le pain,la pâte,le four,la croûte,la mie,le sel,l’eau,le levain,la farine,le pétrin,la pelle,le couteau,la table,le panier,le linge,la lame,le moule,la grille,le seau,le tamis,la meule,le grain,le sac,la balance,le client,la boutique,le matin,la nuit,le feu,la cendre".split(
    ",",
  );
const listOf = (item: (noun: string, index: number) => string, count = 30) =>
  nouns
    .slice(0, count)
    .map((noun, index) => `- ${item(noun, index)}`)
    .join("\n");
const cut = async (list: string) => withoutAlikeItems(await openDocument(`Avant.\n\n${list}\n\nAprès.`));
const itemsIn = (text: string) => text.match(/^\s*(?:[-*]|\d+[.)]) /gm)?.length ?? 0;

test.each([
  ["un même début", listOf((noun) => `La patience est importante pour ${noun}.`)],
  ["un même début et une même fin", listOf((noun) => `Prendre soin ici, c’est aimer ${noun} plus que tout au monde.`)],
  ["une défense", listOf((noun) => `Ne mettez jamais ${noun} près des choses qui brûlent.`)],
  ["une fin seule", listOf((noun) => `${noun} est une chose que l’on apprend à aimer avec le temps.`)],
  ["une étiquette en gras", listOf((noun) => `**${noun}** : il est important de bien le choisir avant de commencer.`)],
  ["une liste numérotée", listOf((noun) => `Il faut toujours penser à ${noun}.`).replace(/^-/gm, "1.")],
  ["des items espacés", listOf((noun) => `Il faut toujours penser à ${noun}.`).replaceAll("\n", "\n\n")],
  ["le même item", listOf(() => "On attend que la pâte lève.", 8)],
  [
    "la même longue phrase",
    listOf(
      () => "La durabilité compte pour le climat, et il est recommandé de choisir un vélo solide et réutilisable.",
      4,
    ),
  ],
  [
    "deux moules qui alternent",
    listOf((noun, index) => (index % 2 ? `On aime ${noun} comme un vieil ami.` : `Il faut toujours penser à ${noun}.`)),
  ],
  ["des consignes sans fin", listOf((noun) => `Prenez le temps de bien regarder ${noun}.`)],
])("%s, encore et encore : la liste est coupée à quelques items", async (_kind, list) => {
  const text = await cut(list);
  expect(itemsIn(text)).toBeLessThanOrEqual(10);
  expect(itemsIn(text)).toBeLessThan(itemsIn(list));
  expect(itemsIn(text)).toBeGreaterThan(0);
  expect(text.startsWith("Avant.\n\n") && text.endsWith("\n\nAprès.")).toBe(true);
  const kept = text.split("\n").filter((line) => line !== "");
  expect(list.split("\n")).toEqual(expect.arrayContaining(kept.slice(1, -1)));
});

test.each([
  ["des ingrédients", listOf((noun, index) => `${index + 1} cuillerées à soupe bien pleines pour ${noun}`)],
  ["des étapes", listOf((noun) => `Posez ${noun} sur la table et couvrez.`, 15)],
  ["des paramètres", listOf((noun, index) => `\`p${index}\` : la valeur que le serveur donne à ${noun}`)],
  [
    "des pays",
    "Italie,France,Grèce,Suède,Norvège,Pologne,Autriche,Irlande,Espagne,Chypre,Malte,Croatie,Estonie"
      .split(",")
      .map((name) => `- La taxe sur les livres, en ${name}, est la plus basse de toutes`)
      .join("\n"),
  ],
  ["des exercices", listOf((noun) => `Conjuguez le verbe qui va avec ${noun} au présent.`, 15)],
  ["des questions", listOf((noun) => `Que feriez-vous, demain matin, sans ${noun} ?`, 15)],
  ["des exemples en italique", listOf((noun) => `On dit ici, en parlant de lui, *${noun}*.`)],
  ["une anaphore", listOf((noun) => `J’ai longtemps rêvé, la nuit, de ${noun}.`, 8)],
  ["une litanie", listOf((noun) => `${noun}, priez pour nous.`)],
  ["un souffle", listOf((_noun, index) => (index % 2 ? "Expirez par la bouche." : "Inspirez par le nez."), 10)],
  [
    "un glossaire",
    listOf(
      (noun, index) => `**${noun}** : ${nouns[29 - index]} du boulanger, et ${nouns[(index * 7) % 30]} du meunier`,
    ),
  ],
  ["des mots", nouns.map((noun) => `- ${noun}`).join("\n")],
])("%s restent à l’octet près", async (_kind, list) => {
  expect(await cut(list)).toBe(`Avant.\n\n${list}\n\nAprès.`);
});
