import { z } from "zod";
import { BookOptions } from "../../contract/book.ts";
import { db, type Transaction, transaction } from "../../database/client.ts";
import type { Job } from "../../database/generated/client.ts";
import { PassageNumbers, readChapterDocumentation } from "../brief/documentation.ts";
import type { Documentation, GivenPassage } from "../citations/source.ts";
import { traitsOf } from "../genre/traits-of.ts";
import { lockJob } from "../stage-state/lock-job.ts";
import { type FoundPassage, lookUp } from "./look-up.ts";

const documentsOf = (job: { options: unknown }): string[] => BookOptions.parse(job.options).documents ?? [];

async function keepPassage(tx: Transaction, jobId: string, found: FoundPassage): Promise<number> {
  const { referenceId, number: referencePassage, name, url, place, text, hash, createdAt } = found;
  const known = await tx.jobSource.findFirst({ where: { jobId, referenceId, referencePassage } });
  if (known) return known.number;
  const last = await tx.jobSource.aggregate({ where: { jobId }, _max: { number: true } });
  const number = (last._max.number ?? 0) + 1;
  const cited = { url, title: name, place, passage: text, referenceId, referencePassage, retrievedAt: createdAt, hash };
  await tx.jobSource.create({ data: { jobId, number, ...cited } });
  return number;
}

/** Numbers what was found for a chapter once: a stage that is begun again gives the same. */
function keepFound(jobId: string, position: number, found: FoundPassage[]): Promise<number[]> {
  return transaction(async (tx) => {
    await lockJob(tx, jobId);
    const where = { jobId_position: { jobId, position } };
    const chapter = await tx.jobChapter.findUniqueOrThrow({ where, select: { passages: true } });
    const known = PassageNumbers.parse(chapter.passages);
    if (known) return known;
    const numbers: number[] = [];
    for (const one of found) numbers.push(await keepPassage(tx, jobId, one));
    await tx.jobChapter.update({ where, data: { passages: numbers } });
    return numbers;
  });
}

async function readGiven(jobId: string, numbers: number[]): Promise<GivenPassage[]> {
  const rows = await db().jobSource.findMany({ where: { jobId, number: { in: numbers } } });
  return numbers.flatMap((number) => {
    const row = rows.find((one) => one.number === number);
    return row?.passage ? [{ number, title: row.title, place: row.place, text: row.passage }] : [];
  });
}

/** What the author's documents say of a chapter, by its title, description and key points. */
async function passagesFor(job: Job, position: number): Promise<GivenPassage[]> {
  const documents = documentsOf(job);
  if (documents.length === 0) return [];
  const where = { jobId_position: { jobId: job.id, position } };
  const { title, description, keyPoints, passages } = await db().jobChapter.findUniqueOrThrow({ where });
  const known = PassageNumbers.parse(passages);
  if (known) return readGiven(job.id, known);
  const texts = [title, description, ...z.array(z.string()).parse(keyPoints)];
  return readGiven(job.id, await keepFound(job.id, position, await lookUp(documents, texts)));
}

/** What the one who writes a chapter knows: the notes, and passages of its author's documents, which it may cite. */
export async function documentationFor(job: Job, position: number): Promise<Documentation> {
  // First, since what is found becomes a source.
  const passages = await passagesFor(job, position);
  const { notes, sources } = await readChapterDocumentation(job.id, position);
  const given = new Set(passages.map(({ number }) => number));
  const isCited = traitsOf(BookOptions.parse(job.options).genre).isResearched;
  return { notes, sources: sources.filter(({ number }) => isCited || !given.has(number)), passages };
}

/** What the author's documents say of the whole subject, for the one who plans the book. */
export async function passagesToPlanBy(job: Job): Promise<GivenPassage[]> {
  const found = await lookUp(documentsOf(job), [job.title ?? "", job.topic, job.goal]);
  return found.map(({ name, place, text }) => ({ number: 0, title: name, place, text }));
}
