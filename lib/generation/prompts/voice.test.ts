import { expect, test } from "vitest";
import type { VoiceSheet } from "../../contract/voice.ts";
import type { BookBrief } from "../brief/book-brief.ts";
import { chapterPrompt, partPrompt } from "./chapter.ts";
import { continuePrompt, extendSectionPrompt } from "./continue-chapter.ts";
import { plainContinuePrompt } from "./continue-plainly.ts";
import { rewritePassagePrompt } from "./rewrite-passage.ts";
import { sectionPrompt } from "./section.ts";
import { voiceSection } from "./voice.ts";

const sheet: VoiceSheet = {
  name: "Ma voix",
  language: "fr",
  person: "first",
  tense: "past",
  sentence_words: 9,
  sentence_spread: 4,
  paragraph_words: 40,
  dialogue_share: 0.3,
  register: "familier",
  description: "Écris comme on parle",
  liked: ["ma foi"],
  avoided: ["en effet", "crucial"],
};
const inFrench = `Voix de l’auteur, à tenir : à la première personne (« je »), au passé ; phrases de 9 mots en moyenne, de 5 à 13 ; paragraphes d’environ 40 mots ; dialogues\u202f: 30 % des mots. registre : familier. Écris comme on parle.
Mots que l’auteur aime : ma foi
Mots à ne jamais employer : en effet, crucial`;

const chapter = { title: "La pâte", description: "", key_points: ["Le sel"], defines: [], elsewhere: [] };
const outline = { title: "Le pain", chapters: [chapter] };

function promptsOf(fields: Partial<BookBrief>): string[] {
  const request: BookBrief = { topic: "Le pain", goal: "En faire", words: 300, chapters: 1, ...fields };
  const { language } = request;
  const input = { request, outline, position: 1, notes: undefined, sources: [], words: 300 };
  const part = { number: 1, count: 2, points: [], written: "", headings: [] };
  const { prompt } = chapterPrompt(input);
  return [
    prompt,
    partPrompt({ ...input, part }).prompt,
    sectionPrompt({ ...input, point: "Le sel", before: [] }).prompt,
    continuePrompt({ language, prompt, written: "Déjà.", words: 90 }),
    extendSectionPrompt({ language, prompt, section: "Déjà.", words: 90 }),
    plainContinuePrompt({ request, outline, position: 1, written: "Déjà.", words: 90 }),
    rewritePassagePrompt({ request, passage: "Un passage.", problem: "trop long", words: 90 }).prompt,
  ];
}

test("qui écrit, rallonge ou récrit tient la voix, dite juste avant la longueur", () => {
  for (const prompt of promptsOf({ voice: sheet })) expect(prompt).toContain(`\n${inFrench}\nLongueur attendue : `);
});

test("sans voix, les questions sont celles d’avant, à la lettre", () => {
  const without = promptsOf({});
  expect(promptsOf({ voice: { name: "Vide" } })).toEqual(without);
  expect(promptsOf({ voice: sheet }).map((prompt) => prompt.replace(`${inFrench}\n`, ""))).toEqual(without);
});

test("un livre d’une autre langue suit la manière, pas les mots ; des vers n’ont pas de phrases à mesurer", () => {
  const english = voiceSection({ language: "en", voice: sheet });
  expect(english).toBe(
    "The author’s voice, to be kept: in the first person (“I”), in the past tense; sentences of 9 words on average, from 5 to 13; paragraphs of about 40 words; dialogue: 30% of the words. register: familier. Écris comme on parle.",
  );
  const { language: _language, ...anywhere } = sheet;
  expect(voiceSection({ language: "en", voice: anywhere })).toContain("Words never to be used: en effet, crucial");
  const verse = voiceSection({ language: "fr", genre: "poetry", voice: sheet });
  expect(verse).toContain("à la première personne (« je »), au passé");
  expect(verse).not.toMatch(/phrases de|paragraphes/);
});
