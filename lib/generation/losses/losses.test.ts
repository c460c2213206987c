import { expect, test } from "vitest";
import { openDocument } from "../../document/open.ts";
import { heldIn } from "./held.ts";
import { describeLosses, findLosses, type Rewriting } from "./losses.ts";

const lossesOf = async (before: string, after: string, as: Rewriting = "reword") =>
  findLosses(await openDocument(before), await openDocument(after), { as }).map(({ kind }) => kind);

const recipe = "- 250 g de farine\n- 125 g de beurre\n- 1 œuf";
test.each([
  ["une formule en dollars", "L’aire vaut $\\pi r^2$, dit-on.", "L’aire vaut ce que l’on sait, dit-on.", ["formula"]],
  [
    "une formule hors texte",
    "On a :\n\n$$\na^2 + b^2 = c^2\n$$\n\ncqfd.",
    "On a ce que Pythagore a dit, cqfd.",
    ["formula"],
  ],
  [
    "une formule entre \\[ et \\]",
    "On a\n\n\\[ \\nabla \\cdot B = 0 \\]\n\nici.",
    "On a une divergence nulle ici.",
    ["formula"],
  ],
  ["un ingrédient", recipe, "- 250 g de farine et 125 g de beurre\n- 1 œuf", ["item"]],
  ["toute la liste", recipe, "Prenez 250 g de farine, 125 g de beurre et 1 œuf.", ["item"]],
  [
    "une ligne de tableau",
    "| a | b |\n|---|---|\n| un | deux |\n| trois | quatre |",
    "| a | b |\n|---|---|\n| un | deux |",
    ["row"],
  ],
  [
    "une citation",
    "Il dit : « je pense, donc je suis » et se tut.",
    "Il dit qu’il pensait, donc qu’il était, et se tut.",
    ["quotation"],
  ],
  ["un bloc cité", "> La nuit tombe sur la lande.\n\nAinsi parle le poète.", "Ainsi parle le poète.", ["quotation"]],
  [
    "un exemple en italique",
    "On écrit *she has been here* au présent parfait.",
    "On emploie ici le présent parfait.",
    ["quotation"],
  ],
  [
    "un vers",
    "La mer est calme ce soir,\nLe vent s’est tu,\nLa lune est pleine",
    "La mer est calme ce soir,\nLa lune est pleine,\nEt le vent dort",
    ["quotation"],
  ],
  ["un lien", "Voyez [le guide](https://a.example/guide).", "Voyez le guide.", ["link"]],
  ["un renvoi de note", "C’est prouvé[^1].\n\n[^1]: Par lui.", "C’est prouvé.\n\n[^1]: Par lui.", ["note"]],
  ["du code", "Appelez `fetch()` d’abord.", "Appelez la fonction d’abord.", ["code"]],
  ["un bloc de code", "```sh\nnpm ci\n```", "Installez les dépendances.", ["code"]],
  ["un nom", "Il part pour Vienne avec Clara.", "Il part pour la ville avec Clara.", ["name"]],
  ["un sigle en tête", "UNESCO et FAO s’accordent.", "Les deux organisations s’accordent.", ["name"]],
  ["un nom après une élision", "Il rêve de l’Italie.", "Il rêve du Sud.", ["name"]],
  ["un nombre", "Le four est à 180 °C depuis 1 000 ans.", "Le four est très chaud depuis 1 000 ans.", ["number"]],
])("une récriture qui perd %s se voit", async (_what, before, after, lost) => {
  expect(await lossesOf(before, after)).toEqual(lost);
});

test.each([
  ["d’autres mots", "Le boulanger pétrit la pâte.", "Celui qui fait le pain travaille la pâte."],
  ["d’autres espaces dans une formule", "On a $a+b$.", "La somme $a + b$ vient."],
  ["un nombre écrit autrement", "Il y a 1000 pains et 3.5 kg.", "On compte 1 000 pains, soit 3,5 kg."],
  ["une citation dont les guillemets changent", 'Il dit "tout est bien" hier.', "Hier, il disait : « tout est bien »."],
  ["un mot entre guillemets qui les perd", "Le « chef » est là.", "Le patron est là."],
  ["une insistance en moins", "C’est *vraiment* bon.", "C’est fort bon."],
  [
    "une phrase qui commence autrement",
    "Demain viendra Paul. Ensuite, rien.",
    "Paul viendra demain. Puis rien : Paul seul.",
  ],
  [
    "des éléments récrits, en même nombre",
    "- Pétrir la pâte\n- La laisser lever",
    "- Travailler la pâte\n- Attendre qu’elle lève",
  ],
  ["un repère de source que l’on remet ailleurs", "C’est dit [S1].", "On le dit."],
  ["un titre récrit", "## La Fin\n\nTexte simple.", "## Le Début\n\nTexte simple."],
])("%s ne perd rien", async (_what, before, after) => {
  expect(await lossesOf(before, after)).toEqual([]);
});

test("ce que le livre dit ailleurs d’un nom ou d’un nombre n’est pas perdu, une formule si", async () => {
  const before = await openDocument("Il naît à Vienne en 1756, et $x^2$ est son âge.");
  const elsewhere = [heldIn(await openDocument("On l’a vu à Vienne, en 1756, avec $x^2$."))];
  const losses = findLosses(before, await openDocument("Il naît."), { as: "reword", elsewhere });
  expect(losses.map(({ kind }) => kind)).toEqual(["formula"]);
});

test("ce que tient le reste d’un chapitre est lu sans le passage", async () => {
  const text = "Rien ici sur Rome.\n\nIl vit à Vienne.\n\nPuis à Prague.";
  const document = await openDocument(text);
  const { start = 0, end = 0 } = document.blocks[1] ?? {};
  expect(heldIn(document, { start, end }).name).toEqual(["rome", "prague"]);
});

test.each([
  [
    "translate",
    "In London and Paris, 3 bakers wake at 4 pm.",
    "À Londres et Paris, 3 boulangers se lèvent à 16 h.",
    [],
  ],
  ["translate", "Add $x$ and `code`.", "Ajoutez cela.", ["formula", "code"]],
  ["translate", "- one\n- two\n- three", "- un\n- deux", ["item"]],
  ["translate", "John met Mary, then Peter and Lucy in Oslo.", "Un homme en vit d’autres.", ["name"]],
  [
    "shorten",
    "Il vit à Rome, puis à Pise en 1590 et à Padoue en 1592, enfin à Florence.",
    "Il vit à Rome, puis à Padoue en 1592.",
    [],
  ],
  [
    "shorten",
    "Il vit à Rome, puis à Pise en 1590 et à Padoue en 1592, enfin à Florence.",
    "Il vit ici et là, puis ailleurs encore, et enfin dans une autre ville de ce pays.",
    ["name", "number"],
  ],
  ["shorten", "On a $x$ ici, et bien d’autres choses encore que l’on peut dire.", "On a ceci.", ["formula"]],
] as const)("« %s » : %s → %s", async (as, before, after, lost) => {
  expect(await lossesOf(before, after, as)).toEqual(lost);
});

test("ce qui est perdu se dit en une phrase", async () => {
  const losses = findLosses(await openDocument("$a$, $b$ et 12."), await openDocument("Rien."), { as: "reword" });
  expect(describeLosses(losses)).toBe("2 formules et 1 nombre");
});
