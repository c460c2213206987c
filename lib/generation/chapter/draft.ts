import { lengthTolerance } from "../../contract/quality-limits.ts";
import type { Document } from "../../document/document.ts";
import { headingsOf } from "../../document/headings.ts";
import { textOf } from "../../document/nodes.ts";
import { openDocument } from "../../document/open.ts";
import { wordsIn } from "../../document/words.ts";
import { bibliographyWords } from "../citations/bibliography.ts";
import { markOf } from "../citations/marks.ts";
import { chapterPrompt, partPrompt } from "../prompts/chapter.ts";
import { pointsToSay } from "../prompts/key-points.ts";
import { withExercises, withoutExercises } from "./exercises.ts";
import { mostWords } from "./fit.ts";
import { withoutRepeats } from "./repeats.ts";
import { draftBySections } from "./sections.ts";
import { askForText, type Writing } from "./writing.ts";

/** Models stop early: a longer chapter is asked for in parts. */
const maxWholeWords = 1500;
const maxPartWords = 1200;
const minPartWords = 60;

const continued = (point: string) => `${point} (suite de ce point : ce qui n’en est pas encore dit)`;

const usual = { wholeWords: maxWholeWords, partWords: maxPartWords };

export function partsOf(points: string[], budget: number, { wholeWords, partWords } = usual): string[][] {
  const count = budget <= wholeWords ? 1 : Math.ceil(budget / partWords);
  const startOf = (index: number) => Math.floor((index * points.length) / count);
  return Array.from({ length: count }, (_, index) => {
    const start = startOf(index);
    const own = points.slice(start, Math.max(startOf(index + 1), start + 1));
    return index > 0 && startOf(index - 1) === start ? own.map(continued) : own;
  });
}

const sectionsIn = (document: Document): string[] =>
  headingsOf(document)
    .filter(({ depth }) => depth === 2 || depth === 3)
    .map((heading) => textOf(heading));

/** Leaves room for the list of sources that may be cited, as far as a wrong guess is tolerated. */
function wordsToWrite({ request: { words, language }, sources }: Writing): number {
  const all = sources.map(({ number }) => markOf(number)).join("");
  return words - Math.min(bibliographyWords(all, { sources, language }), Math.round(words * (lengthTolerance / 2)));
}

export async function draftChapter(writing: Writing): Promise<Document> {
  const budget = wordsToWrite(writing);
  const draft = writing.isSmall
    ? draftBySections(writing, withoutExercises(writing, budget))
    : draftInParts(writing, budget);
  return withExercises(writing, await draft);
}

async function draftInParts(writing: Writing, budget: number): Promise<Document> {
  const { outline, position } = writing;
  const points = pointsToSay(outline, position, writing.request);
  const parts = partsOf(points, budget, {
    wholeWords: mostWords(writing, maxWholeWords),
    partWords: mostWords(writing, maxPartWords),
  });
  if (parts.length === 1) {
    const question = (words: number, fitted: Writing) => chapterPrompt({ ...fitted, words });
    const answer = await askForText(writing, { words: budget, shown: true, question });
    return openDocument(await withoutRepeats(await openDocument(""), answer, writing));
  }
  let written = await openDocument("");
  for (const [index, about] of parts.entries()) {
    const left = budget - wordsIn(writing.title).length - written.words;
    const share = Math.round(left / (parts.length - index));
    if (share < minPartWords) break;
    const { source: text } = written;
    const part = {
      number: index + 1,
      count: parts.length,
      points: about,
      written: text,
      headings: sectionsIn(written),
    };
    const next = await askForText(writing, {
      words: share,
      shown: true,
      question: (words, fitted) => ({ ...partPrompt({ ...fitted, words, part }), written: text }),
    });
    const fresh = await withoutRepeats(written, next, writing);
    written = await openDocument([text, fresh].filter(Boolean).join("\n\n"));
  }
  return written;
}
