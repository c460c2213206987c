import { passageLimits } from "../../contract/limits.ts";
import type { BookBrief } from "../brief/book-brief.ts";
import type { BookOutline } from "../brief/book-outline.ts";
import { partsOf } from "../chapter/draft.ts";
import type { Documentation, GivenPassage } from "../citations/source.ts";
import type { Role } from "../models/call-context.ts";
import type { Bound } from "../money/token-estimates.ts";
import { chapterPrompt, partPrompt } from "../prompts/chapter.ts";
import { extendSectionPrompt } from "../prompts/continue-chapter.ts";
import { outlinePrompt } from "../prompts/outline.ts";
import { repairOutlinePrompt } from "../prompts/repair-outline.ts";
import { reportPrompt } from "../prompts/report.ts";
import { maxPageCharacters, questionsPrompt, researchPrompt } from "../prompts/research.ts";
import { rewritePassagePrompt } from "../prompts/rewrite-passage.ts";
import { maxFound } from "../references/look-up.ts";
import { reportWords } from "../report/report.ts";
import { excerptCharacters, maxSources, questionsWords } from "../research/by-chapter/research-chapter.ts";
import { notesWords } from "../research/pages-to-show.ts";
import { maxPages } from "../research/read-sources.ts";
import { inOrderIfAsked } from "./continuity-calls.ts";

export type ExpectedCalls = {
  role: Role;
  times: number;
  promptCharacters: number;
  words: number;
  /** Each waits for the one before it, however many may leave together. */
  inOrder?: true;
  /** Reads what is written, and writes nothing of it. */
  reads?: true;
};

const charactersPerWord = 6.2;
const wordsPerSection = 250;
const fillerOf = (characters: number) => "x".repeat(Math.round(characters));
const sizeOf = ({ system, prompt }: { system: string; prompt: string }) => system.length + prompt.length;

/** In characters, for a terse, a usual and a talkative model. */
const outlines = {
  low: { title: 20, description: 80, points: 3, point: 20, defines: 0 },
  likely: { title: 40, description: 200, points: 4, point: 50, defines: 1 },
  high: { title: 60, description: 350, points: 5, point: 90, defines: 2 },
};

function expectedOutline(bound: Bound, count: number): BookOutline {
  const { title, description, points, point, defines } = outlines[bound];
  const chapters = Array.from({ length: count }, (_, index) => ({
    title: `${index} ${fillerOf(title)}`,
    description: fillerOf(description),
    key_points: Array.from({ length: points }, () => fillerOf(point)),
    defines: Array.from({ length: defines }, (_one, at) => ({
      term: `${index} ${at} notion`,
      definition: fillerOf(100),
    })),
    elsewhere: [],
  }));
  return { title: fillerOf(title), chapters };
}

type Book = { request: BookBrief; bound: Bound; isResearched: boolean; count: number };
type Chapter = Documentation & { request: BookBrief; outline: BookOutline; position: number };

function draftCalls(chapter: Chapter, times: number): ExpectedCalls[] {
  const points = chapter.outline.chapters[chapter.position - 1]?.key_points ?? [];
  const parts = partsOf(points, chapter.request.words);
  const words = Math.round(chapter.request.words / parts.length);
  if (parts.length === 1)
    return [{ role: "chapter", times, words, promptCharacters: sizeOf(chapterPrompt({ ...chapter, words })) }];
  return parts.map((about, index) => {
    const written = fillerOf(index * words * charactersPerWord);
    const headings = Array.from({ length: Math.ceil((index * words) / wordsPerSection) }, () => fillerOf(45));
    const part = { number: index + 1, count: parts.length, points: about, written, headings };
    return { role: "chapter", times, words, promptCharacters: sizeOf(partPrompt({ ...chapter, words, part })) };
  });
}

type Corrected = { lengthened: number; rewritten: number };

function correctionCalls(chapter: Chapter, { lengthened, rewritten }: Corrected): ExpectedCalls[] {
  const words = Math.round(Math.min(chapter.request.words * 0.35, 1200));
  const { system, prompt } = chapterPrompt({ ...chapter, words });
  const section = fillerOf(Math.min(6000, chapter.request.words * charactersPerWord));
  const extension = {
    system,
    prompt: extendSectionPrompt({ language: chapter.request.language, prompt, section, words }),
  };
  const passageWords = Math.min(Math.round(chapter.request.words / 3), 300);
  const passage = fillerOf(passageWords * charactersPerWord);
  const rewriting = rewritePassagePrompt({ ...chapter, passage, problem: fillerOf(1000), words: passageWords });
  return [
    { role: "chapter", times: lengthened, words, promptCharacters: sizeOf(extension) },
    { role: "review", times: rewritten, words: passageWords, promptCharacters: sizeOf(rewriting) },
  ];
}

/** Documents may say nothing of a chapter. */
const passagesExpected: Record<Bound, number> = { low: 0, likely: maxFound, high: maxFound };

const expectedPassages = ({ hasDocuments }: BookBrief, bound: Bound): GivenPassage[] =>
  Array.from({ length: hasDocuments ? passagesExpected[bound] : 0 }, (_, index) => ({
    number: index + 1,
    title: fillerOf(30),
    place: fillerOf(10),
    text: fillerOf(bound === "high" ? passageLimits.max : passageLimits.usual),
  }));

function researchCall(request: BookBrief): ExpectedCalls {
  const pages = Array.from({ length: maxPages }, (_, index) => ({
    number: index + 1,
    title: fillerOf(80),
    text: fillerOf(maxPageCharacters),
  }));
  const promptCharacters = sizeOf(researchPrompt({ request, pages }));
  return { role: "research", times: 1, words: notesWords, promptCharacters };
}

const questionsCharacters = 6 * 80;

/** The questions of each chapter, and its notes from fewer and shorter pages. */
function chapterResearchCalls({ request, outline, position }: Chapter, times: number): ExpectedCalls[] {
  const { title = "", description = "", key_points = [] } = outline.chapters[position - 1] ?? {};
  const chapter = { position, title, description, key_points };
  const pages = Array.from({ length: maxSources }, (_, index) => ({
    number: index + 1,
    title: fillerOf(80),
    text: fillerOf(excerptCharacters),
  }));
  const about = { chapter, questions: [fillerOf(questionsCharacters)] };
  const asking = sizeOf(questionsPrompt({ request, chapter }));
  const noting = sizeOf(researchPrompt({ request, pages, about }));
  return [
    { role: "research", times, words: questionsWords, promptCharacters: asking },
    { role: "research", times, words: notesWords, promptCharacters: noting },
  ];
}

/** Each chapter, read once it is finished; none unless the order asks for it. */
export const reportCalls = (request: BookBrief, count: number): ExpectedCalls[] => {
  const text = fillerOf(request.words * charactersPerWord);
  const promptCharacters = sizeOf(reportPrompt({ request, text }));
  return request.report ? [{ role: "review", times: count, words: reportWords, promptCharacters, reads: true }] : [];
};

/** The shares of chapters that are lengthened, and of which a passage is written anew. */
const correctedShares = { low: [0, 0], likely: [0.25, 0.125], high: [1, 1] } as const;

/** In the order in which they are made. */
export function expectedCalls({ request, bound, isResearched, count }: Book): ExpectedCalls[] {
  const outline = expectedOutline(bound, count);
  const answer = JSON.stringify(outline);
  const words = answer.length / charactersPerWord;
  const hasNotes = isResearched && bound !== "low";
  const notes = hasNotes ? fillerOf(notesWords * charactersPerWord) : undefined;
  const sources = hasNotes ? [{ number: 1, url: fillerOf(80), title: fillerOf(80), retrievedAt: new Date(0) }] : [];
  const passages = expectedPassages(request, bound);
  const chapter = { request, outline, position: Math.ceil(count / 2), notes, sources, passages };
  const planning = sizeOf(outlinePrompt({ request, passages, ...(notes && { notes }) }));
  const calls: ExpectedCalls[] = [
    ...(hasNotes ? [researchCall(request)] : []),
    { role: "outline", times: 1, words, promptCharacters: planning },
    ...(hasNotes ? chapterResearchCalls(chapter, count) : []),
    ...draftCalls(chapter, count),
  ];
  if (bound === "high") {
    const repair = sizeOf(repairOutlinePrompt({ request, answer, problems: [fillerOf(500)] }));
    calls.push({ role: "review", times: 1, words, promptCharacters: repair });
  }
  const [lengthened, rewritten] = correctedShares[bound].map((share) => Math.ceil(count * share));
  if (lengthened && rewritten) calls.push(...correctionCalls(chapter, { lengthened, rewritten }));
  return inOrderIfAsked(calls, { request, outline, bound, count });
}
