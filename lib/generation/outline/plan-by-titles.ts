import { bare } from "../../contract/outline.ts";
import type { BookBrief } from "../brief/book-brief.ts";
import type { BookOutline, ChapterPlan } from "../brief/book-outline.ts";
import type { Ask } from "../models/ask.ts";
import { outlineContentsPrompt, outlineTitlesPrompt } from "../prompts/outline-by-titles.ts";
import { ContentsShape, readOutline, TitlesShape } from "./answer.ts";
import { withGiven } from "./given.ts";
import { isPlaceholder } from "./problems.ts";
import { readPlan } from "./read-plan.ts";

const maxTitleCalls = 2;
const wordsPer = { title: 15, contents: 90 };
const wordsPerPoint = 250;

type Tools = { ask: Ask; notes?: string | undefined; chaptersPerCall: number };

const isDescribed = ({ description, key_points }: ChapterPlan) => bare(description) !== "" && key_points.length > 0;

/** Mends by code what a small model would give back unchanged: a title twice, one that is none, a chapter too many. */
function settleTitles(outline: BookOutline, asked: number | undefined): BookOutline {
  const seen = new Set<string>();
  const chapters = outline.chapters.filter(({ title }) => {
    const key = bare(title);
    if (key === "" || isPlaceholder(title) || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
  return { ...outline, chapters: chapters.slice(0, asked ?? chapters.length) };
}

async function askForTitles(request: BookBrief, { ask, notes }: Tools): Promise<BookOutline | undefined> {
  if (request.given && request.title !== undefined) return { title: request.title, chapters: [] };
  let best: BookOutline | undefined;
  for (let call = 0; call < maxTitleCalls; call++) {
    const { text, ended } = await ask({
      context: { role: "outline", request },
      ...outlineTitlesPrompt({ request, notes, isSecond: call > 0 }),
      shape: TitlesShape,
      words: wordsPer.title * (request.chapters ?? 10),
    });
    const read = readPlan(text, ended !== "whole");
    if ("problems" in read) continue;
    const outline = settleTitles(readOutline(read.plan, request), request.chapters);
    if (outline.chapters.length > (best?.chapters.length ?? 0)) best = outline;
    if (outline.chapters.length === (request.chapters ?? outline.chapters.length)) break;
  }
  return best;
}

async function askForContents(
  request: BookBrief,
  outline: BookOutline,
  { ask, notes, positions }: Tools & { positions: number[] },
): Promise<BookOutline> {
  const titles = outline.chapters.map(({ title }) => title);
  const points = Math.min(4, Math.max(3, Math.round(request.words / wordsPerPoint)));
  const { text, ended } = await ask({
    context: { role: "outline", request },
    ...outlineContentsPrompt({ request, notes, title: outline.title, titles, positions, points }),
    shape: ContentsShape,
    words: wordsPer.contents * positions.length,
  });
  const read = readPlan(text, ended !== "whole");
  if ("problems" in read) return outline;
  const asked = positions.flatMap((position) => outline.chapters[position - 1] ?? []);
  const given = asked.map(({ title }) => ({ title }));
  const described = withGiven(readOutline(read.plan, request), given).chapters;
  const chapters = outline.chapters.map((chapter, index) => described[positions.indexOf(index + 1)] ?? chapter);
  return { ...outline, chapters };
}

/**
 * Asks first for titles, then for what the chapters hold, some at a time: each answer is short, and what is wrong with it
 * is mended here. A chapter that no answer describes keeps its title alone.
 * @returns undefined when no answer holds a title
 */
export async function planByTitles(request: BookBrief, tools: Tools): Promise<BookOutline | undefined> {
  const titled = await askForTitles(request, tools);
  if (!titled || (titled.chapters.length === 0 && !request.given)) return undefined;
  let outline = withGiven(titled, request.given);
  const missing = outline.chapters.flatMap((chapter, index) => (isDescribed(chapter) ? [] : [index + 1]));
  for (let start = 0; start < missing.length; start += tools.chaptersPerCall) {
    const positions = missing.slice(start, start + tools.chaptersPerCall);
    outline = await askForContents(request, outline, { ...tools, positions });
  }
  return withGiven(outline, request.given);
}
