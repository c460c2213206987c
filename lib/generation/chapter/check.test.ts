import { expect, test } from "vitest";
import { prose } from "#testing/model/prose.ts";
import { openDocument } from "../../document/open.ts";
import { checkChapter, isWorse } from "./check.ts";

const french = (words: number) => prose({ seed: "check", words, language: "fr", sections: false });
const english = (words: number) => prose({ seed: "check", words, language: "en", sections: false });
const check = async (text: string) =>
  checkChapter(await openDocument(`# Titre\n\n${text}`), { words: 600, language: "fr", sources: [] });

test.each([
  ["un texte aussi long", french(600), french(610), false],
  ["un texte trop court à la place d’un bon", french(600), french(500), true],
  ["un texte moins court à la place d’un trop court", french(400), french(500), false],
  ["un texte plus court encore", french(500), french(400), true],
  ["un paragraphe anglais de plus", french(600), `${french(560)}\n\n${english(40)}`, true],
  ["un paragraphe anglais de moins", `${french(560)}\n\n${english(40)}`, french(600), false],
  ["plus d’anglais qu’il n’y en avait", `${french(560)}\n\n${english(40)}`, `${french(500)}\n\n${english(100)}`, true],
  ["la longueur aux dépens de la langue", french(500), `${french(500)}\n\n${english(100)}`, true],
])("%s : pire ? %3$s", async (_name, before, after, worse) => {
  expect(isWorse(await check(after), await check(before))).toBe(worse);
});
