import type { BookBrief } from "../brief/book-brief.ts";
import type { BookOutline } from "../brief/book-outline.ts";
import { traitsOf } from "../genre/traits-of.ts";
import { labelled, lengthLine } from "./labels.ts";
import { worded } from "./language.ts";
import { voiceSection } from "./voice.ts";

const shownCharacters = 600;

type Input = {
  request: Pick<BookBrief, "topic" | "language" | "genre" | "voice">;
  outline: BookOutline;
  position: number;
  written: string;
  words: number;
};

/** For a model that goes round in circles: little to read, one thing to do. */
export function plainContinuePrompt({ request, outline, position, written, words }: Input): string {
  const { topic, language, genre } = request;
  const { next, growsWithin, areNames } = traitsOf(genre);
  const { title = "", key_points = [] } = outline.chapters[position - 1] ?? {};
  const last = growsWithin && !areNames ? key_points.at(-1) : undefined;
  const before = `"""\n${written.slice(-shownCharacters)}\n"""`;
  return [
    labelled(language, "book", outline.title),
    labelled(language, "topic", topic),
    labelled(language, "chapterToWrite", `${position}. ${title}`),
    "",
    worded(language, {
      fr: `Le chapitre est déjà écrit jusqu’ici :\n${before}
Écris ce qui vient ensuite : ${next.fr}${last ? `, jusqu’à « ${last} »` : ""}.`,
      en: `The chapter is already written up to here:\n${before}
Write what comes next: ${next.en}${last ? `, up to “${last}”` : ""}.`,
    }),
    ...[voiceSection(request), lengthLine(language, words)].filter(Boolean),
  ].join("\n");
}
