import { expect, test } from "vitest";
import { quotationsOf, sentencesOf, upToLastSentence } from "./sentences.ts";

test.each([
  ["Il dit « viens » et partit.", ["« viens »"]],
  ["He said “come” and “go”.", ["“come”", "“go”"]],
  ["Er sagte „komm“ und „geh“.", ["„komm“", "„geh“"]],
  ["Er sagte „komm” und ging.", ["„komm”"]],
  ["Er sagte »komm« und »geh«.", ["»komm«", "»geh«"]],
  ["(»Komm!«) rief er.", ["»Komm!«"]],
  ['Elle dit "viens".', ['"viens"']],
  // A quotation that goes on from one paragraph to the next opens each of them in French.
  ["» et il partit, « dit-elle »", ["« dit-elle »"]],
  ["Une « ouverture sans fin, et un mot.", []],
])("les citations d’un texte : %s", (text, quotations) => {
  const found = quotationsOf(text);
  expect(found.quotations).toEqual(quotations);
  for (const one of quotations) expect(found.rest).not.toContain(one);
});

test.each([
  ["Er sagte: „Komm.“ Dann ging er.", 2],
  ["Er sagte: »Komm.« Dann ging er.", 2],
  ["Er ging. „Komm“, sagte sie.", 2],
  ["Er ging. »Komm«, sagte sie.", 2],
  ["Il dit : « Viens. » Puis il partit.", 2],
  ["Il partit. « Alors viens », dit-elle.", 2],
  ["He said: “Come.” Then he left.", 2],
  ["M. Dupont, p. 3, est venu.", 1],
  ["On le voit (fig. 2) et cf. Dupont. Ensuite, plus rien.", 2],
  ["Voilà ce qu’il y a. Ensuite, plus rien.", 2],
  ["C’est au chapitre 2. Ensuite, plus rien.", 2],
])("les phrases d’un paragraphe : %s", (text, count) => {
  const sentences = sentencesOf(text);
  expect(sentences).toHaveLength(count);
  expect(sentences.join("")).toBe(text);
});

test.each([
  ["Er sagte: „Komm.“ Dann ging", "Er sagte: „Komm.“"],
  ["He said: “Come.” Then he", "He said: “Come.”"],
  ["Il dit : « Viens. » Puis il", "Il dit : « Viens. »"],
  ["Il vint. Puis", "Il vint."],
])("un texte coupé s’arrête après sa dernière phrase, guillemet compris : %s", (text, kept) => {
  expect(upToLastSentence(text)).toBe(kept);
});
