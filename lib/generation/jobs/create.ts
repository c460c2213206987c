import { createHash } from "node:crypto";
import { now } from "../../clock.ts";
import { type BookLanguage, BookOptions, type BookRequest, type JobCreated } from "../../contract/book.ts";
import { storable } from "../../contract/text.ts";
import { type Transaction, transaction } from "../../database/client.ts";
import { invalid } from "../../errors.ts";
import { newId } from "../../ids.ts";
import { enqueue } from "../../queue/enqueue.ts";
import { capabilitiesOf } from "../capabilities.ts";
import { estimateBook } from "../estimate/estimate.ts";
import { nameOf } from "../language/names.ts";
import { chainsOfNewJob } from "../models/chains.ts";
import { checkCap } from "../money/cap.ts";

const keyLifetime = 24 * 3_600_000;

const created = (job: { id: string; createdAt: Date }): JobCreated => ({
  job_id: job.id,
  status: "pending",
  message: "Génération de livre démarrée",
  created_at: job.createdAt.toISOString(),
});

/** The same request, whatever the order of its fields. */
function hashOf(request: BookRequest): string {
  const fields = Object.entries(request).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash("sha256").update(JSON.stringify(fields)).digest("hex");
}

function checkKey(key: string | undefined) {
  if (key === undefined) return;
  if (!storable().min(1).max(255).safeParse(key).success)
    throw invalid("Idempotency-Key", "Idempotency-Key\u202f: attend entre 1 et 255 caractères.");
}

function checkLanguage(language: BookLanguage, model: string) {
  const { languages, demonstrates } = capabilitiesOf(model);
  if (!languages || languages.includes(language)) return;
  const name = demonstrates ? "Le modèle de démonstration" : `Le modèle ${model}`;
  throw invalid("language", `${name} n’écrit qu’en ${languages.map(nameOf).join(" et en ")}.`);
}

async function replay(tx: Transaction, key: string, hash: string): Promise<JobCreated> {
  const first = await tx.job.findUniqueOrThrow({ where: { idempotencyKey: key } });
  if (first.requestHash !== hash)
    throw invalid("Idempotency-Key", "Idempotency-Key\u202f: cette clé a déjà servi pour une autre demande.");
  return created(first);
}

/**
 * Takes a request for a book: the job and its first stage are durable when this returns (contract §2).
 * The same key within 24 h gives the first answer again.
 * @throws {AppError} invalid, when the key served for another request the model cannot write in the language, or
 * a cap is asked for and the price of a model is unknown
 */
export async function createJob(request: BookRequest, idempotencyKey?: string): Promise<JobCreated> {
  checkKey(idempotencyKey);
  const { title = null, topic, goal } = request;
  const chains = chainsOfNewJob();
  checkLanguage(request.language, chains.model);
  checkCap(request.max_cost, chains.models);
  const createdAt = now();
  const job = { id: newId(), createdAt };
  const requestHash = hashOf(request);
  return transaction(async (tx) => {
    if (idempotencyKey !== undefined) {
      const expired = { idempotencyKey, createdAt: { lte: new Date(createdAt.getTime() - keyLifetime) } };
      await tx.job.updateMany({ where: expired, data: { idempotencyKey: null } });
    }
    const row = {
      ...{ ...job, title, topic, goal, options: BookOptions.parse(request), ...chains },
      estimate: estimateBook(request),
      ...{ idempotencyKey: idempotencyKey ?? null, requestHash, updatedAt: createdAt },
    };
    // Skipping a duplicate waits for whoever is inserting the same key, without breaking the transaction.
    const { count } = await tx.job.createMany({ data: row, skipDuplicates: true });
    if (count === 0 && idempotencyKey !== undefined) return replay(tx, idempotencyKey, requestHash);
    await enqueue(tx, "research", { jobId: job.id, run: 1 });
    return created(job);
  });
}
