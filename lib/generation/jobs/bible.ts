import { now } from "../../clock.ts";
import { type BibleEdit, BibleView } from "../../contract/bible.ts";
import { BookOptions } from "../../contract/book.ts";
import { continuityOf } from "../../contract/values.ts";
import { db, transaction } from "../../database/client.ts";
import type { Job } from "../../database/generated/client.ts";
import { AppError, notFound } from "../../errors.ts";
import { capabilitiesOf } from "../capabilities.ts";
import { readBible, withEdit, writeBible } from "../continuity/stored-bible.ts";
import { continuityWarnings } from "../continuity/warnings.ts";
import { lockJob } from "../stage-state/lock-job.ts";
import { readJobId } from "./job-id.ts";

function checkHasBible(job: Job | null | undefined): asserts job is Job {
  if (!job) throw notFound("Rédaction");
  if (continuityOf(BookOptions.parse(job.options)) !== "sequential")
    throw new AppError("conflict", "Ce livre s’écrit en parallèle\u202f: il n’a pas de bible.");
  if (!capabilitiesOf(job.model).remembers)
    throw new AppError("conflict", "Les textes d’une démonstration sont prêts d’avance\u202f: elle n’a pas de bible.");
}

/** @throws {AppError} not_found; conflict, when the book has none */
export async function getBible(id: string): Promise<BibleView> {
  const jobId = await readJobId(id);
  checkHasBible(await db().job.findUnique({ where: { id: jobId } }));
  const { version, bible } = await readBible(db(), jobId);
  const { removed: _removed, ...shown } = bible;
  return BibleView.parse({ version, ...shown, warnings: await continuityWarnings(jobId) });
}

/** @throws {AppError} not_found; conflict, when the book has none, or its bible was changed since the version given */
export async function editBible(id: string, { version, warnings: _warnings, ...edit }: BibleEdit): Promise<BibleView> {
  const jobId = await readJobId(id);
  await transaction(async (tx) => {
    const job = await lockJob(tx, jobId);
    checkHasBible(job);
    const current = await readBible(tx, jobId);
    if (current.version !== version)
      throw new AppError(
        "conflict",
        "La bible a changé entre-temps\u202f: un chapitre de plus a été lu, ou elle a été modifiée ailleurs. Rechargez-la pour la voir.",
      );
    await writeBible(tx, jobId, withEdit(current.bible, edit));
    await tx.job.update({ where: { id: jobId }, data: { updatedAt: now() } });
  });
  return getBible(jobId);
}
