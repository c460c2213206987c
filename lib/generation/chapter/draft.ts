import type { Document } from "../../document/document.ts";
import { openDocument } from "../../document/open.ts";
import { wordsIn } from "../../document/words.ts";
import { bibliographyWords } from "../citations/bibliography.ts";
import { markOf } from "../citations/marks.ts";
import { chapterPrompt, partPrompt } from "../prompts/chapter.ts";
import { tolerance } from "./length.ts";
import { withoutRepeats } from "./repeats.ts";
import { type Writing, write } from "./writing.ts";

/** A chapter of this many words is asked for at once; a part of a longer one has at most `partial`. Models stop early. */
const [whole, partial] = [1500, 1200];
/** Fewer words than this are not worth a part of their own. */
const least = 60;

const goesOn = (point: string) => `${point} (suite de ce point : ce qui n’en est pas encore dit)`;

/** What each part of a chapter is about: its share of the key points, in order; a point of several parts goes on from one to the next. */
export function partsOf(points: string[], budget: number): string[][] {
  const count = budget <= whole ? 1 : Math.ceil(budget / partial);
  const startOf = (index: number) => Math.floor((index * points.length) / count);
  return Array.from({ length: count }, (_, index) => {
    const start = startOf(index);
    const own = points.slice(start, Math.max(startOf(index + 1), start + 1));
    return index > 0 && startOf(index - 1) === start ? own.map(goesOn) : own;
  });
}

const headingsOf = (text: string) => text.match(/^#{2,3} .+$/gm) ?? [];

/** The words a writer is asked for: the chapter's, without those of the sources it may cite, as far as the gate forgives a wrong guess. */
function wordsToWrite({ request: { words, language }, sources }: Writing): number {
  const all = sources.map(({ number }) => markOf(number)).join("");
  return words - Math.min(bibliographyWords(all, { sources, language }), Math.round(words * (tolerance / 2)));
}

/** A chapter's first draft: written at once, or part after part, each told what is written and given what is left. */
export async function draft(writing: Writing): Promise<Document> {
  const { outline, position } = writing;
  const budget = wordsToWrite(writing);
  const points = outline.chapters[position - 1]?.key_points ?? [];
  const parts = partsOf(points, budget);
  if (parts.length === 1) {
    const question = (words: number) => chapterPrompt({ ...writing, words });
    const answer = await write(writing, { words: budget, shown: true, question });
    return openDocument(await withoutRepeats(await openDocument(""), answer));
  }
  let written = await openDocument("");
  for (const [index, about] of parts.entries()) {
    const left = budget - wordsIn(writing.title).length - written.words;
    const share = Math.round(left / (parts.length - index));
    if (share < least) break;
    const { source: text } = written;
    const part = { number: index + 1, count: parts.length, points: about, written: text, headings: headingsOf(text) };
    const next = await write(writing, {
      words: share,
      shown: true,
      question: (words) => partPrompt({ ...writing, words, part }),
    });
    const fresh = await withoutRepeats(written, next);
    written = await openDocument([text, fresh].filter(Boolean).join("\n\n"));
  }
  return written;
}
