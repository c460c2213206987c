import { expect, test } from "vitest";
import { completeMarkdown, paragraphsOfDraft } from "./unfinished.ts";

test.each([
  ["Un mot **important", "Un mot **important**"],
  ["Un mot *à part", "Un mot *à part*"],
  ["Un mot *à part, ", "Un mot *à part,*"],
  ["Un mot **important\n", "Un mot **important**"],
  ["Un mot **", "Un mot "],
  ["Du `code", "Du `code`"],
  ["Fin.\n\n##", "Fin.\n"],
  ["Fin.\n\n- un\n-", "Fin.\n\n- un"],
  ["Voir [le site](https://exe", "Voir "],
  ["Voir ![le", "Voir "],
  ["Voir [le site](a) et", "Voir [le site](a) et"],
  ["Entier, **fort** et *penché*.", "Entier, **fort** et *penché*."],
  ["- un *mot*\n- deux", "- un *mot*\n- deux"],
  ["```\na * b\n", "```\na * b"],
])("un Markdown interrompu se lit calmement : %j", (given, wanted) => {
  expect(completeMarkdown(given)).toBe(wanted);
});

test("un bloc de code reste entier", () => {
  expect(paragraphsOfDraft("a\n\n```\nb\n\nc\n```\n\nd")).toEqual(["a", "```\nb\n\nc\n```", "d"]);
  expect(paragraphsOfDraft("a\n\n```\nb\n\nc")).toEqual(["a", "```\nb\n\nc"]);
});
