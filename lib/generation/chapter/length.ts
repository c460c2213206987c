import { isLengthWithin, lengthTolerance } from "../../contract/quality-limits.ts";
import type { Document, Passage } from "../../document/document.ts";
import { replacePassages } from "../../document/edit.ts";
import { openDocument } from "../../document/open.ts";
import { sectionsOf } from "../../document/sections.ts";
import { sumOfWords } from "../../document/words.ts";
import { bibliographyWords } from "../citations/bibliography.ts";
import { traitsOf } from "../genre/traits-of.ts";
import { chapterPrompt } from "../prompts/chapter.ts";
import { tooLongProblem } from "../prompts/chapter-problems.ts";
import { continuePrompt, extendSectionPrompt } from "../prompts/continue-chapter.ts";
import { plainContinuePrompt } from "../prompts/continue-plainly.ts";
import { EditRecord } from "../text/edits.ts";
import { withoutBlankLines, withoutBlocks } from "../text/headings.ts";
import { upToWords } from "./cut.ts";
import { endOfLesson } from "./exercise-sections.ts";
import { mostWords } from "./fit.ts";
import { withoutRepeats } from "./repeats.ts";
import { rewrite } from "./rewrite.ts";
import { rule } from "./section-body.ts";
import { askForText, type Writing } from "./writing.ts";

const maxRounds = { usual: 3, small: 1 };
const maxShortening = 0.4;
const maxPassageWords = 1200;

const textOf = (content: string, { start, end }: Passage) => content.slice(start, end);

/** Leaves an addition to a section without sections of its own. */
async function withoutHeadings({ record }: Writing, answer: Document): Promise<Document> {
  const headings = answer.blocks.filter(({ node }) => node.type === "heading");
  return openDocument(record.record("heading", answer.source, withoutBlocks(answer, headings)));
}

/** The end of what may grow or shrink: the exercises of a course stay as they are, at its end. */
const endOfText = ({ request }: Writing, document: Document): number =>
  traitsOf(request.genre).need === "exercises" ? endOfLesson(document) : document.source.length;

async function lengthen(writing: Writing, document: Document, { missing, round }: { missing: number; round: number }) {
  const { words, language, genre } = writing.request;
  const { source: content } = document;
  const end = endOfText(writing, document);
  const written = content.slice(0, end);
  const sections = sectionsOf(document)
    .filter((section) => section.start < end)
    .toSorted((a, b) => a.words - b.words);
  const growsAtEnd = writing.isSmall || missing > words / 3 || !traitsOf(genre).growsWithin;
  const thinnest = growsAtEnd ? undefined : sections[round % Math.max(1, sections.length)];
  const question = (asked: number, fitted: Writing) => {
    const { system, prompt } = chapterPrompt({ ...fitted, words });
    const added = writing.isSmall
      ? plainContinuePrompt({ ...fitted, written, words: asked })
      : thinnest
        ? extendSectionPrompt({ language, prompt, section: textOf(content, thinnest), words: asked })
        : continuePrompt({ language, prompt, written, words: asked });
    return { system, written: content, prompt: added };
  };
  const answer = await askForText(writing, { words: missing, shown: !thinnest, question });
  const added = thinnest ? await withoutHeadings(writing, answer) : answer;
  const at = thinnest?.end ?? end;
  const lead = content.slice(0, at).trimEnd();
  const fitting = await openDocument(await withoutRepeats(document, added, { ...writing, lead }));
  const most = missing + Math.round(words * (lengthTolerance / 2));
  const fresh = writing.record.record("length", fitting.source, upToWords(fitting, most), lead);
  if (fresh === "") return content;
  const { isTitled, isApart } = traitsOf(genre);
  const between = isTitled && isApart && !fresh.startsWith("#") ? `\n\n${rule}\n\n` : "\n\n";
  return `${lead}${between}${fresh}\n\n${withoutBlankLines(content.slice(at))}`.trim();
}

function passagesToShorten(sections: Passage[], excess: number, mostWords: number): Passage[] {
  const longest = sections.toSorted((a, b) => b.words - a.words)[0];
  if (longest && excess <= longest.words * maxShortening) return [longest];
  const passages: Passage[] = [];
  for (const { start, end, words } of sections) {
    const open = passages.at(-1);
    if (open && open.words + words <= mostWords) Object.assign(open, { end, words: open.words + words });
    else passages.push({ start, end, words });
  }
  return passages;
}

async function shorten(writing: Writing, document: Document, excess: number): Promise<string> {
  const { source: content } = document;
  // A small model gives a passage back as it was, or loses it.
  if (writing.isSmall) return content;
  const end = endOfText(writing, document);
  const sections = sectionsOf(document).filter((section) => section.start < end);
  const passages = passagesToShorten(sections, excess, mostWords(writing, maxPassageWords));
  const factor = 1 - excess / sumOfWords(passages);
  const changes: { passage: Passage; by: string }[] = [];
  for (const passage of passages) {
    const wanted = Math.round(passage.words * factor);
    const problem = tooLongProblem(writing.request.language);
    const before = textOf(content, passage);
    if (writing.refusals.has(before)) continue;
    const by = await rewrite(writing, { passage: before, problem, words: wanted });
    const off = Math.abs((await openDocument(by)).words - wanted);
    if (by === "" || off >= passage.words - wanted) continue;
    if (!(await writing.refusals.keepsAll(before, by, { as: "shorten" }))) continue;
    changes.push({ passage, by });
  }
  return replacePassages(content, changes);
}

const wordsInBook = ({ request: { language }, sources }: Writing, { words, source }: Document) =>
  words + bibliographyWords(source, { sources, language });

export async function keepLength(writing: Writing, document: Document): Promise<Document> {
  const { words: budget, genre } = writing.request;
  const { lengthTolerance: tolerance } = traitsOf(genre);
  let text = document;
  let written = wordsInBook(writing, document);
  for (
    let round = 0;
    round < (writing.isSmall ? maxRounds.small : maxRounds.usual) && !isLengthWithin(written, budget, tolerance);
    round++
  ) {
    const missing = budget - written;
    if (missing > 0 && writing.calibration.isExhausted) break;
    // What an answer lost on the way is on record only where the answer is used.
    const attempt = { ...writing, record: new EditRecord() };
    const next =
      missing > 0 ? await lengthen(attempt, text, { missing, round }) : await shorten(attempt, text, -missing);
    if (next === text.source) continue;
    const longer = await openDocument(next);
    const count = wordsInBook(writing, longer);
    if (Math.abs(budget - count) >= Math.abs(missing)) continue;
    if (missing > 0) writing.record.edits.push(...attempt.record.edits);
    else writing.record.record("length", text.source, next);
    text = longer;
    written = count;
  }
  return text;
}
