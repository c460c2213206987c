import type { Document } from "../../document/document.ts";
import { openDocument } from "../../document/open.ts";
import { upToLastSentence } from "../../document/sentences.ts";
import type { BookBrief } from "../brief/book-brief.ts";
import type { BookOutline } from "../brief/book-outline.ts";
import type { Documentation } from "../citations/source.ts";
import { tidyCitations } from "../citations/tidy.ts";
import type { Ask, Question } from "../models/ask.ts";
import type { Role } from "../models/call-context.ts";
import { unwrap, withoutLeadingTitle } from "../text/chapter-text.ts";
import { askToTheEnd } from "./continuation.ts";
import { Pace } from "./pace.ts";

/** A chapter being written: what it is to be, and whom to ask. */
export type Writing = Documentation & {
  ask: Ask;
  /** `words` is the chapter's budget, without what is added to it later. */
  request: BookBrief;
  outline: BookOutline;
  position: number;
  title: string;
  pace: Pace;
};

export function beginWriting(request: Writing["request"], tools: Omit<Writing, "request" | "title" | "pace">): Writing {
  const title = tools.outline.chapters[tools.position - 1]?.title ?? "";
  return { ...tools, request, title, pace: new Pace() };
}

/** A fence left open would make code of all that follows. */
function closed(text: string): string {
  const fences = text.match(/^(?:`{3,}|~{3,})/gm) ?? [];
  return fences.length % 2 === 0 ? text : `${text}\n${fences.at(-1)}`;
}

/**
 * Asks for about `words` words of the chapter's text, to its end, and takes off what models put around it, and every
 * citation but those of the book's sources.
 * @param shown whether the answer goes on with the chapter, to be read while it comes
 * @param question makes the question from the number of words that a model of this pace is to be asked for
 */
export async function write(
  writing: Writing,
  {
    role = "chapter",
    words,
    shown = false,
    question,
  }: { role?: Role; words: number; question: (words: number) => Omit<Question, "context" | "shown">; shown?: boolean },
): Promise<Document> {
  const { request, outline, position, title, pace } = writing;
  const asked = pace.ask(words);
  const context = { role, request: { ...request, outline, position } };
  const answer = await askToTheEnd(
    writing.ask,
    { context, shown, words: asked, ...question(asked) },
    { title, words: asked },
  );
  const text = closed(unwrap(answer.cut ? upToLastSentence(answer.text) : answer.text));
  const tidy = await tidyCitations(await withoutLeadingTitle(await openDocument(text), title), writing.sources);
  pace.note(asked, tidy.words);
  return tidy;
}
