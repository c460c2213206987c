import { expect, test } from "vitest";
import { chapterPrompt, partPrompt } from "./chapter.ts";

test.each([
  ["fr", "« Il est important de noter que… »"],
  ["en", "“It is important to note that…”"],
  ["es", "“Es importante señalar que…”"],
  ["de", "“In diesem Kapitel werden wir…”"],
  ["it", "“È importante notare che…”"],
  ["pt", "“Neste capítulo, vamos…”"],
  ["nl", "“Tot slot…”"],
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

test.each([
  ["fr", "Responsables, à propos de « Le sel »", "Date de début, à propos de « Le sel »"],
  ["en", "Responsables, about “Le sel”", "Date de début, about “Le sel”"],
])("des étiquettes d’un plan, il est demandé de dire quelque chose : %s", (language, label, shared) => {
  const saying = "Le sel ralentit la levure sans l’arrêter";
  const chapter = (title: string, ...key_points: string[]) => ({
    title,
    description: "Ce qu’il change.",
    key_points,
    defines: [],
    elsewhere: [],
  });
  const outline = {
    title: "Le pain",
    chapters: [
      chapter("Le sel", "Responsables", "Date de début", saying, "Le sel"),
      chapter("L’eau", "Date de début", "La dureté de l’eau du robinet"),
    ],
  };
  const request = { topic: "Le pain", goal: "En faire", words: 3000, language };
  const input = { request, outline, position: 1, notes: undefined, sources: [], words: 1000 };
  const { prompt } = chapterPrompt(input);
  for (const point of [label, shared, saying, "Le sel"]) expect(prompt).toContain(`\n- ${point}\n`);
  expect(chapterPrompt({ ...input, position: 2 }).prompt).toContain("\n- La dureté de l’eau du robinet\n");
});
