import { maxRepetition, repetitionTarget } from "../../contract/quality-limits.ts";
import type { Genre } from "../../contract/values.ts";
import { replacePassages } from "../../document/edit.ts";
import { openDocument } from "../../document/open.ts";
import { env } from "../../env.ts";
import type { BookBrief } from "../brief/book-brief.ts";
import type { BookOutline } from "../brief/book-outline.ts";
import { isWorse } from "../chapter/check.ts";
import { upToWords } from "../chapter/cut.ts";
import { checkWritten, finishChapter } from "../chapter/finish.ts";
import { rewrite } from "../chapter/rewrite.ts";
import { beginWriting, namesOf, type Writing } from "../chapter/writing.ts";
import { appendLostMarks } from "../citations/marks.ts";
import type { Documentation } from "../citations/source.ts";
import { type Held, heldIn } from "../losses/held.ts";
import { type ChapterLoss, Refusals } from "../losses/refusals.ts";
import type { Ask } from "../models/ask.ts";
import { reviewProblems } from "../prompts/review-problems.ts";
import type { Neighbours } from "../prompts/rewrite-passage.ts";
import { concludes, withoutFormula } from "../quality/structure.ts";
import { normalizeChapter } from "../text/chapter-text.ts";
import { type ChapterEdit, leadOf, trailOf } from "../text/edits.ts";
import { findFaults } from "./faults.ts";
import { inParallel } from "./in-parallel.ts";
import { type FaultyPassage, passagesOf } from "./passages.ts";
import { type ReviewedChapter, type ReviewedText, readChapter, sourceOf } from "./read.ts";
import { findStyleFaults, hasBetterStyle, planTalkIn } from "./style-faults.ts";
import { unmendedFailure } from "./unmended.ts";

const maxRounds = 3;
/** A passage may have a sentence more than asked; the chapter's length is checked anyway. */
const extraWords = 25;

/** `lost` says for the chapters what refused rewritings of their passages had lost. */
export type Review = {
  changed: (ReviewedText & { edits?: ChapterEdit[] })[];
  passages: number;
  lost: ChapterLoss[];
};
type Tools = {
  ask: Ask;
  window?: number | undefined;
  outline: BookOutline;
  language: string | undefined;
  genre: Genre | undefined;
  strict: boolean;
  /** Its words are the chapter's budget. */
  requestFor: (position: number) => BookBrief;
  documentationFor: (position: number) => Documentation;
};

/** Each text has its own calibration: questions must not depend on which answer came first. */
const writingFor = (
  { requestFor, documentationFor, strict: _strict, language: _language, genre: _genre, ...tools }: Tools,
  position: number,
): Writing => beginWriting(requestFor(position), { ...tools, ...documentationFor(position), position });

function withoutConclusion(text: string): string {
  const body = text.replace(/^#{1,6} (.*)\n*/, (line, title: string) => (concludes(title) ? "" : line));
  const last = body.lastIndexOf("\n") + 1;
  return body.slice(0, last) + withoutFormula(body.slice(last));
}

const shownCharacters = 400;

/** The blocks before and after a passage, shortened at the side away from it. */
function neighboursOf(source: string, { start, end }: FaultyPassage): Neighbours {
  const before = source.slice(0, start).trimEnd().split("\n\n").at(-1) ?? "";
  const [after = ""] = source.slice(end).trimStart().split("\n\n", 1);
  const isLong = (text: string) => text.length > shownCharacters;
  return {
    before: isLong(before) ? `…${before.slice(-shownCharacters)}` : before,
    after: isLong(after) ? `${after.slice(0, shownCharacters)}…` : after,
  };
}

type Change = { passage: FaultyPassage; by: string; edits: ChapterEdit[] };

/** What the passage says is still said by its own chapter, or is for those that it clashes with to say. */
async function heldElsewhere(
  { chapter, start, end, kind, others }: FaultyPassage,
  { chapters, outline, language }: { chapters: ReviewedChapter[]; outline: BookOutline; language: string | undefined },
): Promise<Held[]> {
  const clashing = chapters.filter(({ position }) => others.has(position));
  const terms = clashing.flatMap(({ position }) => outline.chapters[position - 1]?.defines ?? []);
  const definitions = await openDocument(terms.map(({ term, definition }) => `${term}, ${definition}`).join("\n\n"));
  const talk = kind === "style" ? planTalkIn(await openDocument(sourceOf(chapter, { start, end })), language) : "";
  return [
    heldIn(chapter.document, { start, end }),
    heldIn(definitions),
    heldIn(await openDocument(talk)),
    ...clashing.map((one) => heldIn(one.document)),
  ];
}

async function rewritePassage(
  tools: Tools,
  passage: FaultyPassage,
  { round, chapters, refusals }: { round: number; chapters: ReviewedChapter[]; refusals: Refusals },
): Promise<Change> {
  const { chapter, words, problems } = passage;
  const { language } = tools.requestFor(chapter.position);
  const problem = `${problems.join("\n")}${reviewProblems(language).round(round)}`;
  const text = sourceOf(chapter, passage);
  const writing = writingFor(tools, chapter.position);
  const neighbours = neighboursOf(chapter.document.source, passage);
  const answer = await rewrite(writing, { passage: text, problem, words, neighbours });
  const kept = upToWords(
    await openDocument(passage.kind === "conclusion" ? withoutConclusion(answer) : answer),
    Math.round(words * 1.1) + extraWords,
  );
  const rewritten = kept === "" ? text : appendLostMarks(text, kept);
  const elsewhere = await heldElsewhere(passage, { chapters, outline: tools.outline, language });
  const how = { as: "reword", elsewhere } as const;
  const by = rewritten === text || (await refusals.keepsAll(text, rewritten, how)) ? rewritten : text;
  if (by === text) return { passage, by, edits: [] };
  const { source } = chapter.document;
  const around = { lead: leadOf(source, passage.start), trail: trailOf(source, passage.end) };
  return { passage, by, edits: [{ reason: "review", before: text, after: by.trim(), ...around }] };
}

/** Leaves the chapter as it was when any check would find it worse. */
async function replaceAndFinish(tools: Tools, chapter: ReviewedChapter, changes: Change[]): Promise<ReviewedChapter> {
  const writing = writingFor(tools, chapter.position);
  const text = await normalizeChapter(
    replacePassages(chapter.document.source, changes),
    namesOf(writing),
    writing.record,
  );
  const { document, check } = await finishChapter(writing, text);
  if (isWorse(check, await checkWritten(chapter.document, writing))) return chapter;
  const isForStyle = changes.every(({ passage }) => passage.kind === "style");
  if (isForStyle && !hasBetterStyle(chapter.document, document, tools)) return chapter;
  const edits = [...(chapter.edits ?? []), ...changes.flatMap((change) => change.edits), ...writing.record.edits];
  return { ...chapter, document, wordCount: check.words, edits };
}

/** @throws {Failure} `repetition` or `consistency` when faults are left after a few rounds of a strict order */
export async function reviewBook(written: ReviewedText[], tools: Tools): Promise<Review> {
  const limit = env().GENERATION_CONCURRENCY;
  let chapters: ReviewedChapter[] = await Promise.all(written.map(readChapter));
  const refusals = new Map(written.map(({ position }) => [position, new Refusals()]));
  let passages = 0;
  for (let round = 1; ; round++) {
    // Style, and repetition above the target alone, are mended once, and cost no book.
    const { outline, language, genre } = tools;
    const grave = await findFaults(chapters, {
      outline,
      language,
      genre,
      maxRepeatedShare: round === 1 ? repetitionTarget : maxRepetition,
    });
    const faults = round === 1 ? [...grave, ...findStyleFaults(chapters, language, genre)] : grave;
    if (faults.length === 0) break;
    const faulty = chapters
      .flatMap((chapter) => passagesOf(chapter, faults))
      .filter((passage) => !refusals.get(passage.chapter.position)?.has(sourceOf(passage.chapter, passage)));
    const isOver = round > maxRounds || faulty.length === 0;
    if (isOver && tools.strict) throw unmendedFailure(faults);
    if (isOver) break;
    passages += faulty.length;
    const changes = await inParallel(faulty, limit, (passage) => {
      const own = refusals.get(passage.chapter.position) ?? new Refusals();
      return rewritePassage(tools, passage, { round, chapters, refusals: own });
    });
    chapters = await inParallel(chapters, limit, async (chapter) => {
      const own = changes.filter(({ passage, edits }) => passage.chapter === chapter && edits.length > 0);
      return own.length === 0 ? chapter : replaceAndFinish(tools, chapter, own);
    });
  }
  const before = new Map(written.map(({ position, content }) => [position, content]));
  const changed = chapters
    .filter(({ position, document }) => before.get(position) !== document.source)
    .map(({ document, ...chapter }) => ({ ...chapter, content: document.source }));
  const lost = [...refusals].flatMap(([position, own]) => own.lost.map((what) => ({ position, what })));
  return { changed, passages, lost };
}
