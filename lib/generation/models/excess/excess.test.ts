import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { prose } from "#testing/model/prose.ts";
import { createExcessReader, type Excess, type Expected } from "./excess.ts";

const recorded = (name: string) =>
  readFileSync(path.join(import.meta.dirname, "../../../../testing/model/recorded", name), "utf8");
const text = (seed: string, words: number) => prose({ seed, words, language: "fr", sections: false });

function read(said: string, { chars = 7, ...expected }: Partial<Expected> & { chars?: number } = {}) {
  const add = createExcessReader("answer", { isShaped: false, ...expected });
  return readWith(add, said, chars);
}
function readWith(add: (delta: string) => Excess | undefined, said: string, chars: number) {
  for (let at = 0; at < said.length; at += chars) {
    const excess = add(said.slice(at, at + chars));
    if (excess) return { ...excess, readCharacters: at + chars };
  }
  return undefined;
}

const lines = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, at) => line(at + 1));
const good = text("bon début", 120);
const block = text("bloc", 60);
const words = ["finir", "aller", "venir", "prendre", "mettre", "savoir", "vouloir", "rendre", "ouvrir", "boire"];
const verb = (at: number) => `${words[at % 10]}${at < 10 ? "" : words[Math.floor(at / 10) % 10]}`;

/** Each begins with what is good, then goes round. */
const loops: [name: string, loop: string][] = [
  ["un bloc", lines(100, () => `${block}\n\n`).join("")],
  ["une phrase", "Le pain lève lentement dans la chaleur de la cuisine. ".repeat(200)],
  ["un mot", "encore ".repeat(1500)],
  ["un caractère", "a".repeat(9000)],
  ["un signe", "! ".repeat(4000)],
  ["des points", ".".repeat(9000)],
  ["une liste", lines(200, () => "- les travaux de construction de la rue (chapitre 2)\n").join("")],
  ["une liste numérotée", lines(200, (at) => `${at}. Le levain donne du goût à la mie.\n`).join("")],
  [
    "des chapitres numérotés",
    lines(90, (at) => `## Chapitre ${at} : Le pain\n\nObjectif : apprendre le pain.\n\n`).join(""),
  ],
  ["des blocs où un mot change", lines(90, (at) => `${block} C’est ${verb(at)} qui compte.\n\n`).join("")],
  ["un tableau", lines(200, () => "| Farine | 500 g | tamisée |\n").join("")],
  ["un filet de tableau", `|${"---|".repeat(3000)}`],
  ["du code", lines(200, () => "    print(total)\n    total += 1\n").join("")],
  ["des titres", lines(300, () => "## Introduction\n\n").join("")],
  ["des lignes vides", "\n".repeat(3000)],
  [
    "deux phrases tour à tour",
    lines(200, (at) => (at % 2 ? "La pâte repose au frais. " : "Le four chauffe à vide. ")).join(""),
  ],
];
test.each(loops)("%s qui tourne en rond est coupé, et ce qui précède est gardé", (_name, loop) => {
  for (const chars of [1, 7, 4000]) {
    const excess = read(`${good}\n\n${loop}`, { words: 300, chars });
    expect(excess).toMatchObject({ ended: "repeating" });
    const kept = `${good}\n\n${loop}`.slice(0, excess?.kept);
    expect(kept.startsWith(good)).toBe(true);
    // Of what goes round, one turn and the beginning of a word are left.
    expect(kept.length - good.length).toBeLessThan(Math.max(120, 1.2 * block.length));
    expect((excess?.readCharacters ?? 0) - chars - kept.length).toBeLessThan(1500);
  }
});

test("ce qu’un vrai modèle a répété est coupé à sa première répétition", () => {
  const said = `${recorded("continuation-looping.md")}${"- les travaux de construction de la rue (chapitre 2)\n".repeat(30)}`;
  const excess = read(said, { words: 100 });
  expect(excess).toMatchObject({ ended: "repeating" });
  expect(said.slice(0, excess?.kept).split("\n").length).toBeLessThan(9);
});

const refrain =
  "Il pleut sur la ville et le vent tourne encore, on attend le matin près du feu qui s’endort, la maison se souvient des pas de l’aurore.";
const root = path.join(import.meta.dirname, "../../../..");
const pages = ["docs", "docs/decisions", "docs/recevoir", "lib/generation/models/demo/chapters"].flatMap((folder) =>
  readdirSync(path.join(root, folder))
    .filter((name) => name.endsWith(".md"))
    .map((name): [string, string] => [name, readFileSync(path.join(root, folder, name), "utf8")]),
);
const listing = lines(
  25,
  (at) => `  const ${verb(at)} = await read("${verb(at + 3)}.json", { encoding: "utf8" });`,
).join("\n");

const honest: [name: string, said: string][] = [
  ["un refrain entre des couplets", lines(12, (at) => `${text(`couplet ${at}`, 40)}\n\n> ${refrain}\n\n`).join("")],
  ["un refrain chanté deux fois de suite", `${good}\n\n${refrain}\n\n${refrain}\n\n${text("fin", 100)}`],
  ["une litanie", lines(60, (at) => `Sainte ${verb(at)}, priez pour nous qui avons recours à vous.\n`).join("")],
  [
    "des exercices de même consigne",
    lines(
      40,
      (at) =>
        `**Exercice ${at}.** Traduisez la phrase suivante en anglais, puis vérifiez votre réponse à l’aide du corrigé : « ${text(`phrase ${at}`, 10)} »\n\n`,
    ).join(""),
  ],
  [
    "des exercices de même consigne, sur un mot",
    lines(
      40,
      (at) => `${at}. Conjuguez le verbe « ${verb(at)} » au présent de l’indicatif, à toutes les personnes.\n`,
    ).join(""),
  ],
  ["un tableau", lines(60, (at) => `| ${verb(at)} | ${at * 7} € | oui | sur demande |\n`).join("")],
  [
    "une table de vérité",
    lines(32, (at) => `| ${at.toString(2).padStart(5, "0").split("").join(" | ")} | ${at % 3 ? 1 : 0} |\n`).join(""),
  ],
  ["des tables de multiplication", lines(9, (a) => lines(10, (b) => `${a} × ${b} = ${a * b}\n`).join("")).join("\n")],
  [
    "des lignes de code semblables",
    lines(60, (at) => `router.get("/${verb(at)}", (request, response) => response.json(${verb(at)}));\n`).join(""),
  ],
  ["un programme repris en entier", `${listing}\n\n${good}\n\n${listing}\n\n${text("suite", 80)}`],
  ["des vers", lines(40, (at) => `${text(`vers ${at}`, 8)}\n`).join("")],
  ["une pièce", lines(50, (at) => `**Madame Delorme**, à part. — ${text(`réplique ${at}`, 9)}\n\n`).join("")],
  [
    "une liste de recettes",
    lines(
      20,
      (at) =>
        `## ${verb(at)}\n\n- 500 g de farine\n- 10 g de sel\n- 20 g de ${verb(at + 2)}\n\nPréchauffez le four à ${150 + 10 * at} degrés. ${text(`recette ${at}`, 30)}\n\n`,
    ).join(""),
  ],
  [
    "un filet long",
    `| a | b |\n|${"-".repeat(120)}|${"-".repeat(120)}|\n| un | deux |\n\n${"* ".repeat(3)}\n\n${good}`,
  ],
  ["un plan", recorded("plan.json")],
  ["un chapitre d’un petit modèle", recorded("chapter-short.md")],
  ["un autre", recorded("chapter-form.md")],
  ...pages,
];
test.each(honest)("%s n’est pas coupé", (_name, said) => {
  expect(read(said, { words: 10_000 })).toBeUndefined();
  // The shorter the answer, the sooner it has to say something new.
  expect(read(said.slice(0, 1300), { words: 150 })).toBeUndefined();
});

test("un plan qui tourne en rond est coupé, ses blancs aussi", () => {
  const chapter = '{"title":"Le pain","description":"On y apprend le pain.","key_points":["La farine","Le four"]},';
  expect(read(`{"title":"Le pain","chapters":[${chapter.repeat(90)}`, { words: 450, isShaped: true })).toMatchObject({
    ended: "repeating",
  });
  expect(read(`${recorded("plan.json")}${" ".repeat(5000)}`, { words: 450, isShaped: true })).toEqual({
    ended: "repeating",
    kept: recorded("plan.json").trimEnd().length,
    readCharacters: expect.any(Number),
  });
});

test.each([100, 300, 1000])("un texte toujours neuf est coupé au double des %i mots demandés", (asked) => {
  const excess = read(text("sans fin", 3 * asked), { words: asked });
  expect(excess).toMatchObject({ ended: "too-long" });
  const kept = text("sans fin", 3 * asked)
    .slice(0, excess?.kept)
    .split(/\s+/).length;
  expect(kept / Math.max(60, asked)).toBeGreaterThan(1.85);
  expect(kept / Math.max(60, asked)).toBeLessThan(2.1);
});

test("des adresses et des formules ne font pas d’un texte un texte trop long", () => {
  const dense = lines(
    60,
    (at) => `Voir https://example.org/a/b-${verb(at)}/c?d=${at}&e=f, où \\frac{x_${at}}{y+z}. `,
  ).join("");
  expect(read(dense, { words: 200 })).toBeUndefined();
  const glued = Array.from({ length: 4000 }, (_, at) => `${verb(at)}${at * 7},`).join("");
  expect(read(glued, { words: 200 })).toMatchObject({ ended: "too-long" });
});

const written = [text("un", 80), text("deux", 80), text("trois", 80), text("quatre", 120)].join("\n\n");
test("une suite qui n’a rien de neuf est coupée à la fin de son premier paragraphe", () => {
  for (const opening of ["", "# Le pain\n\n", "Voici la suite du chapitre, comme demandé :\n\n"]) {
    const excess = read(`${opening}${written}`, { words: 300, written });
    expect(excess).toMatchObject({ ended: "repeating", kept: 0 });
    expect(excess?.readCharacters).toBeLessThan(text("un", 80).length + opening.length + 80);
  }
});
test("une suite qui reprend la fin, ou un refrain, puis dit du neuf n’est pas coupée", () => {
  const next = text("cinq", 120);
  expect(read(`${written.slice(-500)}\n\n${next}`, { words: 300, written })).toBeUndefined();
  const sung = `${refrain} ${refrain.toUpperCase()}\n\n${text("un", 80)}\n\n${text("deux", 120)}`;
  expect(read(`${refrain} ${refrain.toUpperCase()}\n\n${next}`, { words: 300, written: sung })).toBeUndefined();
});

test("des pensées qui tournent en rond sont coupées, pas celles qui reviennent sur elles", () => {
  const draft = text("brouillon", 150);
  const thoughts = lines(3, (at) => `Version ${at}. ${draft}\n\nComptons : ${text(`compte ${at}`, 60)}\n\n`).join("");
  expect(readWith(createExcessReader("thoughts", { isShaped: false }), thoughts, 7)).toBeUndefined();
  for (const turn of ["Attends, je dois vérifier la longueur. Non, c’est bon. ", "我需要再检查一下长度，好的。"])
    expect(readWith(createExcessReader("thoughts", { isShaped: false }), thoughts + turn.repeat(400), 7)).toMatchObject(
      { ended: "repeating" },
    );
  expect(readWith(createExcessReader("thoughts", { isShaped: false }), text("pensées", 60_000), 4000)).toMatchObject({
    ended: "too-long",
  });
});
