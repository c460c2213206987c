import { expect, test } from "vitest";
import type { Bible } from "../../contract/bible.ts";
import { openDocument } from "../../document/open.ts";
import { fitToWindow, mostWords } from "../chapter/fit.ts";
import { beginWriting } from "../chapter/writing.ts";
import { storyOf } from "../continuity/story-of.ts";
import { withoutScaffolding } from "../text/scaffolding.ts";
import { chapterPrompt } from "./chapter.ts";
import { allLabels } from "./labels.ts";
import { sectionPrompt } from "./section.ts";

const count = 20;
const outline = {
  title: "Le moulin",
  chapters: Array.from({ length: count }, (_, index) => ({
    title: `Titre ${index + 1}`,
    description: `Description ${index + 1}. ${"Ce chapitre raconte un épisode du moulin. ".repeat(6)}`,
    key_points: ["La roue", "Le meunier", "La crue"],
    defines: [],
    elsewhere: [],
  })),
};
const sentence = (chapter: number, nth: number) => `Au chapitre ${chapter}, l’épisode ${nth} arrive dans le moulin.`;
/** What nineteen talkative chapters have set. */
const bible: Bible = {
  summaries: Array.from({ length: count - 1 }, (_, at) => ({
    chapter: at + 1,
    text: Array.from({ length: 14 }, (_one, nth) => sentence(at + 1, nth)).join(" "),
    edited: false,
  })),
  characters: Array.from({ length: 60 }, (_, at) => ({
    name: `Personne ${at}`,
    text: "Quelqu’un qui passe au moulin et dont on sait beaucoup de choses. ".repeat(4),
    chapter: (at % 19) + 1,
    edited: false,
  })),
  places: [{ name: "Le gué", text: "Où l’on traverse.", chapter: 3, edited: true }],
  facts: Array.from({ length: 200 }, (_, at) => ({
    text: `Le fait numéro ${at} ne change plus.`,
    chapter: (at % 19) + 1,
    edited: false,
  })),
  threads: [
    { text: "Qui a brûlé la roue ?", chapter: 18, closed: null, edited: false },
    { text: "Où est la clef ?", chapter: 2, closed: 4, edited: false },
  ],
};
const request = { topic: "Un moulin", goal: "Raconter", language: "fr", words: 1500, isSequential: true } as const;
const ask = () => Promise.reject(new Error("aucun appel"));

function promptIn(window: number | undefined, language = "fr") {
  const writing = beginWriting(
    { ...request, language },
    { ask, outline, position: count, sources: [], notes: undefined, window, story: storyOf(bible, window) },
  );
  const words = mostWords(writing, 1500);
  return { words, ...fitToWindow(writing, words, (fitted) => chapterPrompt({ ...fitted, words })) };
}

test.each([2048, 4096, 8192, undefined])(
  "vingt chapitres tiennent dans une fenêtre de %s tokens, le dernier résumé d’abord",
  (window) => {
    const { words, system, prompt } = promptIn(window);
    if (window !== undefined) expect((system.length + prompt.length) / 3 + 2 * words).toBeLessThan(window);
    expect(prompt).toContain(`Chapitre 19 : ${sentence(19, 0)}`);
    if (window !== 2048) {
      expect(prompt).toContain("- Le gué : Où l’on traverse. (chapitre 3)");
      expect(prompt).toContain("- Qui a brûlé la roue ? (chapitre 18)");
    }
    expect(prompt).not.toContain("Où est la clef");
    expect(prompt.split("\n").at(-1)).toMatch(/^Longueur attendue : environ \d+ mots/);
    expect(prompt.indexOf("Chapitre à écrire : 20. Titre 20")).toBeGreaterThan(prompt.indexOf("Chapitre 19 :"));
  },
);

test("les résumés viennent dans l’ordre des chapitres, les anciens en une phrase", () => {
  const { prompt } = promptIn(undefined);
  const chapters = [...prompt.matchAll(/^Chapitre (\d+) : Au/gm)].map(([, chapter]) => Number(chapter));
  expect(chapters).toEqual(chapters.toSorted((one, other) => one - other));
  expect(chapters.at(-1)).toBe(19);
  expect(prompt).toContain(sentence(19, 13));
});

test("un livre en anglais reçoit les mots anglais, et aucun repère français", () => {
  const { prompt } = promptIn(8192, "en");
  expect(prompt).toContain("What the chapters before this one tell:\n");
  expect(prompt).toContain("- Qui a brûlé la roue ? (chapter 18)");
  expect(prompt).not.toContain("Chapitre à écrire");
});

test("un petit modèle n’en reçoit que quelques lignes", () => {
  const story = storyOf(bible, undefined);
  const section = { request, outline, position: count, point: "La roue", before: [], words: 200 };
  const { prompt } = sectionPrompt({ ...section, story });
  expect(prompt.length - sectionPrompt(section).prompt.length).toBeLessThan(750);
  expect(prompt).toContain("\nChapitre 19 : Au chapitre 19, l’épisode 0");
});

test("sans rien à dire, la demande est celle d’un livre en parallèle, au signe près", () => {
  const input = { request, outline, position: 2, notes: undefined, sources: [], words: 300 };
  const nothing = { summaries: [], characters: [], places: [], facts: [], threads: [] };
  const plain = chapterPrompt(input);
  expect(chapterPrompt({ ...input, story: storyOf(nothing, undefined) })).toEqual(plain);
  expect(plain.prompt).toContain("Titre 20 : Description 20.");
});

test("ce qu’un modèle recopie de ce qui lui est dit n’entre pas dans le livre, ce qu’il en raconte y reste", async () => {
  const { system, prompt } = promptIn(undefined);
  const own = "La meunière ouvre les vannes et la roue se met à tourner lentement.";
  const fact = "Le fait numéro 189 ne change plus.";
  const copied = [
    "Ce que racontent les chapitres qui précèdent :",
    `Chapitre 19 : ${bible.summaries[18]?.text}`,
    "**Personnages déjà établis :**",
    `- ${fact} (chapitre 19)`,
    `- ${fact}`,
    "Ce chapitre vient à la suite : il ne contredit rien de ce qui est établi et ne raconte pas de nouveau ce qui l’a été.",
  ].join("\n\n");
  const text = `# Titre 20\n\n${copied}\n\n${own} ${fact}`;
  const kept = withoutScaffolding(await openDocument(text), { system, prompt, authorTexts: [], labels: allLabels });
  expect(kept.replace(/\n{3,}/g, "\n\n")).toBe(`# Titre 20\n\n${own} ${fact}`);
});
