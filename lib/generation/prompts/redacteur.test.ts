import { expect, test } from "vitest";
import { chapterPrompt } from "./redacteur.ts";

test.each([
  ["fr", "« Il est important de noter que… »"],
  ["en", "« It is important to note that… »"],
])("le rédacteur sait quelles formules éviter dans la langue du livre : %s", (language, phrase) => {
  const chapters = [{ title: "Un", description: "", key_points: [], defines: [], elsewhere: [] }];
  const request = { topic: "Le pain", goal: "En faire", words: 300, language };
  const outline = { title: "Le pain", chapters };
  const { system } = chapterPrompt({ request, outline, position: 1, words: 300, notes: undefined, sources: [] });
  expect(system).toContain(phrase);
});
