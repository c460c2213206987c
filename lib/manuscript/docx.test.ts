import { expect, test } from "vitest";
import {
  bold,
  italic,
  lineBreak,
  makeDocx,
  noteCall,
  type Paragraph,
  picture,
  run,
  table,
} from "#testing/manuscripts/docx.ts";
import { tinyPng } from "#testing/manuscripts/pictures.ts";
import { wordsIn } from "../document/words.ts";
import { readFile } from "./read-file.ts";

type Options = Parameters<typeof makeDocx>[1];
const read = (body: (Paragraph | string)[], options?: Options) => readFile(Buffer.from(makeDocx(body, options)));
const contentOf = async (body: (Paragraph | string)[], options?: Options) =>
  (await read(body, options)).chapters.map(({ content }) => content).join("\n\n");

test("le titre du livre est dans son style, les chapitres dans le leur, et rien ne se perd entre eux", async () => {
  const manuscript = await read(
    [
      { style: "Titre", runs: "Le sel" },
      { runs: "Pour Anna." },
      { style: "Titre1", runs: "Un" },
      { runs: "A." },
      { style: "Titre2", runs: "Sous" },
      { runs: "B." },
      { style: "Titre1", runs: "Deux" },
    ],
    { title: "Document1" },
  );
  expect(manuscript).toMatchObject({ type: "docx", title: "Le sel" });
  expect(manuscript.chapters).toEqual([
    { content: "Pour Anna.", words: 2 },
    { title: "Un", content: "# Un\n\nA.\n\n## Sous\n\nB.", words: 4 },
    { title: "Deux", content: "# Deux", words: 1 },
  ]);
});

test("sans style de titre, le texte entier est un chapitre, et le document dit son titre", async () => {
  const manuscript = await read([{ runs: "A." }, { runs: "B." }], { title: "Mon récit" });
  expect(manuscript.title).toBe("Mon récit");
  expect(manuscript.chapters).toEqual([{ content: "A.\n\nB.", words: 2 }]);
});

test("les notes de bas de page et de fin suivent leur chapitre, numérotées depuis 1", async () => {
  const body = [
    { style: "Titre1", runs: "Un" },
    { runs: run("A") + noteCall(2) + run(", B") + noteCall(1, "endnote") },
    { style: "Titre1", runs: "Deux" },
    { runs: run("C") + noteCall(3) },
  ];
  const footnotes = { 2: "Note de A.", 3: run("Note ") + italic("de C") + run(".") };
  const { chapters } = await read(body, { footnotes, endnotes: { 1: "Note de B." } });
  expect(chapters.map(({ content }) => content)).toEqual([
    "# Un\n\nA[^1], B[^2]\n\n[^1]: Note de A.\n\n[^2]: Note de B.",
    "# Deux\n\nC[^1]\n\n[^1]: Note *de C*.",
  ]);
});

test("gras, italique, listes, tableaux, citations, code, vers et formules se gardent", async () => {
  const formula = "<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>";
  const content = await contentOf([
    {
      runs: bold("gras") + run(" et ") + italic("italique") + run("x") + run("2", '<w:vertAlign w:val="superscript"/>'),
    },
    { list: true, runs: "un" },
    { list: true, runs: "deux" },
    table([
      ["a", "b"],
      ["c|d", "e"],
    ]),
    { style: "Citation", runs: "cité" },
    { style: "Code", runs: "x = 1" },
    { style: "Code", runs: "  y = 2" },
    { runs: run("un vers,") + lineBreak + run("un autre") },
    { runs: run("Soit ") + formula + run(".") },
  ]);
  expect(content).toBe(
    "**gras** et *italique*x²\n\n- un\n- deux\n\n| | |\n| - | - |\n| a | b |\n| c\\|d | e |\n\n> cité\n\n```\nx = 1\n  y = 2\n```\n\nun vers,\\\nun autre\n\nSoit a+b.",
  );
});

test("la typographie de l’auteur reste, et ce qui ressemble à du balisage se lit tel quel", async () => {
  const typed =
    "«\u202fL’été\u202f»\u00a0: “oui”\u202f! 5\u202f$ et 6\u202f$, *a*, _b_, [c](d), <i>e</i>, `f`, # g, 1. h, a_b_c, ~i~, &amp; j, \\k";
  const content = await contentOf([
    { runs: typed },
    { runs: "# pas un titre" },
    { runs: "- ni une liste" },
    { runs: "1. ni deux" },
  ]);
  const { html } = await (await import("../document/render.ts")).renderText(content, { title: "", plain: false });
  const shown = html
    .replace(/<[^>]*>/g, "")
    .replaceAll("&#x3C;", "<")
    .replaceAll("&#x26;", "&")
    .split("\n");
  expect(shown).toEqual([typed, "# pas un titre", "- ni une liste", "1. ni deux"]);
  expect(html.match(/<(?!\/?p>)/g)).toBeNull();
});

test("une image se garde avec son texte, une fois, et une autre chose qu’une image ne se garde pas", async () => {
  const body = [{ runs: picture("La mer") }, { runs: "A." }];
  const { chapters, ...kept } = await read(body, { picture: tinyPng });
  expect(chapters[0]?.content).toBe("![La mer](images/image-1.png)\n\nA.");
  expect(kept.pictures).toEqual([{ name: "image-1.png", type: "image/png", bytes: new Uint8Array(tinyPng) }]);
  expect(await read(body, { picture: Buffer.from("MZ programme") })).toMatchObject({
    pictures: [],
    picturesLeftOut: 1,
  });
});

test("une image qui précède le premier chapitre s’y trouve, sans faire un chapitre", async () => {
  const body = [{ style: "Titre", runs: "Le sel" }, { runs: picture("La mer") }, { style: "Titre1", runs: "Un" }];
  const { chapters } = await read([...body, { runs: "A." }, { style: "Titre1", runs: "Deux" }], { picture: tinyPng });
  expect(chapters.map(({ content }) => content)).toEqual(["# Un\n\n![La mer](images/image-1.png)\n\nA.", "# Deux"]);
});

test("les mots d’un long document sont ceux de son texte, dans l’ordre", async () => {
  const { readLongBooks } = await import("#testing/corpus/long-books.ts");
  const [book] = await readLongBooks();
  const paragraphs = book!.chapters.flatMap(({ title, text }): Paragraph[] => [
    { style: "Titre1", runs: title },
    ...text
      .split("\n\n")
      .slice(1)
      .map((runs) => ({ runs })),
  ]);
  const { chapters } = await read(paragraphs);
  const { textOf } = await import("../document/nodes.ts");
  const { toTree } = await import("../document/parse.ts");
  const words: string[] = [];
  for (const { content } of chapters) words.push(...wordsIn(textOf(await toTree(content))));
  expect(words).toEqual(wordsIn(paragraphs.map(({ runs }) => runs).join("\n")));
});
