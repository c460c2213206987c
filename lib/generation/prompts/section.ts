import type { BookBrief } from "../brief/book-brief.ts";
import type { BookOutline } from "../brief/book-outline.ts";
import { markOf } from "../citations/marks.ts";
import type { GivenPassage } from "../citations/source.ts";
import { traitsOf } from "../genre/traits-of.ts";
import { pointAlone } from "./key-points.ts";
import { labelled, lengthLine } from "./labels.ts";
import { inEnglish, worded } from "./language.ts";
import { passageOn, passagesSection } from "./passages.ts";
import { type Story, storySection } from "./story.ts";
import { voiceSection } from "./voice.ts";

type Section = {
  request: BookBrief;
  outline: BookOutline;
  position: number;
  point: string;
  /** The sections of the chapter before it, by their headings or what they say. */
  before: string[];
  words: number;
  story?: Story | undefined;
  passages?: GivenPassage[];
};

/** What a small model holds of a story without losing its task. */
const maxStoryCharacters = 700;
const shortStory = (story: Story | undefined): Story | undefined =>
  story && { ...story, room: Math.min(story.room, maxStoryCharacters) };

/** One passage of the author's documents, and how it is cited. */
function passageLines(point: string, { request: { language, genre }, passages }: Section): string | false {
  const passage = passageOn(point, passages);
  if (!passage) return false;
  const isCited = traitsOf(genre).isResearched;
  const rule = worded(language, {
    fr: `Une phrase qui dit un fait de ce passage finit par ${markOf(passage.number)}, avant le point.`,
    en: `A sentence that states a fact of this passage ends with ${markOf(passage.number)}, before the full stop.`,
  });
  return `${passagesSection(language, { passages: [passage], isCited }).trim()}${isCited ? `\n${rule}` : ""}`;
}

/** The writer as a small model is told that it is one. */
export function plainWriter({ language, genre }: BookBrief): string {
  const { book, section } = traitsOf(genre);
  return worded(language, {
    fr: `Tu es rédacteur : tu écris un ${book.fr} en français, ${section.manner.fr}. Tu réponds uniquement par le texte demandé.`,
    en: `You are a writer: you write a ${book.en} in ${inEnglish(language)}, ${section.manner.en}. You answer with the text asked for alone.`,
  });
}

/** One section at a time, in a few lines: what a small model holds. */
export function sectionPrompt(section: Section) {
  const { request, outline, position, point, before, words, story } = section;
  const { language, genre, topic, audience, tone, instructions } = request;
  const { title = "", description = "" } = outline.chapters[position - 1] ?? {};
  const { isTitled, section: traits } = traitsOf(genre);
  const lines = [
    labelled(language, "book", outline.title),
    labelled(language, "topic", topic),
    audience && labelled(language, "audience", audience),
    tone && labelled(language, "tone", tone),
    instructions && labelled(language, "instructions", instructions),
    storySection(language, shortStory(story)),
    passageLines(point, section),
    before.length > 0 &&
      worded(language, {
        fr: `Dans ce chapitre sont déjà écrits : ${before.join(" ; ")}`,
        en: `Already written in this chapter: ${before.join("; ")}`,
      }),
    labelled(language, "chapterToWrite", `${position}. ${title}`),
    // A scene is of people whom its chapter names.
    !isTitled && description.trim() !== "" && labelled(language, "description", description),
    labelled(language, "toSay", pointAlone(language, point, title)),
    worded(language, traits.order),
    voiceSection(request),
    lengthLine(language, words),
  ];
  return { system: plainWriter(request), prompt: lines.filter(Boolean).join("\n") };
}
