import { now } from "../../clock.ts";
import { type BulkResendList, type BulkResendView, ResendFilter } from "../../contract/bulk-resend.ts";
import { db, type Transaction, transaction } from "../../database/client.ts";
import type { BulkResend } from "../../database/generated/client.ts";
import { AppError, notFound } from "../../errors.ts";
import { newId, readId } from "../../ids.ts";
import { enqueue } from "../../queue/enqueue.ts";
import { countResend, isKept, readBlockedEndpoints, sumOf } from "./bulk-filter.ts";
import { withdrawAll } from "./withdraw.ts";

const maxListed = 20;

type Counts = { waiting: number; delivered: number };

function toView(row: BulkResend, { waiting, delivered }: Counts): BulkResendView {
  const { id, status, total, queued, skipped, createdAt, finishedAt } = row;
  return {
    id,
    filter: ResendFilter.parse(row.filter),
    status,
    total,
    queued,
    skipped,
    waiting,
    delivered,
    failed: Math.max(0, queued - waiting - delivered),
    created_at: createdAt.toISOString(),
    finished_at: finishedAt?.toISOString() ?? null,
  };
}

async function withCounts(rows: BulkResend[]): Promise<BulkResendView[]> {
  const groups = await db().delivery.groupBy({
    by: ["bulkResendId", "status", "resentFrom"],
    where: { bulkResendId: { in: rows.map(({ id }) => id) } },
    _count: true,
  });
  return rows.map((row) => {
    const own = groups.filter(({ bulkResendId }) => bulkResendId === row.id);
    const count = (counts: (group: (typeof own)[number]) => boolean) =>
      own.filter(counts).reduce((sum, { _count }) => sum + _count, 0);
    // One that failed again may wait for its own next attempt: it is no longer on its way.
    const waiting = count(({ status, resentFrom }) => status === "pending" && resentFrom !== null);
    return toView(row, { waiting, delivered: count(({ status }) => status === "delivered") });
  });
}

export async function listResends(): Promise<BulkResendList> {
  return { items: await withCounts(await db().bulkResend.findMany({ orderBy: { id: "desc" }, take: maxListed })) };
}

/** @throws {AppError} not_found */
export async function getResend(id: string): Promise<BulkResendView> {
  const row = await db().bulkResend.findUnique({ where: { id: readId(id, "Renvoi groupé") } });
  const [view] = row ? await withCounts([row]) : [];
  if (!view) throw notFound("Renvoi groupé");
  return view;
}

const nothingToSend = (counts: Awaited<ReturnType<typeof countResend>>) =>
  new AppError(
    "conflict",
    counts.some(({ reason }) => reason === "blocked")
      ? "Rien à renvoyer\u202f: la destination est arrêtée, ou ne peut rien envoyer. Remettez-la en marche d’abord, ou renvoyez une à une."
      : "Aucune livraison à renvoyer avec ce filtre.",
  );

async function liftThrottles(tx: Transaction, filter: ResendFilter, blocked: string[]): Promise<void> {
  const waiting = { ...filter, status: ["pending" as const] };
  await tx.$executeRaw`
    UPDATE "Endpoint" SET "throttledUntil" = NULL WHERE id IN (
      SELECT id FROM "Endpoint" p
      WHERE "throttledUntil" IS NOT NULL AND NOT id = ANY(${blocked}) AND EXISTS (
        SELECT 1 FROM "Delivery" d WHERE d."endpointId" = p.id AND ${isKept(waiting)})
      ORDER BY id FOR NO KEY UPDATE)`;
}

/**
 * Lifts throttles too: whoever sends what waits says that its endpoint has come back.
 * @throws {AppError} conflict when none can be sent
 */
export async function startResend(filter: ResendFilter): Promise<BulkResendView> {
  const id = newId();
  const from = newId();
  const createdAt = now();
  const blocked = await readBlockedEndpoints();
  const counts = await countResend(filter, blocked, from);
  const total = sumOf(counts, ({ reason }) => reason !== "blocked");
  if (sumOf(counts, ({ reason }) => reason === null) === 0) throw nothingToSend(counts);
  const cursors = Object.fromEntries(blocked.map((endpointId) => [endpointId, null]));
  await transaction(async (tx) => {
    if (filter.status?.includes("pending")) await liftThrottles(tx, filter, blocked);
    await tx.bulkResend.create({ data: { id, filter, from, total, cursors, createdAt } });
    await enqueue(tx, "resend", { bulkResendId: id });
  });
  return getResend(id);
}

/** Stops a bulk resend; deliveries in flight go on. @throws {AppError} not_found */
export async function stopResend(id: string): Promise<BulkResendView> {
  const { status } = await getResend(id);
  const data = { status: "stopped" as const, finishedAt: now() };
  if (status === "running") await db().bulkResend.updateMany({ where: { id, status: "running" }, data });
  await withdrawAll(id);
  return getResend(id);
}
