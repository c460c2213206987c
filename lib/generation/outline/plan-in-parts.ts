import { z } from "zod";
import { foldText } from "../../contract/outline.ts";
import type { BookBrief } from "../brief/book-brief.ts";
import type { ToldBefore } from "../brief/origin.ts";
import type { Ask } from "../models/ask.ts";
import { charactersIn, roomFor, upToLine, windowTooSmall } from "../models/room.ts";
import { detailsPrompt, titlesPrompt } from "../prompts/outline-part.ts";
import { isNoTitle, isPlaceholder } from "./problems.ts";
import { isDetailed, type PartOfPlan, type PlannedChapter, readPart } from "./read-part.ts";

/** Ollama's usual window: what a model that was cut is taken to have. */
const assumedWindow = 4096;
const tokensPerChapter = 350;
const wordsPerChapter = 100;
/** Some models tell more of a chapter than its title. */
const wordsPerTitle = 40;
const minFreeChapters = 5;
const maxFreeChapters = 10;
const maxTitleCalls = 10;
const maxVainCalls = 3;

const Title = z.object({ title: z.string() });
const TitlesShape = z.object({ title: z.string(), chapters: z.array(Title) });
const DetailsShape = z.object({
  chapters: z.array(Title.extend({ description: z.string(), key_points: z.array(z.string()) })),
});

type Tools = { ask: Ask; notes: string; before?: ToldBefore | undefined; window: number };

/** « Le premier chapitre », « Chapter 2 » say nothing of what is in it. */
const onlyNumbered =
  /^(?:(?:le |la |the |el |il |das |der |het )?\p{L}+ (?:chapitre|chapter|cap[íi]tulo|capitolo|kapitel|hoofdstuk)|(?:chapitre|chapter|cap[íi]tulo|capitolo|kapitel|hoofdstuk) (?:\d{1,3}|[ivxlc]{1,7}|one|two|three|four|five|six|seven|eight|nine|ten))(?: \(\d+\))?$/iu;
const isOnlyNumbered = (title: string): boolean => onlyNumbered.test(title.trim());

const isTitled =
  (title: string) =>
  (chapter: PlannedChapter): boolean =>
    foldText(chapter.title) === foldText(title);

/** A title that comes again is told from the first, once a model has nothing else to say. */
function renamed(chapter: PlannedChapter, chapters: PlannedChapter[]): PlannedChapter {
  const first = chapter.title.replace(/ \(\d+\)$/, "");
  for (let nth = 2; ; nth++) {
    const title = `${first} (${nth})`;
    if (!chapters.some(isTitled(title))) return { ...chapter, title, description: "", key_points: [] };
  }
}

async function findTitles(request: BookBrief, { ask, notes, before }: Tools, begun: PartOfPlan): Promise<PartOfPlan> {
  let { title } = begun;
  const chapters = [...begun.chapters];
  const most = request.chapters ?? maxFreeChapters;
  const add = (found: PlannedChapter[], isVain: boolean) => {
    for (const chapter of found) {
      const isNew = !chapters.some(isTitled(chapter.title));
      if (
        foldText(chapter.title) === "" ||
        isPlaceholder(chapter.title) ||
        chapters.length >= most ||
        !((isNew && !isOnlyNumbered(chapter.title)) || isVain)
      )
        continue;
      chapters.push(isNew ? chapter : renamed(chapter, chapters));
    }
  };
  const wanted = request.chapters ?? minFreeChapters;
  let vain = 0;
  for (let calls = 0; calls < maxTitleCalls && vain < maxVainCalls && chapters.length < wanted; calls++) {
    const isFree = request.chapters === undefined && chapters.length === 0;
    const count = isFree ? undefined : wanted - chapters.length;
    const found = chapters.map((chapter) => chapter.title);
    const answer = await ask({
      context: { role: "outline", request },
      ...titlesPrompt({ request, notes, before, found, count }),
      shape: TitlesShape,
      words: wordsPerTitle * (count ?? maxFreeChapters),
    });
    const part = readPart(answer.text, answer.ended !== "whole");
    if (isNoTitle(title)) title = part.title;
    add(part.chapters, vain > 0);
    if (chapters.length === found.length) vain++;
  }
  return { title, chapters };
}

type Told = { chapters: PlannedChapter[]; first: number; count: number; isInOrder: boolean };

/** @returns how many chapters were told of that had not been */
function addDetails(chapters: PlannedChapter[], { chapters: told, first, count, isInOrder }: Told): number {
  let added = 0;
  for (let index = first; index < first + count; index++) {
    const chapter = chapters[index];
    const inPlace = told[index - first];
    const isOther = !isInOrder && inPlace && chapters.some(isTitled(inPlace.title));
    const found = told.find(isTitled(chapter?.title ?? "")) ?? (isOther ? undefined : inPlace);
    if (!chapter || !found || !isDetailed(found)) continue;
    chapters[index] = { ...found, title: chapter.title };
    added++;
  }
  return added;
}

async function findDetails(request: BookBrief, { ask, notes, window }: Tools, { title, chapters: titled }: PartOfPlan) {
  const chapters = [...titled];
  const titles = chapters.map((chapter) => chapter.title);
  const promptFor = (first: number, count: number) =>
    detailsPrompt({ request, notes, titles, first: first + 1, count });
  let size = Math.floor(roomFor(promptFor(0, 1), window) / tokensPerChapter);
  if (size < 1) throw windowTooSmall(window, `un plan de ${chapters.length} chapitres`);
  for (let vain = 0; vain < maxVainCalls; ) {
    const first = chapters.findIndex((chapter) => !isDetailed(chapter));
    if (first < 0) break;
    const next = chapters.findIndex((chapter, index) => index > first && isDetailed(chapter));
    const count = Math.min(size, (next < 0 ? chapters.length : next) - first);
    const answer = await ask({
      context: { role: "outline", request },
      ...promptFor(first, count),
      shape: DetailsShape,
      words: wordsPerChapter * count,
    });
    const { chapters: told } = readPart(answer.text, answer.ended !== "whole");
    // A model that keeps giving other titles to as many chapters as were asked for has meant these.
    const isInOrder = vain > 0 && answer.ended === "whole" && told.length === count;
    const added = addDetails(chapters, { chapters: told, first, count, isInOrder });
    if (added < count) size = Math.max(1, Math.floor(size / 2));
    if (added === 0) vain++;
  }
  return { title, chapters };
}

/**
 * Asks for a plan in parts that fit in the model's window: its titles first, then what each chapter holds.
 * @param begun what is known of it: of an answer that was cut, or from the author
 */
export async function planInParts(
  request: BookBrief,
  tools: { ask: Ask; notes: string | undefined; before?: ToldBefore | undefined; window: number | undefined },
  begun: PartOfPlan,
): Promise<PartOfPlan> {
  const window = tools.window ?? assumedWindow;
  const notes = upToLine(tools.notes ?? "", charactersIn(window / 4));
  const fitting = { ...tools, notes, window };
  return findDetails(request, fitting, await findTitles(request, fitting, begun));
}
