import { setImmediate, setTimeout as sleep } from "node:timers/promises";
import type { Clock } from "pg-boss";
import { now } from "#lib/clock.ts";
import { db, embedded, type Transaction, transaction } from "#lib/database/client.ts";
import { reloadEnv } from "#lib/env.ts";
import { boss } from "#lib/queue/boss.ts";
import { startDelivery } from "#lib/webhook/delivery/worker.ts";
import { publish } from "#lib/webhook/publish.ts";
import { openTestDatabase } from "../database/open.ts";
import { sampleBook } from "./book.ts";

/** Sets variables of the environment for the tests of a file; undefined unsets. */
export function setVariables(variables: Record<string, string | undefined>) {
  for (const [name, value] of Object.entries(variables)) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
  reloadEnv();
}

/** A database with the delivery loop running on it. @returns what stops and closes both */
export async function openSending(options: { clock?: Clock; timeoutMs?: number } = {}): Promise<() => Promise<void>> {
  const close = await openTestDatabase(options.clock);
  const stop = await startDelivery(await boss(), options);
  return async () => {
    await stop();
    await close();
  };
}

/** Publishes the completion of a job, as generation does. */
export async function publishBook(jobId: string, words?: number): Promise<void> {
  const bookData = sampleBook(words);
  await transaction((tx) => publish(tx, { type: "book.completed", jobId, title: bookData.book_title, bookData }));
  // The embedded database answers without leaving the microtask queue: a loop of publishing would starve the sockets.
  await setImmediate();
}

/** Hands an endpoint as many deliveries of one event each, all due, as `publish` does. @param scheduled attempts each has behind it */
export async function queueFor(endpointId: string, count: number, scheduled = 0): Promise<void> {
  const [prefix, at] = [`${endpointId}:`, now()];
  await db().$executeRaw`
    INSERT INTO "Event" (id, type, "jobId", title, body, "createdAt")
    SELECT ${prefix} || n, 'book.completed', ${prefix} || n, 't', '{}', ${at} FROM generate_series(1, ${count}::int) n`;
  const rows = await db().$queryRaw<{ id: string; queueJobId: string }[]>`
    INSERT INTO "Delivery" (id, "eventId", "endpointId", "eventType", "jobId", scheduled, "nextAttemptAt", "queueJobId", "createdAt", "updatedAt")
    SELECT gen_random_uuid(), ${prefix} || n, ${endpointId}, 'book.completed', ${prefix} || n, ${scheduled}::int, ${at},
      gen_random_uuid(), ${at}, ${at}
    FROM generate_series(1, ${count}::int) n RETURNING id, "queueJobId"`;
  const entries = rows.map(({ id, queueJobId }) => ({
    id: queueJobId,
    data: { deliveryId: id },
    group: { id: endpointId },
  }));
  await (await boss()).insert("delivery", entries);
}

/** A job's delivery with its attempts, in order, all as they are at one moment. */
export function deliveryOf(jobId: string) {
  const attempts = { orderBy: { number: "asc" } } as const;
  const read = (tx: Transaction) =>
    tx.delivery.findFirstOrThrow({ where: { event: { jobId } }, include: { attempts, event: true } });
  // The embedded database has one connection: nobody else comes between.
  return embedded() ? transaction(read) : db().$transaction(read, { isolationLevel: "RepeatableRead" });
}

/** Waits until a job's delivery satisfies a condition, and answers it. */
export async function deliveryWhen(
  jobId: string,
  condition: (delivery: Awaited<ReturnType<typeof deliveryOf>>) => boolean,
  withinMs = 20_000,
) {
  const deadline = performance.now() + withinMs;
  for (;;) {
    const delivery = await deliveryOf(jobId);
    if (condition(delivery)) return delivery;
    if (performance.now() > deadline)
      throw new Error(`Toujours ${JSON.stringify({ ...delivery, event: delivery.eventId }, undefined, 1)}`);
    await sleep(20);
  }
}

/** Waits until nothing is due or in flight any more: a table may then be emptied without stopping a sender halfway. */
export async function whenQuiet(withinMs = 20_000): Promise<void> {
  const deadline = performance.now() + withinMs;
  const due = { status: "pending" as const, nextAttemptAt: { lte: now() } };
  const busy = () => db().delivery.count({ where: { OR: [due, { attempts: { some: { outcome: "in_flight" } } }] } });
  while ((await busy()) > 0) {
    if (performance.now() > deadline) throw new Error("Des envois sont toujours en cours.");
    await sleep(20);
  }
}
