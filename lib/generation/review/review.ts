import { maxRepetition, repetitionTarget } from "../../contract/quality-limits.ts";
import { replacePassages } from "../../document/edit.ts";
import { openDocument } from "../../document/open.ts";
import { env } from "../../env.ts";
import type { BookBrief } from "../brief/book-brief.ts";
import type { BookOutline } from "../brief/book-outline.ts";
import { upToWords } from "../chapter/cut.ts";
import { checkWritten, finishChapter } from "../chapter/finish.ts";
import { rewrite } from "../chapter/rewrite.ts";
import { beginWriting, type Writing } from "../chapter/writing.ts";
import { appendLostMarks } from "../citations/marks.ts";
import type { Documentation } from "../citations/source.ts";
import type { Ask } from "../models/ask.ts";
import { reviewProblems } from "../prompts/review-problems.ts";
import { concludes, withoutFormula } from "../quality/structure.ts";
import { normalizeChapter } from "../text/chapter-text.ts";
import type { ChapterEdit } from "../text/edits.ts";
import { findFaults } from "./faults.ts";
import { inParallel } from "./in-parallel.ts";
import { type FaultyPassage, passagesOf } from "./passages.ts";
import { type ReviewedChapter, type ReviewedText, readChapter, sourceOf } from "./read.ts";
import { unmendedFailure } from "./unmended.ts";

const maxRounds = 3;
/** A passage may have a sentence more than asked; the chapter's length is checked anyway. */
const extraWords = 25;

export type Review = { changed: (ReviewedText & { edits?: ChapterEdit[] })[]; passages: number };
type Tools = Documentation & {
  ask: Ask;
  window?: number | undefined;
  outline: BookOutline;
  language: string | undefined;
  strict: boolean;
  /** Its words are the chapter's budget. */
  requestFor: (position: number) => BookBrief;
};

/** Each text has its own calibration: questions must not depend on which answer came first. */
const writingFor = ({ requestFor, strict: _strict, language: _language, ...tools }: Tools, position: number): Writing =>
  beginWriting(requestFor(position), { ...tools, position });

function withoutConclusion(text: string): string {
  const body = text.replace(/^#{1,6} (.*)\n*/, (line, title: string) => (concludes(title) ? "" : line));
  const last = body.lastIndexOf("\n") + 1;
  return body.slice(0, last) + withoutFormula(body.slice(last));
}

type Change = { passage: FaultyPassage; by: string; edits: ChapterEdit[] };

async function rewritePassage(tools: Tools, passage: FaultyPassage, round: number): Promise<Change> {
  const { chapter, words, problems } = passage;
  const { language } = tools.requestFor(chapter.position);
  const problem = `${problems.join("\n")}${reviewProblems(language).round(round)}`;
  const text = sourceOf(chapter, passage);
  const writing = writingFor(tools, chapter.position);
  const answer = await rewrite(writing, { passage: text, problem, words });
  const kept = upToWords(
    await openDocument(passage.concludes ? withoutConclusion(answer) : answer),
    Math.round(words * 1.1) + extraWords,
  );
  const by = kept === "" ? text : appendLostMarks(text, kept);
  return { passage, by, edits: by === text ? [] : [{ reason: "review", before: text, after: by }] };
}

/** Leaves the chapter as it was when it would meet a check less. */
async function replaceAndFinish(tools: Tools, chapter: ReviewedChapter, changes: Change[]): Promise<ReviewedChapter> {
  const writing = writingFor(tools, chapter.position);
  const text = await normalizeChapter(replacePassages(chapter.document.source, changes), chapter.title);
  const { document, check } = await finishChapter(writing, text);
  const before = check.faults.length === 0 ? [] : (await checkWritten(chapter.document, writing)).faults;
  const isWorse = check.faults.some(({ code }) => !before.some((fault) => fault.code === code));
  if (isWorse) return chapter;
  const edits = [...(chapter.edits ?? []), ...changes.flatMap((change) => change.edits), ...writing.record.edits];
  return { ...chapter, document, wordCount: check.words, edits };
}

/** @throws {Failure} `repetition` or `consistency` when faults are left after a few rounds of a strict order */
export async function reviewBook(written: ReviewedText[], tools: Tools): Promise<Review> {
  const limit = env().GENERATION_CONCURRENCY;
  let chapters: ReviewedChapter[] = await Promise.all(written.map(readChapter));
  let passages = 0;
  for (let round = 1; ; round++) {
    // Repetition above the target alone is mended once, and costs no book.
    const faults = await findFaults(chapters, {
      outline: tools.outline,
      language: tools.language,
      maxRepeatedShare: round === 1 ? repetitionTarget : maxRepetition,
    });
    if (faults.length === 0) break;
    if (round > maxRounds && tools.strict) throw unmendedFailure(faults);
    if (round > maxRounds) break;
    const faulty = chapters.flatMap((chapter) => passagesOf(chapter, faults));
    passages += faulty.length;
    const changes = await inParallel(faulty, limit, (passage) => rewritePassage(tools, passage, round));
    chapters = await inParallel(chapters, limit, async (chapter) => {
      const own = changes.filter(({ passage }) => passage.chapter === chapter);
      return own.length === 0 ? chapter : replaceAndFinish(tools, chapter, own);
    });
  }
  const before = new Map(written.map(({ position, content }) => [position, content]));
  const changed = chapters
    .filter(({ position, document }) => before.get(position) !== document.source)
    .map(({ document, ...chapter }) => ({ ...chapter, content: document.source }));
  return { changed, passages };
}
