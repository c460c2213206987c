import fc from "fast-check";
import { expect, test } from "vitest";
import { passageLimits } from "../contract/limits.ts";
import { wordsIn } from "../document/words.ts";
import { cutPassages } from "./passages.ts";

const sentence = "Le sel vient de la mer, et la mer le garde. ";
const wordsOf = (texts: string[]) => texts.flatMap((text) => wordsIn(text));

test("des paragraphes se joignent jusqu’à la longueur usuelle, et un long se coupe à ses phrases", () => {
  const passages = cutPassages([
    { place: "Les marais", paragraphs: ["Un.", "Deux."] },
    { paragraphs: [sentence.repeat(100)] },
  ]);
  expect(passages[0]).toEqual({ place: "Les marais", text: "Un.\nDeux." });
  expect(passages.length).toBeGreaterThan(3);
  for (const { text } of passages.slice(1)) expect(text).toMatch(/^Le sel .* garde\.$/);
});

test("une section ne se mêle pas à une autre, et ce qui n’a ni lettre ni chiffre n’est pas un passage", () => {
  const passages = cutPassages([
    { place: "p.\u00a01", paragraphs: ["A."] },
    { place: "p.\u00a02", paragraphs: ["—", " "] },
    { place: "p.\u00a03", paragraphs: ["B."] },
  ]);
  expect(passages).toEqual([
    { place: "p.\u00a01", text: "A." },
    { place: "p.\u00a03", text: "B." },
  ]);
});

test("rien ne se perd, rien ne dépasse la borne, et tout se garde dans la base", () => {
  const word = fc.string({ unit: fc.constantFrom("a", "é", "x", "ß", "œ"), minLength: 1, maxLength: 12 });
  const paragraph = fc.array(word, { maxLength: 900 }).map((words) => words.join(" "));
  fc.assert(
    fc.property(fc.array(paragraph, { maxLength: 5 }), (paragraphs) => {
      const texts = cutPassages([{ paragraphs }]).map(({ text }) => text);
      expect(wordsOf(texts)).toEqual(wordsOf(paragraphs));
      for (const text of texts) expect(text.length).toBeLessThanOrEqual(passageLimits.max);
    }),
    { numRuns: 60 },
  );
  const [first] = cutPassages([{ paragraphs: [`${"x".repeat(4000)}\0\ud800\u0007`] }]);
  expect(first?.text).toHaveLength(passageLimits.max);
  expect(JSON.stringify(cutPassages([{ place: "\ud800\0", paragraphs: ["a\0\u0007\ud800"] }]))).not.toMatch(
    /\\u0000|\\u0007|\\ud800/,
  );
});
