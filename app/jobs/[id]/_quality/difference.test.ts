import { expect, test } from "vitest";
import { differenceOf, firstOf, lengthOf, type Piece } from "./difference.ts";

const side = (pieces: Piece[], left: "removed" | "added") =>
  pieces
    .filter(({ kind }) => kind === left || kind === "same")
    .map(({ text }) => text)
    .join("");

test("un mot qui change dans une phrase se voit seul, et les deux textes se relisent", () => {
  const [before, after] = ["Le sel [1] freine la pousse.", "Le sel freine la pousse."];
  const pieces = differenceOf(before, after);
  expect(pieces.filter(({ kind }) => kind === "removed").map(({ text }) => text.trim())).toEqual(["[1]"]);
  expect([side(pieces, "removed"), side(pieces, "added")]).toEqual([before, after]);
});

test("ce qui a été retiré ou ajouté en entier, ou récrit sans rien garder, n’est pas haché en mots", () => {
  expect(differenceOf("Un passage.", "")).toEqual([{ kind: "removed", text: "Un passage." }]);
  expect(differenceOf("", "Un passage.")).toEqual([{ kind: "added", text: "Un passage." }]);
  const kinds = differenceOf("Il pèse la farine et l’eau.", "Tout repose une nuit entière.").map(({ kind }) => kind);
  expect(kinds).toEqual(["removed", "added"]);
});

test("ce qui n’a pas changé est raccourci autour de ce qui change", () => {
  const same = "Le boulanger se lève avant le jour, et son four avec lui. ".repeat(20);
  const pieces = differenceOf(`${same}Il pèse.${same}`, `${same}Il pétrit.${same}`);
  expect(lengthOf(pieces)).toBeLessThan(400);
  expect(pieces.filter(({ kind }) => kind !== "same").map(({ text }) => text)).toEqual(["pèse", "pétrit"]);
});

test("un long texte se plie sans perdre ce qu’il est", () => {
  const pieces = differenceOf("Il pèse la farine. ".repeat(100), "");
  const first = firstOf(pieces, 100);
  expect(first).toHaveLength(1);
  expect(first[0]).toMatchObject({ kind: "removed", text: expect.stringMatching(/^Il pèse.{80,100}\u202f…$/) });
  expect(firstOf([{ kind: "same", text: "a" }, ...pieces], 1)).toEqual([{ kind: "same", text: "a" }]);
  expect(firstOf(pieces, 10_000)).toEqual(pieces);
});
