import type { OutlineEdit, OutlineView } from "../../contract/outline.ts";
import type { ResearchView } from "../../contract/research.ts";
import type { Transaction } from "../../database/client.ts";
import type { Job } from "../../database/generated/client.ts";
import { invalid } from "../../errors.ts";
import { type BookOutline, positionOf } from "../brief/book-outline.ts";
import { idOf } from "../citations/marks.ts";
import { findStale, type Researched, readResearched } from "../start/keep-research.ts";

function viewOf(outline: BookOutline, index: number, researched: Researched): ResearchView | undefined {
  const { research } = outline.chapters[index] ?? {};
  const row = researched.rows.get(research ? (research.chapter ?? 0) : index + 1);
  const questions = research?.questions ?? row?.questions ?? [];
  if (questions.length === 0 && !row?.problem) return undefined;
  return {
    ...(row && { chapter: row.position }),
    questions,
    sources: (row?.sources ?? []).map(idOf),
    notes: (row?.notes ?? "").split("\n").flatMap((line) => line.replace(/^- /, "") || []),
    again: findStale(outline, researched).has(index + 1),
    ...(row?.problem && { problem: row.problem }),
  };
}

/** Adds to an outline what its chapters were documented with; nothing where none was. */
export async function withResearch(
  tx: Transaction,
  job: Job,
  view: OutlineView,
  outline: BookOutline,
): Promise<OutlineView> {
  const researched = await readResearched(tx, job.id);
  if (researched.rows.size === 0) return view;
  const chapters = view.chapters.map(({ research: _research, ...chapter }, index) => {
    const research = viewOf(outline, index, researched);
    return { ...chapter, ...(research && { research }) };
  });
  return { ...view, chapters, struck_sources: [...researched.struck].map(idOf) };
}

/** The research that a chapter of an edit keeps: the one it names, else that of the chapter of its title before. */
function plannedOf(chapter: OutlineEdit["chapters"][number], before: BookOutline, researched: Researched) {
  if (chapter.research) return chapter.research;
  const position = positionOf(before, chapter.title);
  const known = before.chapters[position - 1]?.research;
  if (known) return known;
  const row = researched.rows.get(position);
  return row && { chapter: row.position, questions: row.questions };
}

/** @returns the outline as it is stored */
export function outlineOfEdit(
  { title, chapters }: Pick<OutlineEdit, "title" | "chapters">,
  before: BookOutline,
  researched: Researched,
): BookOutline {
  const taken = new Set<number>();
  return {
    title,
    chapters: chapters.map(({ research: _research, ...chapter }, index) => {
      const edit = chapters[index];
      const planned = edit && researched.rows.size > 0 ? plannedOf(edit, before, researched) : undefined;
      if (!planned) return chapter;
      const { chapter: of, questions } = planned;
      // Two chapters cannot have one research.
      const isOwn = of !== undefined && researched.rows.has(of) && !taken.has(of);
      if (isOwn) taken.add(of);
      return { ...chapter, research: { ...(isOwn && { chapter: of }), questions, asks: true } };
    }),
  };
}

/** @throws {AppError} invalid, for a source that the book does not have */
export async function strikeSources(tx: Transaction, jobId: string, ids: string[] | undefined): Promise<void> {
  if (ids === undefined) return;
  const all = await tx.jobSource.findMany({ where: { jobId }, select: { number: true } });
  const numbers = ids.map((id) => all.find(({ number }) => idOf(number) === id)?.number);
  const unknown = ids[numbers.indexOf(undefined)];
  if (unknown !== undefined) throw invalid("struck_sources", `Ce livre n’a pas de source «\u202f${unknown}\u202f».`);
  const struck = numbers.filter((number) => number !== undefined);
  await tx.jobSource.updateMany({ where: { jobId, number: { in: struck } }, data: { struck: true } });
  await tx.jobSource.updateMany({ where: { jobId, number: { notIn: struck } }, data: { struck: false } });
}
