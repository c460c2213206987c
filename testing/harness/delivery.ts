import { setImmediate as yieldToEventLoop } from "node:timers/promises";
import type { Clock } from "pg-boss";
import { now } from "#lib/clock.ts";
import type { BookData } from "#lib/contract/wire.ts";
import { db, embedded, type Transaction, transaction } from "#lib/database/client.ts";
import { reloadEnv } from "#lib/env.ts";
import { boss } from "#lib/queue/boss.ts";
import { startDelivery } from "#lib/webhook/delivery/worker.ts";
import { publish } from "#lib/webhook/publish.ts";
import { openTestDatabase } from "../database/open.ts";
import { pollUntil } from "../machine/poll.ts";

export function setEnv(variables: Record<string, string | undefined>) {
  for (const [name, value] of Object.entries(variables)) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
  reloadEnv();
}

/** Opens a database with the delivery loop running on it. @returns a function that stops and closes both */
export async function openDeliveryHarness(
  options: { clock?: Clock; timeoutMs?: number } = {},
): Promise<() => Promise<void>> {
  const close = await openTestDatabase(options.clock);
  const stop = await startDelivery(await boss(), options);
  return async () => {
    await stop();
    await close();
  };
}

function completedBook(words: number): BookData {
  const content = `# Le chemin\n\n${"mot ".repeat(words).trim()}.`;
  return {
    book_title: "L’été des grèbes",
    topic: "Les lacs",
    goal: "Apprendre à regarder",
    outline: [{ title: "Le chemin", description: "Où l’on part." }],
    chapters: [{ title: "Le chemin", content }],
    generated_at: "2026-11-23T10:00:00.000Z",
    word_count: words + 2,
    chapter_count: 1,
  };
}

/** Publishes the completion of a job, or a change of its book, as generation does. @returns the deliveries to be sent */
export async function publishBook(
  jobId: string,
  words = 20,
  type: "book.completed" | "book.updated" = "book.completed",
): Promise<number> {
  const bookData = completedBook(words);
  const sent = await transaction((tx) => publish(tx, { type, jobId, title: bookData.book_title, bookData }));
  // The embedded database answers without leaving the microtask queue: a loop of publishing would starve the sockets.
  await yieldToEventLoop();
  return sent;
}

/**
 * Queues deliveries for an endpoint, each of one event of its own and all due, as `publish` does.
 * @param scheduled number of attempts that each has behind it
 */
export async function queueDeliveries(endpointId: string, count: number, scheduled = 0): Promise<void> {
  const prefix = `${endpointId}:`;
  const at = now();
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

/** A job's delivery with its event and its attempts, in order, all as they are at one moment. */
export function findDelivery(jobId: string) {
  const attempts = { orderBy: { number: "asc" } } as const;
  const read = (tx: Transaction) =>
    tx.delivery.findFirstOrThrow({ where: { event: { jobId } }, include: { attempts, event: true } });
  // The embedded database has one connection, so any transaction sees one moment.
  return embedded() ? transaction(read) : db().$transaction(read, { isolationLevel: "RepeatableRead" });
}
type Delivery = Awaited<ReturnType<typeof findDelivery>>;

export const waitForDelivery = (jobId: string, condition: (delivery: Delivery) => boolean, timeoutMs = 20_000) =>
  pollUntil(() => findDelivery(jobId), condition, {
    timeoutMs,
    toMessage: (delivery) => `Toujours ${JSON.stringify({ ...delivery, event: delivery.eventId }, undefined, 1)}`,
  });

export async function waitForIdleDelivery(timeoutMs = 20_000): Promise<void> {
  const due = { status: "pending" as const, nextAttemptAt: { lte: now() } };
  const inFlight = { attempts: { some: { outcome: "in_flight" as const } } };
  // What has been sent may still be going on record, by a transaction that would meet one that empties the tables.
  const writing = async () => {
    const [row] = await db().$queryRaw<{ count: number }[]>`SELECT count(*)::int AS count FROM pg_stat_activity
      WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_xid IS NOT NULL`;
    return row?.count ?? 0;
  };
  await pollUntil(
    async () => (await db().delivery.count({ where: { OR: [due, inFlight] } })) + (await writing()),
    (count) => count === 0,
    { timeoutMs, toMessage: (count) => `${count} envois sont toujours en cours.` },
  );
}
