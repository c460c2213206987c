import { expect, test } from "vitest";
import { type LongBook, modelPairsFolder, readLongBooks } from "#testing/corpus/long-books.ts";
import { openDocument } from "../../../document/open.ts";
import { upToWords } from "../../chapter/cut.ts";
import { lengthScore } from "../length.ts";
import { judgeStyle } from "./style.ts";

/** What the models were asked for; a person's chapter is read as far. */
const asked = 400;

type Judged = { sheet: number; style: number; words: number; faults: string[] };
type Pair = { title: string; human: Judged; model: Judged };

async function judge(text: string): Promise<Judged> {
  const document = await openDocument(text);
  const { score, faults } = judgeStyle(document, "en");
  const sheet = (lengthScore(asked, document.words) + score) / 2;
  return { sheet, style: score, words: document.words, faults: faults.map(({ name }) => name) };
}

async function readPairs(human: LongBook, model: LongBook): Promise<Pair[]> {
  return Promise.all(
    model.chapters.map(async ({ title, text }, index) => {
      const chapter = upToWords(await openDocument(human.chapters[index]?.text ?? ""), asked);
      return { title, human: await judge(chapter), model: await judge(text) };
    }),
  );
}

test("d’un chapitre publié et de ce qu’un petit modèle écrit sur son sujet, la fiche préfère le premier, 57 fois sur 60", async () => {
  const [humans, models] = await Promise.all([readLongBooks(), readLongBooks(modelPairsFolder)]);
  const byFile = new Map(humans.map((book) => [book.file, book]));
  const pairs = (
    await Promise.all(
      models.map((model) => {
        const human = byFile.get(model.file);
        return human ? readPairs(human, model) : [];
      }),
    )
  ).flat();
  const missed = pairs.filter(({ human, model }) => human.sheet <= model.sheet);
  // What is short is told by its length; the longer half must be told by its style alone.
  const long = pairs.filter(({ model }) => model.words >= asked / 2);
  const mistaken = long.filter(({ human, model }) => human.style <= model.style);
  const mean = (of: (pair: Pair) => number) =>
    Math.round(pairs.reduce((sum, pair) => sum + of(pair), 0) / pairs.length);
  const means = [mean(({ human }) => human.sheet), mean(({ model }) => model.sheet)];
  console.info(`${pairs.length - missed.length} sur ${pairs.length}, ${means.join(" et ")} points ; sauf :`, missed);
  console.info(`par le style seul ${long.length - mistaken.length} sur ${long.length} ; sauf :`, mistaken);
  expect(pairs).toHaveLength(60);
  expect(missed.length).toBeLessThanOrEqual(3);
  expect(mistaken.length).toBeLessThanOrEqual(long.length * 0.05);
});
