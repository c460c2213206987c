import { z } from "zod";
import { db } from "../../database/client.ts";
import { citedIn, settleMarks } from "../citations/marks.ts";
import type { Documentation } from "../citations/source.ts";

const ResearchResult = z.object({ notes: z.string().optional() });

async function readNotes(jobId: string, position: number): Promise<string | undefined> {
  const key = { jobId, name: "research", position } as const;
  const stage = await db().jobStage.findUnique({ where: { jobId_name_position: key }, select: { result: true } });
  return ResearchResult.parse(stage?.result ?? {}).notes;
}

/** Leaves out notes that only struck sources say. */
function withoutStruck(notes: string, known: ReadonlySet<number>): string {
  const lines = notes.split("\n").map((line) => settleMarks(line, known).trimEnd());
  return lines.filter((line) => citedIn(line).length > 0).join("\n");
}

/** Null until a chapter was looked up in its author's documents. */
export const PassageNumbers = z.array(z.number().int()).nullable();

/** The numbers of the passages of its author's documents that a chapter was given. */
async function readGiven(jobId: string, position: number): Promise<number[]> {
  const where = { jobId_position: { jobId, position } };
  const chapter = await db().jobChapter.findUnique({ where, select: { passages: true } });
  return PassageNumbers.parse(chapter?.passages ?? null) ?? [];
}

/** Holds only the sources that the notes cite, and the passages given: no other may be cited. */
async function documentationOf(jobId: string, notes: string | undefined, given: number[] = []): Promise<Documentation> {
  const number = { in: [...citedIn(notes ?? ""), ...given] };
  const sources = await db().jobSource.findMany({
    where: { jobId, number, struck: false },
    orderBy: { number: "asc" },
  });
  const known = new Set(sources.map((source) => source.number));
  return { notes: notes && withoutStruck(notes, known), sources };
}

/** What the first look has found, for the outline. */
export const readDocumentation = async (jobId: string): Promise<Documentation> =>
  documentationOf(jobId, await readNotes(jobId, 0));

/** Where a chapter's sources and notes are gathered: its own, or those of the first look where it has none. */
export async function readChapterDocumentation(jobId: string, position: number): Promise<Documentation> {
  const given = await readGiven(jobId, position);
  const own = await documentationOf(jobId, await readNotes(jobId, position), given);
  const isResearched = own.sources.some(({ number }) => !given.includes(number));
  return isResearched ? own : documentationOf(jobId, await readNotes(jobId, 0), given);
}

/** The same for every chapter at once. */
export async function readDocumentations(jobId: string): Promise<(position: number) => Documentation> {
  const first = await readDocumentation(jobId);
  const chapters = await db().jobChapter.findMany({ where: { jobId }, select: { position: true } });
  const own = new Map<number, Documentation>();
  for (const { position } of chapters) own.set(position, await readChapterDocumentation(jobId, position));
  return (position) => own.get(position) ?? first;
}
