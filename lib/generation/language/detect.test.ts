import { eld } from "eld/medium";
import fc from "fast-check";
import { expect, test } from "vitest";
import { prose } from "#testing/model/prose.ts";
import { detectable, loadDetector } from "./detect.ts";

const whole = eld.newInstance();
whole.setLanguageSubset(detectable);
const { detect } = await loadDetector();

const words =
  `le la farine pain boulanger près été où the of bread baker when their though el hecho año pan il perché della
  Brot über Straße und nicht het brood naar een o pão não também el forn això pâine și către 面包 хлеб ελληνικά
  Kubernetes 2024 https://exemple.fr [S1] « l’eau »`.split(/\s+/);

test("ce qui reste des données d’eld dit la même langue et les mêmes scores que le tout", () => {
  const texts = fc.oneof(
    fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 40 }).map((some) => some.join(" ")),
    fc.string({ unit: "grapheme", maxLength: 200 }),
    fc
      .record({ seed: fc.string({ maxLength: 8 }), language: fc.constantFrom("fr" as const, "en" as const) })
      .map((one) => prose({ ...one, words: 60, sections: false })),
  );
  fc.assert(
    fc.property(texts, (text) => {
      const ours = detect(text);
      const theirs = whole.detect(text);
      expect(ours.language).toBe(theirs.language);
      expect(ours.getScores()).toEqual(theirs.getScores());
    }),
    { numRuns: 1000 },
  );
});
