import type { BookBrief } from "../brief/book-brief.ts";
import type { BookOutline } from "../brief/book-outline.ts";
import { pointAlone } from "./key-points.ts";
import { labelled, lengthLine } from "./labels.ts";
import { inEnglish, worded } from "./language.ts";
import { type Story, storySection } from "./story.ts";

type Section = {
  request: BookBrief;
  outline: BookOutline;
  position: number;
  point: string;
  /** Headings of the chapter's sections before it. */
  before: string[];
  words: number;
  story?: Story | undefined;
};

/** What a small model holds of a story without losing its task. */
const maxStoryCharacters = 700;
const shortStory = (story: Story | undefined): Story | undefined =>
  story && { ...story, room: Math.min(story.room, maxStoryCharacters) };

const system = (language: string | undefined) =>
  worded(language, {
    fr: "Tu es rédacteur : tu écris un livre en français, en paragraphes simples et concrets. Tu réponds uniquement par le texte demandé.",
    en: `You are a writer: you write a book in ${inEnglish(language)}, in plain and concrete paragraphs. You answer with the text asked for alone.`,
  });

/** One section at a time, in a few lines: what a small model holds. */
export function sectionPrompt({ request, outline, position, point, before, words, story }: Section) {
  const { language, topic, audience, tone, instructions } = request;
  const { title = "" } = outline.chapters[position - 1] ?? {};
  const lines = [
    labelled(language, "book", outline.title),
    labelled(language, "topic", topic),
    audience && labelled(language, "audience", audience),
    tone && labelled(language, "tone", tone),
    instructions && labelled(language, "instructions", instructions),
    storySection(language, shortStory(story)),
    before.length > 0 &&
      worded(language, {
        fr: `Dans ce chapitre sont déjà écrits : ${before.join(" ; ")}`,
        en: `Already written in this chapter: ${before.join("; ")}`,
      }),
    labelled(language, "chapterToWrite", `${position}. ${title}`),
    labelled(language, "toSay", pointAlone(language, point, title)),
    worded(language, {
      fr: "Écris cette section : deux ou trois paragraphes, sans titre ni liste.",
      en: "Write this section: two or three paragraphs, without heading or list.",
    }),
    lengthLine(language, words),
  ];
  return { system: system(language), prompt: lines.filter(Boolean).join("\n") };
}
