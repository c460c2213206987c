import { fromPrisma, type JobAttempt, type SendOptions } from "pg-boss";
import type { Transaction } from "../database/client.ts";
import { boss } from "./boss.ts";
import type { QueueData, QueueName } from "./queues.ts";

/** Queues work in the transaction of the change that causes it: neither exists without the other. */
export async function enqueue<Name extends QueueName>(
  tx: Transaction,
  name: Name,
  data: QueueData[Name],
  options: Omit<SendOptions, "db"> = {},
): Promise<void> {
  const queue = await boss();
  const id = await queue.send(name, data, { ...options, db: fromPrisma(tx) });
  if (!id) throw new Error(`La file ${name} a refusé une tâche.`);
}

/** Queues several pieces of work of one kind at once, in the transaction of the change that causes them. */
export async function enqueueAll<Name extends QueueName>(tx: Transaction, name: Name, all: QueueData[Name][]) {
  const queue = await boss();
  await queue.insert(
    name,
    all.map((data) => ({ data })),
    { db: fromPrisma(tx) },
  );
}

/** The claim under which work was fetched has lapsed: another worker has it now, and this result must not be written. */
export class ClaimLost extends Error {
  override name = "ClaimLost";
}

/**
 * Completes a fetched job inside the transaction that writes its result: the fence that keeps two workers
 * from both writing. Call it first.
 * @param job the job as fetched, never its bare id, which would settle anybody's claim
 * @throws {ClaimLost}
 */
export async function settle(tx: Transaction, name: QueueName, job: JobAttempt): Promise<void> {
  const queue = await boss();
  const settled: { affected?: number } = await queue.complete(name, job, null, { db: fromPrisma(tx) });
  if (settled.affected !== 1) throw new ClaimLost(`${name} ${job.id}`);
}
