import { fromPrisma, type PgBoss } from "pg-boss";
import { now } from "../../clock.ts";
import { ResendFilter } from "../../contract/bulk-resend.ts";
import { type Transaction, transaction } from "../../database/client.ts";
import type { BulkResend } from "../../database/generated/client.ts";
import { newId } from "../../ids.ts";
import { queueEntry, wakeSenders } from "../delivery/queue.ts";
import { pageOf } from "../log/page.ts";
import { resendFilter, sendable } from "./bulk-filter.ts";

/** How many deliveries of one bulk resend may be out at once, and how few must be missing to go for more. */
const outstanding = 200;
const leastRoom = 50;
/** Behind every event and retry. */
const priority = -1;

type Row = { id: string; endpointId: string; status: "failed" | "disabled" | "delivered" };

/** Locks them, in the order in which every bulk resend does. @returns those that nobody has touched since */
const lockUnchanged = (tx: Transaction, ids: string[], { createdAt }: BulkResend) => tx.$queryRaw<Row[]>`
  SELECT * FROM (
    SELECT d.id, d."endpointId", d.status, d."updatedAt" FROM "Delivery" d
    WHERE d.id = ANY(${ids}::uuid[]) ORDER BY d.id DESC FOR UPDATE) AS locked
  WHERE status <> 'pending' AND "updatedAt" <= ${createdAt}`;

/** Read only once they are locked: retention may have taken a body while a lock was waited for. */
async function whatCanGo(tx: Transaction, rows: Row[]): Promise<Row[]> {
  const found = await tx.$queryRaw<{ id: string }[]>`
    SELECT d.id FROM "Delivery" d JOIN "Event" e ON e.id = d."eventId" JOIN "Endpoint" p ON p.id = d."endpointId"
    WHERE d.id = ANY(${rows.map(({ id }) => id)}::uuid[]) AND ${sendable}`;
  const ids = new Set(found.map(({ id }) => id));
  return rows.filter(({ id }) => ids.has(id));
}

async function queueAgain(tx: Transaction, rows: Row[], { boss, id }: { boss: PgBoss; id: string }) {
  if (rows.length === 0) return;
  const at = now();
  const again = rows.map((row) => ({ ...row, queueJobId: newId() }));
  await tx.$executeRaw`
    UPDATE "Delivery" d SET status = 'pending', "nextAttemptAt" = ${at}, "queueJobId" = x."queueJobId",
      postponed = FALSE, "bulkResendId" = ${id}::uuid, "updatedAt" = ${at}
    FROM json_to_recordset(${JSON.stringify(again)}::json) AS x(id uuid, "queueJobId" uuid) WHERE d.id = x.id`;
  const entries = again.map(({ id: deliveryId, endpointId, status, queueJobId }) => ({
    ...queueEntry({ queueJobId, endpointId, data: { deliveryId, resend: status, bulk: true }, dueIn: 0, at }),
    priority,
  }));
  await boss.insert("delivery", entries, { db: fromPrisma(tx) });
  await wakeSenders(tx);
}

/** All that could be sent has come back: what was not sent was skipped. */
async function finish(tx: Transaction, { id, total, queued, skipped }: BulkResend) {
  const data = { status: "done" as const, skipped: Math.max(skipped, total - queued), finishedAt: now() };
  await tx.bulkResend.update({ where: { id }, data });
}

async function feedMore(tx: Transaction, bulk: BulkResend, boss: PgBoss): Promise<"fed" | "full" | "over"> {
  const { id } = bulk;
  const waiting = await tx.delivery.count({ where: { bulkResendId: id, status: "pending" } });
  const limit = outstanding - waiting;
  if (limit < leastRoom) return "full";
  const filter = resendFilter(ResendFilter.parse(bulk.filter));
  const ids = filter ? await pageOf({ filter, before: bulk.cursor ?? bulk.from, limit }, tx) : [];
  const cursor = ids.at(-1);
  if (!cursor) {
    if (waiting === 0) await finish(tx, bulk);
    return waiting === 0 ? "over" : "full";
  }
  const rows = await lockUnchanged(tx, ids, bulk);
  const going = await whatCanGo(tx, rows);
  await queueAgain(tx, going, { boss, id });
  const counts = { queued: { increment: going.length }, skipped: { increment: rows.length - going.length } };
  await tx.bulkResend.update({ where: { id }, data: { cursor, ...counts } });
  return "fed";
}

/**
 * Puts the next deliveries of a bulk resend back on the queue, with the cursor, in one transaction: a crash loses
 * and repeats nothing, nor do two workers at once.
 * @returns `full` while enough of them are out, `over` once it is stopped or everything has come back
 */
export function feed(boss: PgBoss, id: string): Promise<"fed" | "full" | "over"> {
  return transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM "BulkResend" WHERE id = ${id}::uuid FOR UPDATE`;
    const bulk = await tx.bulkResend.findUnique({ where: { id } });
    return bulk?.status === "running" ? feedMore(tx, bulk, boss) : "over";
  });
}
