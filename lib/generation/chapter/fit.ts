import type { BookOutline, ChapterPlan } from "../brief/book-outline.ts";
import { roomFor, tokensOf, upToLine, wordsIn } from "../models/room.ts";
import type { Writing } from "./writing.ts";

type Reduction = (writing: Writing) => Writing;

const withOthers = (writing: Writing, change: (chapter: ChapterPlan, distance: number) => ChapterPlan): Writing => {
  const chapters = writing.outline.chapters.map((chapter, index) =>
    index + 1 === writing.position ? chapter : change(chapter, Math.abs(index + 1 - writing.position)),
  );
  const outline: BookOutline = { ...writing.outline, chapters };
  return { ...writing, outline };
};

const withNotes =
  (share: number): Reduction =>
  (writing) => ({
    ...writing,
    notes: upToLine(writing.notes ?? "", (writing.notes ?? "").length * share) || undefined,
  });

/** The first are the best. */
const withPassages =
  (share: number): Reduction =>
  ({ passages = [], ...writing }) => ({ ...writing, passages: passages.slice(0, Math.ceil(passages.length * share)) });

const withStory =
  (share: number): Reduction =>
  (writing) =>
    writing.story ? { ...writing, story: { ...writing.story, room: writing.story.room * share } } : writing;

/** What stands around a chapter in its prompt, from what it misses least. */
const reductions: Reduction[] = [
  (writing) => withOthers(writing, (chapter) => ({ ...chapter, defines: [] })),
  (writing) => withOthers(writing, (chapter, distance) => (distance > 1 ? { ...chapter, description: "" } : chapter)),
  withNotes(1 / 2),
  withPassages(1 / 2),
  (writing) => withOthers(writing, (chapter) => ({ ...chapter, description: "" })),
  withNotes(1 / 2),
  withPassages(1 / 3),
  withStory(1 / 2),
  withNotes(0),
  withPassages(0),
  withStory(1 / 2),
];

/** Shortens what surrounds a chapter until prompt and answer fit in the model's window together. */
export function fitToWindow<Prompt extends { system: string; prompt: string }>(
  writing: Writing,
  words: number,
  promptOf: (fitted: Writing) => Prompt,
): Prompt {
  const needed = tokensOf(words);
  let fitted = writing;
  let prompt = promptOf(fitted);
  for (const reduce of reductions) {
    if (roomFor(prompt, writing.window) >= needed) break;
    fitted = reduce(fitted);
    prompt = promptOf(fitted);
  }
  return prompt;
}

/** The share of a window that an answer may take: the prompt and what is written need the other. */
const answerShare = 0.4;

/** @returns the words that one answer, or one passage to be rewritten, may have */
export const mostWords = ({ window }: Writing, usual: number): number =>
  window === undefined ? usual : Math.min(usual, wordsIn(window * answerShare));
