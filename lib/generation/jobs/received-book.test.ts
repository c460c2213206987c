import { afterAll, beforeAll, expect, test } from "vitest";
import { type GenerationHarness, openGenerationHarness, orderBook } from "#testing/harness/generation.ts";
import { prose } from "#testing/model/prose.ts";
import { bookLanguages } from "../../contract/values.ts";
import { db } from "../../database/client.ts";
import { isByModel, languageOfBook } from "./received-book.ts";

let harness: GenerationHarness;
beforeAll(async () => {
  harness = await openGenerationHarness();
});
afterAll(() => harness.close());

const text = (language: (typeof bookLanguages)[number]) => prose({ seed: "a", words: 120, language });

test("la langue d’un livre est celle de sa commande, quand elle est ici", async () => {
  const id = await orderBook({ language: "nl" });
  expect(await languageOfBook(id, async () => text("it"))).toBe("nl");
});

test.each(bookLanguages)("d’un livre venu d’ailleurs, elle se lit dans son texte : « %s »", async (language) => {
  expect(await languageOfBook("ailleurs", async () => text(language))).toBe(language);
});

test.each(["", "面包的历史。面粉和水。", "1, 2, 3"])(
  "un texte qui n’en dit aucune est pris pour du français : %j",
  async (said) => {
    expect(await languageOfBook("ailleurs", async () => said)).toBe("fr");
  },
);

test("un livre est dit écrit par un modèle, sauf si sa rédaction, qui est ici, vient d’un manuscrit", async () => {
  const id = await orderBook({});
  expect(await isByModel(id)).toBe(true);
  expect(await isByModel("ailleurs")).toBe(true);
  await db().job.update({ where: { id }, data: { model: "manuscript" } });
  expect(await isByModel(id)).toBe(false);
});
