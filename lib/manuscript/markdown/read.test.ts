import { expect, test } from "vitest";
import { readHonestBooks } from "#testing/corpus/books.ts";
import { readLongBooks } from "#testing/corpus/long-books.ts";
import { wordsIn } from "../../document/words.ts";
import { readFile } from "../read-file.ts";

const readManuscript = (source: string | Uint8Array) => readFile(Buffer.from(source));
/** Without the addresses that a text defines for its links, which several chapters may need. */
const wordsOfText = (source: string) => wordsIn(source.replace(/^\[[^\]^]*\]: .*$/gm, "")).toSorted();

const chaptersOf = async (source: string) => (await readManuscript(source)).chapters;
const contentsOf = async (source: string) => (await chaptersOf(source)).map(({ content }) => content);

test("le seul H1 est le titre du livre, et chaque chapitre commence par le sien", async () => {
  const { title, chapters } = await readManuscript("# Le *sel*\n\n## Un\n\nA.\n\n### Sous\n\nB.\n\nDeux\n----\n\nC.\n");
  expect(title).toBe("Le sel");
  expect(chapters).toEqual([
    { title: "Un", content: "# Un\n\nA.\n\n## Sous\n\nB.", words: 4 },
    { title: "Deux", content: "# Deux\n\nC.", words: 2 },
  ]);
});

test.each([
  ["plusieurs H1", "# Un\n\nA.\n\n# Deux\n\nB.", ["# Un\n\nA.", "# Deux\n\nB."]],
  ["des H3 seuls", "### Un\n\nA.\n\n### Deux\n\nB.", ["# Un\n\nA.", "# Deux\n\nB."]],
  ["un seul titre", "## Récit\n\nA.\n\nB.", ["# Récit\n\nA.\n\nB."]],
  ["aucun titre", "A.\n\nB.", ["A.\n\nB."]],
  [
    "un texte avant le premier chapitre",
    "Pour toi.\n\n# Un\n\nA.\n\n# Deux\n\nB.",
    ["Pour toi.", "# Un\n\nA.", "# Deux\n\nB."],
  ],
  [
    "du texte autour du titre du livre",
    "Avis.\n\n# Livre\n\npar X\n\n## Un\n\n## Deux",
    ["Avis.\n\n\n\npar X", "# Un", "# Deux"],
  ],
  [
    "une annexe en H1 à la fin",
    "## Un\n\nA.\n\n## Deux\n\nB.\n\n# Annexe\n\nC.",
    ["# Un\n\nA.", "# Deux\n\nB.", "# Annexe\n\nC."],
  ],
  [
    "des parties qui tiennent les chapitres",
    "# L\n\n## P1\n\n### c1\n\n### c2\n\n## P2\n\n### c3",
    ["# P1\n\n## c1\n\n## c2", "# P2\n\n## c3"],
  ],
])("les chapitres se trouvent dans un texte qui a %s", async (_case, source, expected) => {
  expect(await contentsOf(source)).toEqual(expected);
});

test("ce qui ressemble à un titre dans du code, une citation ou une liste n’en est pas un", async () => {
  const code = "```sh\n# commande\n# autre\n```";
  const rest = `${code}\n\n> # cité\n\n- a\n---\n\n    # indenté\n\n#hashtag`;
  expect(await contentsOf(`# Un\n\n${rest}\n\n# Deux\n\nB.`)).toEqual([
    `# Un\n\n${rest.replace("> # cité", "> ## cité")}`,
    "# Deux\n\nB.",
  ]);
});

test("les notes suivent leurs appels, d’où qu’elles viennent, et les adresses aussi", async () => {
  const source =
    "# Un\n\nA[^1], [lien][a].\n\n# Deux\n\nB[^n] et B[^1].\n\n[^1]: Note *une*[^z].\n\n    Sa suite.\n\n[^n]: Note n.\n[^seule]: Personne ne l’appelle.\n\n[^z]: Z.\n\n[a]: https://exemple.fr\n";
  const [first = "", second = ""] = await contentsOf(source);
  expect(first).toContain("[^1]: Note *une*[^z].\n\n    Sa suite.");
  expect(first).toContain("[^z]: Z.");
  expect(first).toContain("[a]: https://exemple.fr");
  expect(first).not.toContain("[^n]");
  expect(second).toContain("[^n]: Note n.");
  expect(second).toContain("[^1]: Note *une*");
  expect(second).toContain("[^seule]: Personne ne l’appelle.");
  const [{ words = 0 } = {}] = await chaptersOf(source);
  expect(words).toBe(wordsIn("Un A lien Note une Sa suite Z").length);
});

test("l’en-tête donne le titre et la langue, et n’est pas du texte ; une règle en tête en est", async () => {
  const described = await readManuscript('---\ntitle: "Le sel"\nlang: fr-FR\nauthor:\n  - X\n---\n\nA.');
  expect(described).toMatchObject({ title: "Le sel", language: "fr-FR", chapters: [{ content: "A." }] });
  expect(await contentsOf("---\nNote : ceci est du texte.\n\nEt ceci.\n\n---\n\nB.")).toEqual([
    "---\nNote : ceci est du texte.\n\nEt ceci.\n\n---\n\nB.",
  ]);
});

test("un texte en UTF-16 ou avec des fins de ligne de Windows se lit", async () => {
  const text = "# L’été\r\n\r\nÀ l’aube\u202f!\r\n\r\n# Deux\r\n\r\nB.";
  const expected = ["# L’été\n\nÀ l’aube\u202f!", "# Deux\n\nB."];
  const utf16 = new Uint8Array(Buffer.from(`\ufeff${text}`, "utf16le"));
  expect(await contentsOf(text)).toEqual(expected);
  expect((await readManuscript(utf16)).chapters.map(({ content }) => content)).toEqual(expected);
});

test("aucun mot de longs romans ne se perd ni ne change, si longs soient-ils", async () => {
  for (const { title, chapters } of await readLongBooks()) {
    const text = chapters.map((chapter) => chapter.text).join("\n\n");
    const read = await readManuscript(`# ${title}\n\n${text.replace(/^# /gm, "## ")}`);
    expect(wordsIn(read.chapters.map(({ content }) => content).join("\n"))).toEqual(wordsIn(text));
    expect(read.chapters.map((chapter) => chapter.title)).toEqual(chapters.map((chapter) => chapter.title));
  }
});

test("un manuscrit de chaque genre garde ses mots, où que passent ses notes", async () => {
  for (const { name, chapters } of await readHonestBooks()) {
    const text = chapters.map((chapter) => chapter.text).join("\n\n");
    const { title = "", chapters: read } = await readManuscript(text);
    const written = [title, ...read.map(({ content }) => content)].join("\n");
    expect(wordsOfText(written), name).toEqual(wordsOfText(text));
  }
});
