import type { Bible } from "../../contract/bible.ts";
import type { BookBrief } from "../brief/book-brief.ts";
import type { BookOutline } from "../brief/book-outline.ts";
import type { Ask } from "../models/ask.ts";
import { askTolerantly } from "../models/ask-tolerantly.ts";
import { charactersIn, roomFor, tokensOf } from "../models/room.ts";
import { type BibleEntry, chooseEntries } from "../prompts/bible-entries.ts";
import { continuityPrompt } from "../prompts/continuity.ts";
import { LearntShape, readSaid, ShortShape } from "./answer.ts";
import { isEmpty, keepGrounded, type Learnt } from "./learnt.ts";
import { bibleRoom } from "./story-of.ts";

/** `problem` says in French why nothing was learnt of the chapter. */
export type Continuity = { learnt?: Learnt; problem?: string };

export const learntWords = 450;
const minTextCharacters = 600;
const gap = "\n[…]\n";

/** Keeps the beginning and the end of a chapter that is too long for the window. */
function shortened(text: string, room: number): string {
  if (text.length <= room) return text;
  const half = Math.max(minTextCharacters, room - gap.length) / 2;
  return `${text.slice(0, half).toWellFormed()}${gap}${text.slice(-half).toWellFormed()}`;
}

const nothingLearnt =
  "Le modèle n’a rien relevé d’utilisable dans ce chapitre\u202f: les chapitres suivants sont écrits sans en tenir compte. Complétez la bible à la main, ou relisez la suite.";

type Tools = {
  ask: Ask;
  window: number | undefined;
  outline: BookOutline;
  position: number;
  /** The chapter as it is written. */
  content: string;
  bible: Bible;
  isSmall?: boolean;
};

function questionFor(request: BookBrief, { window, outline, position, content, bible, isSmall }: Tools) {
  const told = { language: request.language, room: bibleRoom(window) };
  const entries: BibleEntry[] = isSmall ? [] : chooseEntries(bible, told);
  const promptOf = (text: string) => continuityPrompt({ request, outline, position, text, entries, isSmall });
  const room = charactersIn(roomFor(promptOf(""), window) - tokensOf(learntWords));
  return { entries, ...promptOf(shortened(content, room)) };
}

/** Asks once what a written chapter has set. */
export async function learnFromChapter(request: BookBrief, tools: Tools): Promise<Continuity> {
  const { entries, ...prompt } = questionFor(request, tools);
  const context = { role: "review" as const, request };
  const shape = tools.isSmall ? ShortShape : LearntShape;
  const answer = await askTolerantly(tools.ask, { context, ...prompt, shape, words: learntWords });
  const said = answer && readSaid(answer.text, answer.ended !== "whole");
  const learnt = said && keepGrounded(said, { chapter: tools.content, entries, system: prompt.system });
  return learnt && !isEmpty(learnt) ? { learnt } : { problem: nothingLearnt };
}
