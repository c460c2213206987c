import { expect, test } from "vitest";
import { bounds, findExcess } from "./scan.ts";

const lines = (count: number, line: (index: number) => string) => Array.from({ length: count }, (_, at) => line(at));

test.each([
  ["une liste de six niveaux", lines(6, (depth) => `${"  ".repeat(depth)}- a`).join("\n")],
  ["mille éléments de liste", lines(1000, () => "- un élément").join("\n")],
  ["une citation dans une liste dans une citation", "> - un\n>   > deux\n>   > - trois"],
  ["un tableau de trois cents lignes de liens", `| a |\n|---|\n${lines(300, () => "| [a](b) **c** |").join("\n")}`],
  ["du code plein de crochets", `\`\`\`json\n${"[[[[[[ * _ ".repeat(5000)}\n\`\`\`\n\nFin.`],
  ["du code très en retrait", `~~~\n${lines(100, (depth) => `${" ".repeat(depth)}- a`).join("\n")}\n~~~`],
  ["quatre cents notes", lines(400, (at) => `[^${at}]: Une note.`).join("\n\n")],
  ["cent mille mots", lines(1000, () => "Une phrase *de* cinq mots. ".repeat(20)).join("\n\n")],
  ["des noms avec des tirets bas", "un_nom_de_variable ".repeat(3000)],
])("%s se lit comme du Markdown", (_name, source) => {
  expect(findExcess(source)).toBeUndefined();
});

test.each([
  ["maxDepth", `${"- ".repeat(bounds.maxDepth + 1)}a`],
  ["maxDepth", `${"> ".repeat(bounds.maxDepth + 1)}a`],
  ["maxDepth", lines(bounds.maxDepth + 1, (depth) => `${"  ".repeat(depth)}- a`).join("\n")],
  ["maxDepth", "1. ".repeat(bounds.maxDepth + 1)],
  ["maxUnpaired", "[".repeat(bounds.maxUnpaired + 1)],
  ["maxUnpaired", "]".repeat(bounds.maxUnpaired + 1)],
  ["maxUnpaired", "*a_ ".repeat(bounds.maxUnpaired)],
  ["maxUnpaired", `\`\`\`\na\n\`\`\`\n${"[".repeat(bounds.maxUnpaired + 1)}`],
  ["maxMarks", "*a* ".repeat(bounds.maxMarks)],
  ["maxLines", "a\n".repeat(bounds.maxLines + 1)],
  ["maxUnderlines", "a\n=\n".repeat(bounds.maxUnderlines + 1)],
  ["maxCharacters", "a".repeat(bounds.maxCharacters + 1)],
] as const)("au-delà de %s, un texte est pris pour du texte brut", (bound, source) => {
  expect(findExcess(source)).toBe(bound);
});

test("un bloc ne répond pas des crochets d’un autre", () => {
  const block = `${"[".repeat(bounds.maxUnpaired)}\n\n`;
  expect(findExcess(block.repeat(20))).toBeUndefined();
});
