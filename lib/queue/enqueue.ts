import { fromPrisma, type JobAttempt, type SendOptions } from "pg-boss";
import type { Transaction } from "../database/client.ts";
import { boss } from "./boss.ts";
import type { QueueData, QueueName } from "./queues.ts";

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

export async function enqueueAll<Name extends QueueName>(tx: Transaction, name: Name, all: QueueData[Name][]) {
  const queue = await boss();
  await queue.insert(
    name,
    all.map((data) => ({ data })),
    { db: fromPrisma(tx) },
  );
}

/** Another worker has the entry now: this result must not be written. */
export class ClaimLost extends Error {
  override name = "ClaimLost";
}

/**
 * Call it first in the transaction that writes the result: only one of two workers can then write.
 * @param job the entry as fetched: its bare id would complete another worker's claim @throws {ClaimLost}
 */
export async function completeEntry(tx: Transaction, name: QueueName, job: JobAttempt): Promise<void> {
  const queue = await boss();
  const completed: { affected?: number } = await queue.complete(name, job, null, { db: fromPrisma(tx) });
  if (completed.affected !== 1) throw new ClaimLost(`${name} ${job.id}`);
}
