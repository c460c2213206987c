import type { ResearchQuestion } from "../../contract/research.ts";
import type { Transaction } from "../../database/client.ts";
import type { BookOutline, ChapterPlan } from "../brief/book-outline.ts";
import { StoredResearch } from "../research/by-chapter/reading.ts";
import { fingerprintOf } from "./chapter-research.ts";

type Row = StoredResearch & { position: number; problem: string | null };

/** What chapters were researched, by the position they had then, and the sources that a person struck. */
export type Researched = { rows: ReadonlyMap<number, Row>; struck: ReadonlySet<number> };

export async function readResearched(tx: Transaction, jobId: string): Promise<Researched> {
  const where = { jobId, name: "research", position: { gt: 0 }, finishedAt: { not: null } } as const;
  const stages = await tx.jobStage.findMany({ where, orderBy: { position: "asc" } });
  const struck = await tx.jobSource.findMany({ where: { jobId, struck: true }, select: { number: true } });
  const rows = stages.map(({ position, result, error }): [number, Row] => [
    position,
    { ...StoredResearch.parse(result ?? {}), position, problem: error },
  ]);
  return { rows: new Map(rows), struck: new Set(struck.map(({ number }) => number)) };
}

const rowOf = ({ rows }: Researched, { research }: ChapterPlan, position: number): Row | undefined =>
  rows.get(research ? (research.chapter ?? 0) : position);

const areSame = (one: ResearchQuestion[], other: ResearchQuestion[]) =>
  one.length === other.length && one.every(({ text }, index) => text === other[index]?.text);

const isFresh = (chapter: ChapterPlan, row: Row | undefined, { struck }: Researched): boolean =>
  row !== undefined &&
  row.about === fingerprintOf(chapter) &&
  areSame(chapter.research?.questions ?? row.questions, row.questions) &&
  !row.sources.some((number) => struck.has(number));

/** The chapters to research again: they, their questions or their sources have changed since. */
export const findStale = (outline: BookOutline, researched: Researched): Set<number> =>
  new Set(
    outline.chapters.flatMap((chapter, index) =>
      isFresh(chapter, rowOf(researched, chapter, index + 1), researched) ? [] : [index + 1],
    ),
  );

/** Questions that are still good; the model is asked for others only where the chapter is no longer what it was. */
function questionsFor(chapter: ChapterPlan, row: Row | undefined): ChapterPlan["research"] {
  const questions = chapter.research?.questions ?? row?.questions ?? [];
  if (row?.about === fingerprintOf(chapter) && questions.length > 0) return { questions, asks: false };
  return { questions: questions.filter(({ from }) => from === "author"), asks: true };
}

/**
 * Has each research follow its chapter to where a person moved it, and forgets those to be done again. The caller holds the
 * job's lock. @returns the outline to write the book from
 */
export async function keepResearch(tx: Transaction, jobId: string, outline: BookOutline): Promise<BookOutline> {
  const researched = await readResearched(tx, jobId);
  if (researched.rows.size === 0) return outline;
  const stale = findStale(outline, researched);
  const where = { jobId, name: "research", position: { gt: 0 } } as const;
  const stages = await tx.jobStage.findMany({ where });
  await tx.jobStage.deleteMany({ where });
  for (const [index, chapter] of outline.chapters.entries()) {
    const row = rowOf(researched, chapter, index + 1);
    const stage = stages.find(({ position }) => position === row?.position);
    if (!stage || stale.has(index + 1)) continue;
    const { givenUp, result, ...kept } = stage;
    await tx.jobStage.create({
      data: { ...kept, position: index + 1, givenUp: givenUp ?? {}, ...(result !== null && { result }) },
    });
  }
  const chapters = outline.chapters.map((chapter, index) => {
    if (!stale.has(index + 1)) return chapter;
    return { ...chapter, research: questionsFor(chapter, rowOf(researched, chapter, index + 1)) };
  });
  return { ...outline, chapters };
}
