import { createHash } from "node:crypto";
import { now } from "../../clock.ts";
import { db, type Transaction } from "../../database/client.ts";
import type { Job } from "../../database/generated/client.ts";
import { enqueue } from "../../queue/enqueue.ts";
import type { ChapterPlan } from "../brief/book-outline.ts";
import { briefOf, outlineOf } from "../brief/job-brief.ts";
import { citedIn } from "../citations/marks.ts";
import type { Ask } from "../models/ask.ts";
import type { ModelFacts } from "../models/room.ts";
import { type Reading, type ReadPage, StoredResearch } from "../research/by-chapter/reading.ts";
import { type ChapterResearch, researchChapter } from "../research/by-chapter/research-chapter.ts";
import { searchFor } from "../research/search/search.ts";
import { finishStage } from "../stage-state/stage-rows.ts";
import { stageKey } from "../stage-state/stage-run.ts";
import { findUnresearched } from "./begin-chapters.ts";

type Place = { jobId: string; run: number; position: number };

/** Tells whether a chapter is still what it was when it was researched. */
export const fingerprintOf = ({ title, description, key_points }: ChapterPlan): string =>
  createHash("sha256")
    .update(JSON.stringify([title, description, key_points]))
    .digest("hex")
    .slice(0, 16);

async function readStored(place: Place): Promise<StoredResearch> {
  const row = await db().jobStage.findUnique({
    where: { jobId_name_position: stageKey({ name: "research", data: place }) },
    select: { result: true },
  });
  return StoredResearch.parse(row?.result ?? {});
}

/** A small model is told no notes: nothing is asked, searched or paid for it. */
export async function workOnChapterResearch(
  job: Job,
  data: Place,
  tools: ModelFacts & { ask: Ask; signal: AbortSignal },
): Promise<ChapterResearch> {
  const brief = briefOf(job);
  const search = searchFor(job.model, brief.genre);
  if (!search || (await tools.isSmall("chapter"))) return { questions: [], pages: [] };
  const outline = outlineOf(job);
  const { reading } = await readStored(data);
  const { questions = [], asks = true } = outline.chapters[data.position - 1]?.research ?? {};
  const struck = await db().jobSource.findMany({ where: { jobId: job.id, struck: true }, select: { url: true } });
  const keep = async (read: Reading) => {
    const key = { ...stageKey({ name: "research", data }), finishedAt: null };
    await db().jobStage.updateMany({ where: key, data: { result: { reading: read } } });
  };
  return researchChapter(brief, {
    ...tools,
    window: await tools.windowOf("research"),
    search,
    outline,
    position: data.position,
    given: questions,
    asks,
    struck: new Set(struck.map(({ url }) => url).filter((url) => url !== null)),
    reading,
    keep,
  });
}

/** Keeps each page once for the whole book. The caller holds the job's lock. @returns the number of each */
async function keepSources(tx: Transaction, jobId: string, pages: ReadPage[]): Promise<number[]> {
  const known = await tx.jobSource.findMany({ where: { jobId }, orderBy: { number: "asc" } });
  let last = known.at(-1)?.number ?? 0;
  const numbers: number[] = [];
  for (const { text: _text, ...page } of pages) {
    const same = known.find(({ url, hash }) => url === page.url || hash === page.hash);
    if (!same) await tx.jobSource.create({ data: { ...page, jobId, number: last + 1 } });
    numbers.push(same?.number ?? ++last);
  }
  return numbers;
}

/** Goes on to the chapter or, once every chapter is researched, to whoever reads the outline. */
async function goOn(tx: Transaction, job: Job, place: Place): Promise<void> {
  if (job.status === "writing_chapters") return enqueue(tx, "chapter", place);
  if (job.status !== "generating_outline") return;
  const all = outlineOf(job).chapters.map((_chapter, index) => index + 1);
  const left = await findUnresearched(tx, job, all);
  if (left.length === 0) await tx.job.update({ where: { id: job.id }, data: { status: "awaiting_approval" } });
}

export async function commitChapterResearch(
  tx: Transaction,
  job: Job,
  { data, result: { questions, pages, notes, problem, isSilent = false } }: { data: Place; result: ChapterResearch },
): Promise<void> {
  const cited = citedIn(notes ?? "").sort((one, other) => one - other);
  const numbers = await keepSources(
    tx,
    job.id,
    cited.flatMap((place) => pages[place - 1] ?? []),
  );
  const numberOf = new Map(cited.map((place, index) => [`[S${place}]`, `[S${numbers[index]}]`]));
  const chapter = outlineOf(job).chapters[data.position - 1];
  const result: StoredResearch = {
    questions,
    ...(notes && { notes: notes.replace(/\[S\d+\]/g, (mark) => numberOf.get(mark) ?? "") }),
    sources: [...new Set(numbers)],
    isSilent,
    ...(chapter && { about: fingerprintOf(chapter) }),
  };
  await finishStage(tx, { name: "research", data }, { result, error: problem });
  await tx.job.update({ where: { id: job.id }, data: { updatedAt: now() } });
  await goOn(tx, job, data);
}
