import { createHash } from "node:crypto";
import { Estimate } from "../../contract/estimate.ts";
import type { JobCreated } from "../../contract/job.ts";
import { storable } from "../../contract/text.ts";
import { usualGenre } from "../../contract/values.ts";
import { type Transaction, transaction } from "../../database/client.ts";
import type { Prisma } from "../../database/generated/client.ts";
import { AppError, invalid } from "../../errors.ts";
import { capabilitiesOf } from "../capabilities.ts";

const keyLifetimeMs = 24 * 3_600_000;

/** The first answer, as often as it is asked for: its warnings are those of the estimate made then. */
function toJobCreated(job: { id: string; createdAt: Date; model: string; estimate?: unknown }): JobCreated {
  const { writes } = capabilitiesOf(job.model);
  const { warnings: told = [] } = Estimate.nullish().parse(job.estimate) ?? {};
  // What concerns every order alike is said with the estimate.
  const warnings = told.filter(({ code }) => code !== "old-price");
  return {
    job_id: job.id,
    status: writes ? "pending" : "completed",
    message: writes ? "Génération de livre démarrée" : "Manuscrit importé",
    created_at: job.createdAt.toISOString(),
    ...(warnings.length > 0 && { warnings }),
  };
}

function sortFields(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortFields);
  if (typeof value !== "object" || value === null) return value;
  const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return { fields: fields.map(([name, field]) => [name, sortFields(field)]) };
}

/** Ignores the order of the fields, at every depth, and a usual genre: requests from before there were any had none. */
export function hashOf(request: object): string {
  const told = Object.entries(request).filter(([name, value]) => name !== "genre" || value !== usualGenre);
  return createHash("sha256")
    .update(JSON.stringify(sortFields(Object.fromEntries(told))))
    .digest("hex");
}

/** @throws {AppError} invalid */
export function checkIdempotencyKey(key: string | undefined): void {
  if (key === undefined) return;
  if (!storable().min(1).max(255).safeParse(key).success)
    throw invalid("Idempotency-Key", "Idempotency-Key\u202f: attend entre 1 et 255 caractères.");
}

/** `at` is the time of asking. */
type Asked = { jobId: string | undefined; idempotencyKey: string | undefined; requestHash: string; at: Date };

const expiryAt = (at: Date) => new Date(at.getTime() - keyLifetimeMs);

/**
 * The first answer to a request that names its job or carries a key; undefined when neither has served.
 * @throws {AppError} invalid, when one of them served for another request
 */
export async function readFirstAnswer(
  client: Transaction,
  { jobId, idempotencyKey, requestHash, at }: Asked,
): Promise<JobCreated | undefined> {
  const recent = { createdAt: { gt: expiryAt(at) } };
  const byKey = idempotencyKey && (await client.job.findFirst({ where: { idempotencyKey, ...recent } }));
  if (byKey && byKey.requestHash !== requestHash)
    throw invalid("Idempotency-Key", "Idempotency-Key\u202f: cette clé a déjà servi pour une autre demande.");
  const first = byKey || (jobId && (await client.job.findUnique({ where: { id: jobId } })));
  if (!first) return undefined;
  if (first.deletedAt)
    throw new AppError(
      "conflict",
      "Cette demande a déjà fait une rédaction, qui a été supprimée\u202f: restaurez-la, ou donnez un autre identifiant.",
    );
  if (first.requestHash !== requestHash)
    throw invalid("jobId", "jobId\u202f: cet identifiant a déjà servi pour une autre demande.");
  return toJobCreated(first);
}

type NewJob = Prisma.JobCreateManyInput & { createdAt: Date; requestHash: string };

/**
 * @param begin writes what comes with the job, in the transaction that inserts it
 * @throws {AppError} invalid, when its id, or its key within 24 h, served for another request
 */
export function insertJob(
  job: NewJob,
  idempotencyKey: string | undefined,
  begin: (tx: Transaction) => Promise<void>,
): Promise<JobCreated> {
  return transaction(async (tx) => {
    if (idempotencyKey !== undefined) {
      const expired = { idempotencyKey, createdAt: { lte: expiryAt(job.createdAt) } };
      await tx.job.updateMany({ where: expired, data: { idempotencyKey: null } });
    }
    const row = { ...job, idempotencyKey: idempotencyKey ?? null };
    // Skipping a duplicate waits for whoever is inserting the same one, without breaking the transaction.
    const { count } = await tx.job.createMany({ data: row, skipDuplicates: true });
    if (count === 0) {
      const { id: jobId, requestHash, createdAt: at } = job;
      const first = await readFirstAnswer(tx, { jobId, idempotencyKey, requestHash, at });
      if (first) return first;
      throw new Error(`La rédaction ${job.id} n’a pas pu être inscrite.`);
    }
    await begin(tx);
    return toJobCreated(job);
  });
}
