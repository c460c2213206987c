import { expect, test } from "vitest";
import { chapterPrompt, partPrompt } from "./chapter.ts";

test.each([
  ["fr", "« Il est important de noter que… »"],
  ["en", "“It is important to note that…”"],
])("le rédacteur sait quelles formules éviter dans la langue du livre : %s", (language, phrase) => {
  const chapters = [{ title: "Un", description: "", key_points: [], defines: [], elsewhere: [] }];
  const request = { topic: "Le pain", goal: "En faire", words: 300, language };
  const outline = { title: "Le pain", chapters };
  const { system } = chapterPrompt({ request, outline, position: 1, words: 300, notes: undefined, sources: [] });
  expect(system).toContain(phrase);
});

test("d’un chapitre dont une personne n’a donné que le titre, rien de vide n’est demandé", () => {
  const chapter = { title: "Le sel", description: " ", key_points: [], defines: [], elsewhere: [] };
  const input = {
    request: { topic: "Le pain", goal: "En faire", words: 3000 },
    outline: { title: "Le pain", chapters: [chapter] },
    position: 1,
    notes: undefined,
    sources: [],
    words: 1000,
  };
  const part = { number: 1, count: 3, points: [], written: "", headings: [] };
  for (const { prompt } of [chapterPrompt(input), partPrompt({ ...input, part })]) {
    expect(prompt).toContain("Chapitre à écrire : 1. Le sel\n");
    expect(prompt).not.toMatch(/Description|Points clés|: *\n\n|^- *$|Le sel : /m);
  }
});
