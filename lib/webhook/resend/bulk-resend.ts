import { now } from "../../clock.ts";
import { type BulkResendList, type BulkResendView, ResendFilter } from "../../contract/bulk-resend.ts";
import { db, transaction } from "../../database/client.ts";
import type { BulkResend, DeliveryStatus } from "../../database/generated/client.ts";
import { AppError, notFound } from "../../errors.ts";
import { newId, readId } from "../../ids.ts";
import { enqueue } from "../../queue/enqueue.ts";
import { countResend, readBlockedEndpoints, sumOf } from "./bulk-filter.ts";
import { withdrawAll } from "./withdraw.ts";

const maxListed = 20;

type Counts = Partial<Record<DeliveryStatus, number>>;

function toView(row: BulkResend, { pending: waiting = 0, delivered = 0 }: Counts): BulkResendView {
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
    by: ["bulkResendId", "status"],
    where: { bulkResendId: { in: rows.map(({ id }) => id) } },
    _count: true,
  });
  return rows.map((row) => {
    const own = groups.filter(({ bulkResendId }) => bulkResendId === row.id);
    return toView(row, Object.fromEntries(own.map(({ status, _count }) => [status, _count])));
  });
}

/** Lists the last twenty bulk resends, newest first. */
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

/**
 * Starts resending the deliveries that a filter keeps, a few at a time, so that new events never wait for it; none to
 * endpoints that are off. It goes on after a crash, and skips deliveries that have changed since it was asked for.
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
    await tx.bulkResend.create({ data: { id, filter, from, total, cursors, createdAt } });
    await enqueue(tx, "resend", { bulkResendId: id });
  });
  return getResend(id);
}

/**
 * Stops a bulk resend: deliveries in flight go on, those that wait are again what they were before.
 * @throws {AppError} not_found
 */
export async function stopResend(id: string): Promise<BulkResendView> {
  const { status } = await getResend(id);
  const data = { status: "stopped" as const, finishedAt: now() };
  if (status === "running") await db().bulkResend.updateMany({ where: { id, status: "running" }, data });
  await withdrawAll(id);
  return getResend(id);
}
