import { now } from "../../clock.ts";
import { BookOptions } from "../../contract/book.ts";
import type { Transaction } from "../../database/client.ts";
import type { Job } from "../../database/generated/client.ts";
import { enqueue } from "../../queue/enqueue.ts";
import { capabilitiesOf } from "../capabilities.ts";
import { finishStage } from "../stage-state/stage-rows.ts";
import { beginChapters } from "../start/begin-chapters.ts";
import type { Continuity } from "./learn.ts";
import { addLearnt } from "./merge.ts";
import { readBible, writeBible } from "./stored-bible.ts";

type Written = { jobId: string; run: number; position: number };

/** Goes on to the next chapter, to whoever is to say so first, or to the review. The caller holds the job's lock. */
async function goOn(tx: Transaction, job: Job, { run }: Written): Promise<void> {
  if (job.status !== "writing_chapters") return;
  const next = await tx.jobChapter.findFirst({
    where: { jobId: job.id, content: null },
    select: { position: true },
    orderBy: { position: "asc" },
  });
  if (!next) {
    await tx.job.update({ where: { id: job.id }, data: { status: "finalizing" } });
    return void (await enqueue(tx, "review", { jobId: job.id, run }));
  }
  if (BookOptions.parse(job.options).pause_after_chapter)
    return void (await tx.job.update({ where: { id: job.id }, data: { status: "awaiting_approval" } }));
  await beginChapters(tx, job, { run, positions: [next.position] });
}

/** A chapter is read for what it sets before the next is written. The caller holds the job's lock. */
export async function followChapter(tx: Transaction, job: Job, written: Written): Promise<void> {
  if (!capabilitiesOf(job.model).remembers) return goOn(tx, job, written);
  if (job.status === "writing_chapters") await enqueue(tx, "continuity", written);
}

/** The bible may have been edited since the model was asked: what it says is added to that. */
export async function keepContinuity(
  tx: Transaction,
  job: Job,
  { data, result: { learnt, problem } }: { data: Written; result: Continuity },
): Promise<void> {
  if (learnt) {
    const { bible } = await readBible(tx, job.id);
    await writeBible(tx, job.id, addLearnt(bible, learnt, data.position));
  }
  const result = { contradictions: learnt?.contradictions ?? [] };
  await finishStage(tx, { name: "continuity", data }, { result, error: problem });
  await tx.job.update({ where: { id: job.id }, data: { updatedAt: now() } });
  await goOn(tx, job, data);
}
