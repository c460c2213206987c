import { createHash } from "node:crypto";
import type { BookRequest } from "../../contract/book.ts";
import type { JobCreated } from "../../contract/job.ts";
import { storable } from "../../contract/text.ts";
import { type Transaction, transaction } from "../../database/client.ts";
import type { Prisma } from "../../database/generated/client.ts";
import { invalid } from "../../errors.ts";
import { enqueue } from "../../queue/enqueue.ts";

const keyLifetimeMs = 24 * 3_600_000;

const toJobCreated = (job: { id: string; createdAt: Date }): JobCreated => ({
  job_id: job.id,
  status: "pending",
  message: "Génération de livre démarrée",
  created_at: job.createdAt.toISOString(),
});

/** Ignores the order of the fields. */
export function hashOf(request: BookRequest): string {
  const fields = Object.entries(request).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash("sha256").update(JSON.stringify(fields)).digest("hex");
}

/** @throws {AppError} invalid */
export function checkIdempotencyKey(key: string | undefined): void {
  if (key === undefined) return;
  if (!storable().min(1).max(255).safeParse(key).success)
    throw invalid("Idempotency-Key", "Idempotency-Key\u202f: attend entre 1 et 255 caractères.");
}

async function readFirstAnswer(tx: Transaction, idempotencyKey: string, requestHash: string): Promise<JobCreated> {
  const first = await tx.job.findUniqueOrThrow({ where: { idempotencyKey } });
  if (first.requestHash !== requestHash)
    throw invalid("Idempotency-Key", "Idempotency-Key\u202f: cette clé a déjà servi pour une autre demande.");
  return toJobCreated(first);
}

type NewJob = Prisma.JobCreateManyInput & { id: string; createdAt: Date; requestHash: string };

/** @throws {AppError} invalid, when the key served for another request within 24 h */
export function insertJob(job: NewJob, idempotencyKey: string | undefined): Promise<JobCreated> {
  return transaction(async (tx) => {
    if (idempotencyKey !== undefined) {
      const expired = { idempotencyKey, createdAt: { lte: new Date(job.createdAt.getTime() - keyLifetimeMs) } };
      await tx.job.updateMany({ where: expired, data: { idempotencyKey: null } });
    }
    const row = { ...job, idempotencyKey: idempotencyKey ?? null };
    // Skipping a duplicate waits for whoever is inserting the same key, without breaking the transaction.
    const { count } = await tx.job.createMany({ data: row, skipDuplicates: true });
    if (count === 0 && idempotencyKey !== undefined) return readFirstAnswer(tx, idempotencyKey, job.requestHash);
    await enqueue(tx, "research", { jobId: job.id, run: 1 });
    return toJobCreated(job);
  });
}
