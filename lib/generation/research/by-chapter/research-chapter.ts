import pLimit from "p-limit";
import type { ResearchQuestion } from "../../../contract/research.ts";
import type { BookBrief } from "../../brief/book-brief.ts";
import type { BookOutline } from "../../brief/book-outline.ts";
import { citedIn } from "../../citations/marks.ts";
import type { Ask } from "../../models/ask.ts";
import { askTolerantly } from "../../models/ask-tolerantly.ts";
import { questionsPrompt, researchPrompt } from "../../prompts/research.ts";
import { tidyNotes } from "../notes.ts";
import { notesWords, pagesToShow } from "../pages-to-show.ts";
import { readSources } from "../read-sources.ts";
import type { Found, Search } from "../search/search.ts";
import { questionsOfPlan, readQuestions, searchWords } from "./questions.ts";
import type { Reading, ReadPage } from "./reading.ts";
import { excerptOf, judgePages, mostPromising, withoutCopies } from "./relevance.ts";

export const questionsWords = 120;

/** Of one chapter: searches at once, pages read, and pages that its notes are made from. */
const searchesAtOnce = 2;
const maxRead = 12;
export const maxSources = 8;
export const excerptCharacters = 2500;

/** `notes` name the pages by their place in `pages`, from 1. */
export type ChapterResearch = {
  questions: ResearchQuestion[];
  pages: ReadPage[];
  notes?: string;
  problem?: string;
  /** No search was answered. */
  isSilent?: boolean;
};

export type ChapterTools = {
  ask: Ask;
  window: number | undefined;
  search: Search;
  signal: AbortSignal;
  outline: BookOutline;
  position: number;
  /** Known already: a person left or added them. */
  given: ResearchQuestion[];
  /** Whether the model is asked for questions, beside those. */
  asks: boolean;
  /** Addresses that a person struck. */
  struck: ReadonlySet<string>;
  /** What an interrupted run has read. */
  reading?: Reading | undefined;
  keep: (reading: Reading) => Promise<void>;
};

const chapterOf = ({ outline, position }: ChapterTools) => {
  const chapter = outline.chapters[position - 1];
  if (!chapter) throw new RangeError(`chapitre ${position}`);
  return { ...chapter, position };
};

async function askQuestions(request: BookBrief, tools: ChapterTools): Promise<ResearchQuestion[]> {
  if (!tools.asks) return tools.given;
  const chapter = chapterOf(tools);
  const context = { role: "research" as const, request };
  const answer = await askTolerantly(tools.ask, {
    context,
    ...questionsPrompt({ request, chapter }),
    words: questionsWords,
  });
  const asked = readQuestions(answer?.text ?? "");
  return [...tools.given, ...(asked.length > 0 ? asked : questionsOfPlan(chapter))];
}

/** @returns what each question found; undefined when no search was answered */
async function searchAll(
  { topic, language }: BookBrief,
  questions: ResearchQuestion[],
  { search, signal }: ChapterTools,
): Promise<Found[][] | undefined> {
  const slot = pLimit(searchesAtOnce);
  const queries = [...new Set(questions.map(({ text }) => searchWords(text, topic)))].filter(Boolean);
  const answers = await Promise.all(
    queries.map((words) => slot(() => search({ words, language }, signal).catch(() => undefined))),
  );
  signal.throwIfAborted();
  const found = answers.filter((one) => one !== undefined);
  return found.length > 0 ? found : undefined;
}

/** The first page of each question, then the second… */
function inTurns(found: Found[][], struck: ReadonlySet<string>): Found[] {
  const most = Math.max(0, ...found.map(({ length }) => length));
  const all = Array.from({ length: most }, (_, index) => found.flatMap((one) => one[index] ?? [])).flat();
  const seen = new Set(struck);
  return all.filter(({ url }) => !seen.has(url) && Boolean(seen.add(url)));
}

async function readChapterPages(request: BookBrief, tools: ChapterTools): Promise<Reading> {
  const questions = await askQuestions(request, tools);
  const found = await searchAll(request, questions, tools);
  if (!found) return { questions, pages: [], isSilent: true };
  const { title, description, key_points } = chapterOf(tools);
  const about = {
    topic: request.topic,
    chapter: [title, description, ...key_points].join(" "),
    questions: questions.map(({ text }) => text),
    language: request.language ?? "fr",
  };
  const read = await readSources(mostPromising(inTurns(found, tools.struck), about), tools.signal, { most: maxRead });
  const judged = await judgePages(
    read.filter(({ url }) => !tools.struck.has(url)),
    about,
  );
  const pages = withoutCopies(judged, ({ page }) => page.text)
    .slice(0, maxSources)
    .map((one) => ({ ...one.page, text: excerptOf(one, excerptCharacters) }));
  return { questions, pages, isSilent: false };
}

const problems = {
  silent: "La recherche de ce chapitre n’a pas abouti\u202f: il s’appuie sur les notes de la première recherche.",
  nothing:
    "La recherche de ce chapitre n’a trouvé aucune page qui en parle\u202f: il s’appuie sur les notes de la première recherche.",
  noNotes:
    "Le modèle n’a tiré des pages de ce chapitre aucune note qui les cite\u202f: il s’appuie sur les notes de la première recherche.",
};

/** A silent network, or a model without an answer, never costs a chapter. */
export async function researchChapter(request: BookBrief, tools: ChapterTools): Promise<ChapterResearch> {
  const reading = tools.reading ?? (await readChapterPages(request, tools));
  if (!tools.reading) await tools.keep(reading);
  const { questions } = reading;
  const { isSilent } = reading;
  if (reading.pages.length === 0)
    return { questions, pages: [], problem: problems[isSilent ? "silent" : "nothing"], isSilent };
  const pages = reading.pages.map((page, index) => ({ ...page, number: index + 1 }));
  const about = { chapter: chapterOf(tools), questions: questions.map(({ text }) => text) };
  const shown = pagesToShow(pages, tools.window, (some) => researchPrompt({ request, about, pages: some }));
  const context = { role: "research" as const, request };
  const prompt = researchPrompt({ request, about, pages: shown });
  const answer = await askTolerantly(tools.ask, { context, ...prompt, words: notesWords });
  const notes = await tidyNotes(answer?.text ?? "", pages, request.language);
  return citedIn(notes).length > 0
    ? { questions, pages: reading.pages, notes }
    : { questions, pages: [], problem: problems.noNotes };
}
