import { expect, test } from "vitest";
import { openDocument } from "#lib/document/open.ts";
import { countLanguage } from "#lib/generation/language/detect.ts";
import { measureQuality } from "#lib/generation/quality/sheet.ts";
import { chapterAnswer, reviewAnswer } from "./answers.ts";
import { outlineAnswer } from "./outline.ts";

const promptOf = (position: number, words: number, language = "") =>
  `${language}Sujet : Le pain\n\nChapitre à écrire : ${position}. Étape ${position} de la découverte\nLongueur attendue : environ ${words} mots`;
const english = "Topic: bread\n";

async function bookOf(count: number, words: number) {
  const texts = Array.from({ length: count }, (_, index) => chapterAnswer(promptOf(index + 1, words)));
  const documents = await Promise.all(texts.map(openDocument));
  const chapters = documents.map((document, index) => ({
    position: index + 1,
    document,
    asked: words,
    words: document.words,
    startedAt: new Date(0),
    finishedAt: new Date(1),
  }));
  return { chapters, sheet: await measureQuality({ language: "fr", orderedAt: new Date(0), chapters, sources: [] }) };
}

test.each([
  [30, 200],
  [10, 3000],
  [30, 10_000],
])("un livre de %i chapitres de %i mots du faux modèle passe toutes les mesures", async (count, words) => {
  const { chapters, sheet } = await bookOf(count, words);
  for (const chapter of chapters) expect(Math.abs(chapter.words - words)).toBeLessThanOrEqual(words * 0.03);
  expect(sheet.repetition.share).toBeLessThan(0.01);
  expect(sheet.duplicates).toMatchObject({ exact: 0, near: 0 });
  expect(sheet.structure.checks.filter((check) => check.chapters.length > 0)).toEqual([]);
});

test.each([
  ["fr", ""],
  ["en", english],
  ["es", "Language of the text: Spanish (español)\n"],
  ["de", "Language of the text: German (Deutsch)\n"],
  ["it", "Language of the text: Italian (italiano)\n"],
  ["pt", "Language of the text: Portuguese (português)\n"],
  ["nl", "Language of the text: Dutch (Nederlands)\n"],
])("chaque phrase est reconnue comme étant en « %s »", async (language, asked) => {
  const text = [1, 2, 3].map((nth) => chapterAnswer(promptOf(nth, 10_000, asked))).join("\n\n");
  const { words, own } = await countLanguage(text.replace(/^#.*/gm, ""), language);
  expect(words).toBeGreaterThan(15_000);
  expect(own).toBe(words);
});

test("« que » s’élide devant « un », la fin d’un verbe non", () => {
  const text = Array.from({ length: 5 }, (_, at) => chapterAnswer(promptOf(at + 1, 10_000))).join("\n");
  expect(text).toMatch(/explique une? /);
  expect(text).toMatch(/puisqu’une? /);
  expect(text).not.toMatch(/(?:expliqu|évoqu)’|\b(?:puis|lors|tandis |pendant |dès |alors |bien )?que une? /);
});

test("un passage garde ses titres et prend la longueur demandée, la suite d’un chapitre n’en redonne pas le titre", async () => {
  const passage = `## Le sel\n\n${"Un mot de trop. ".repeat(40)}`;
  const rewritten = reviewAnswer(`Longueur attendue : environ 100 mots\n\nPassage à récrire :\n"""\n${passage}\n"""`);
  expect(rewritten).toMatch(/^## Le sel\n\n/);
  expect(Math.abs((await openDocument(rewritten)).words - 100)).toBeLessThanOrEqual(5);
  expect(chapterAnswer(`${promptOf(2, 300)}\nPartie à écrire : 2 sur 3`)).not.toContain("Étape");
  expect(JSON.parse(outlineAnswer(english)).title).toBe("Discovering bread");
});
