import { fromPrisma, type PgBoss } from "pg-boss";
import { z } from "zod";
import { now } from "../../clock.ts";
import { ResendFilter } from "../../contract/bulk-resend.ts";
import { type Transaction, transaction } from "../../database/client.ts";
import type { BulkResend, DeliveryStatus } from "../../database/generated/client.ts";
import { newId } from "../../ids.ts";
import { blockedReason, readConfigs } from "../endpoints/config.ts";
import { findDeliveries } from "../log/find-deliveries.ts";
import { dataOf, queueEntry, wakeSenders } from "../schedule/delivery-queue.ts";
import { isAtRest, resendFilter, sendable } from "./bulk-filter.ts";

/** Bounds the deliveries of one bulk resend that are out to an endpoint at once; more are queued once `minRoom` are missing. */
const maxOutstanding = 200;
const minRoom = 50;
/** Bounds the deliveries queued in one transaction, unless `minRoom` for each endpoint is more. */
const maxPerTransaction = 1000;

type Row = { id: string; endpointId: string; status: DeliveryStatus };

const Cursors = z.record(z.string(), z.string().nullable());
type Cursors = z.infer<typeof Cursors>;

/** Locks deliveries in the order of every bulk resend. @returns those that nobody has changed since it was asked for */
const lockUnchanged = (tx: Transaction, ids: string[], { createdAt }: BulkResend) => tx.$queryRaw<Row[]>`
  SELECT * FROM (
    SELECT d.id, d."endpointId", d.status, d."resentFrom", d."nextAttemptAt", d."updatedAt" FROM "Delivery" d
    WHERE d.id = ANY(${ids}::uuid[]) ORDER BY d.id DESC FOR UPDATE) AS d
  WHERE "updatedAt" <= ${createdAt} AND ${isAtRest(now())}`;

async function selectResendable(tx: Transaction, rows: Row[]): Promise<Row[]> {
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
    UPDATE "Delivery" d SET status = 'pending', "resentFrom" = d.status, "nextAttemptAt" = ${at},
      "waitsUntil" = CASE WHEN d.status = 'pending' THEN d."nextAttemptAt" END,
      "queueJobId" = x."queueJobId", postponed = FALSE, "bulkResendId" = ${id}::uuid, "updatedAt" = ${at}
    FROM json_to_recordset(${JSON.stringify(again)}::json) AS x(id uuid, "queueJobId" uuid) WHERE d.id = x.id`;
  const entries = again.map(({ id: deliveryId, endpointId, status, queueJobId }) =>
    queueEntry({ queueJobId, endpointId, data: dataOf({ id: deliveryId, resentFrom: status }), dueInMs: 0, at }),
  );
  await boss.insert("delivery", entries, { db: fromPrisma(tx) });
  await wakeSenders(tx);
}

async function countOutstanding(tx: Transaction, { id }: BulkResend): Promise<Map<string, number>> {
  // One that failed again may wait for its own next attempt: it is no longer out.
  const where = { bulkResendId: id, status: "pending", resentFrom: { not: null } } as const;
  const groups = await tx.delivery.groupBy({ by: ["endpointId"], where, _count: true });
  return new Map(groups.map(({ endpointId, _count }) => [endpointId, _count]));
}

async function findNext(tx: Transaction, bulk: BulkResend, out: Map<string, number>) {
  const filter = resendFilter(ResendFilter.parse(bulk.filter));
  const cursors: Cursors = Cursors.parse(bulk.cursors);
  const left = (await readConfigs(tx))
    .filter((config) => blockedReason(config) === null)
    .map(({ endpointId }) => endpointId)
    .filter((id) => id === (filter.endpoint_id ?? id) && cursors[id] !== null);
  const maxPerEndpoint = Math.max(minRoom, Math.floor(maxPerTransaction / left.length));
  const ids: string[] = [];
  for (const endpoint_id of left) {
    const room = maxOutstanding - (out.get(endpoint_id) ?? 0);
    if (room < minRoom) continue;
    const before = cursors[endpoint_id] ?? bulk.from;
    const found = await findDeliveries(
      { filter: { ...filter, endpoint_id }, before, limit: Math.min(room, maxPerEndpoint) },
      tx,
    );
    cursors[endpoint_id] = found.at(-1)?.id ?? null;
    ids.push(...found.map(({ id }) => id));
  }
  return { ids, cursors, over: left.every((id) => cursors[id] === null) };
}

async function finish(tx: Transaction, { id, total, queued, skipped }: BulkResend) {
  const data = { status: "done" as const, skipped: Math.max(skipped, total - queued), finishedAt: now() };
  await tx.bulkResend.update({ where: { id }, data });
}

async function feedMore(tx: Transaction, bulk: BulkResend, boss: PgBoss): Promise<"fed" | "full" | "over"> {
  const { id } = bulk;
  const out = await countOutstanding(tx, bulk);
  const { ids, cursors, over } = await findNext(tx, bulk, out);
  if (over && ids.length === 0 && out.size === 0) {
    await finish(tx, bulk);
    return "over";
  }
  const rows = ids.length > 0 ? await lockUnchanged(tx, ids, bulk) : [];
  const going = await selectResendable(tx, rows);
  await queueAgain(tx, going, { boss, id });
  const counts = { queued: { increment: going.length }, skipped: { increment: rows.length - going.length } };
  await tx.bulkResend.update({ where: { id }, data: { cursors, ...counts } });
  return ids.length > 0 ? "fed" : "full";
}

/**
 * Works in one transaction: neither a crash nor a second worker loses or repeats any.
 * @returns `full` while enough are out, or another worker feeds it; `over` once it is stopped or everything has come back
 */
export function feed(boss: PgBoss, id: string): Promise<"fed" | "full" | "over"> {
  return transaction(async (tx) => {
    const locked = await tx.$queryRaw<unknown[]>`
      SELECT id FROM "BulkResend" WHERE id = ${id}::uuid FOR NO KEY UPDATE SKIP LOCKED`;
    if (locked.length === 0) return "full";
    const bulk = await tx.bulkResend.findUnique({ where: { id } });
    return bulk?.status === "running" ? feedMore(tx, bulk, boss) : "over";
  });
}
