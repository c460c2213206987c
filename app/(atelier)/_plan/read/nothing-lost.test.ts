import fc from "fast-check";
import { expect, test } from "vitest";
import { readPlan } from "./read-plan.ts";

const words = ["sel", "marais", "brûler", "l’été", "Ωmega", "海", "Größe", "mers", "feu", "soir", "pain", "Naples"];
const text = (min: number, max: number) =>
  fc.array(fc.constantFrom(...words), { minLength: min, maxLength: max }).map((all) => all.join(" "));
const indent = fc.constantFrom("", "  ", "    ", "\t", "\t\t", "\u00a0", " ");
const numbering = fc.constantFrom(
  ..."1. |2. |3) |IV. |a) |Chapitre 3 : |Chapter 2 – |Partie I – |1.2 |n° 4 : |#5 |2e partie : |Chapitre Ier. |7 |# |## |### ".split(
    "|",
  ),
);
const bullet = fc.constantFrom("- ", "• ", "•\t", "o\t", "▪ ", "* ", "– ", "+ ", "- [ ] ", "");
const tail = fc.constantFrom("", "", "", " :", ".", " ........ 12", "\t12", "   31", " ##", " : mers", " – feu.", "…");
const around = fc.constantFrom("", "", "**");

const line = fc
  .tuple(indent, bullet, fc.option(numbering), around, text(1, 14), tail)
  .map(([space, mark, number, bold, body, end]) => `${space}${mark}${number ?? ""}${bold}${body}${bold}${end}`);
const paste = fc
  .array(fc.oneof({ weight: 5, arbitrary: line }, fc.constantFrom("", "---", "===", "Sommaire", "| sel | feu |")), {
    maxLength: 25,
  })
  .chain((lines) => fc.constantFrom("\n", "\r\n").map((end) => lines.join(end)));

/** Words that are numbering, or the name of a field, are left out: all others are counted. */
const notCounted = /^(?:[ivxlc]+|chap\w*|partie?|p\d+|\d+e|Ier|\p{L}|\d+|description|résumé|contenu|markdown|text)$/iu;
const countWords = (whole: string) => {
  const counts = new Map<string, number>();
  for (const [word] of whole.matchAll(/[\p{L}\p{N}]+/gu))
    if (!notCounted.test(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
};

function expectNothingLost(pasted: string) {
  const { title = "", chapters, unplaced } = readPlan(pasted);
  const placed = chapters.flatMap((chapter) => [chapter.title, chapter.description, ...chapter.key_points]);
  expect(countWords([title, ...placed, ...unplaced].join("\n"))).toEqual(countWords(pasted));
}

test("aucun mot d’un plan collé ne se perd ni ne se double", () => {
  fc.assert(fc.property(paste, expectNothingLost), { numRuns: 3000 });
});

const anything = fc.string({
  unit: fc.constantFrom(..."sel feu\n\r\t-*#.:1234567890iIvx•o|>`()[]…_ Chapitre"),
  maxLength: 200,
});
test("aucun mot de n’importe quel texte ne se perd", () => {
  fc.assert(fc.property(anything, expectNothingLost), { numRuns: 3000 });
});

test("aucun titre n’est vide, ni ne garde d’espace autour", () => {
  fc.assert(
    fc.property(paste, (pasted) => {
      for (const { title, key_points } of readPlan(pasted).chapters)
        for (const told of [title, ...key_points]) expect(told).toBe(told.trim() || "vide");
    }),
    { numRuns: 1000 },
  );
});

/** Each would take minutes if it were read over from each of its places. */
const long: [string, string][] = [
  ["espaces", `Le sel${" ".repeat(300_000)}x`],
  ["points", `Le sel ${".".repeat(300_000)}x`],
  ["tirets", `${"-".repeat(300_000)}x`],
  ["étoiles", "**a ".repeat(100_000)],
  ["barres", "|".repeat(300_000)],
  ["signes de titre", `# ${"# ".repeat(100_000)}x`],
  ["crochets", "[a](#".repeat(60_000)],
  ["numéros", "1.".repeat(100_000)],
  ["lignes", Array.from({ length: 20_000 }, (_, index) => `${index}. Le sel\n\ttexte`).join("\n")],
  ["deux-points", " : ".repeat(100_000)],
  ["décalages", Array.from({ length: 2000 }, (_, index) => `${" ".repeat(index)}- Le sel`).join("\n")],
];
test.each(long)("un texte énorme se lit en un instant : %s", (_, pasted) => {
  const start = performance.now();
  readPlan(pasted);
  expect(performance.now() - start).toBeLessThan(10_000);
});
