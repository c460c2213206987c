import { now } from "../clock.ts";
import { type InboxList, type InboxQuery, InboxView } from "../contract/inbox.ts";
import { WebhookPayload } from "../contract/wire.ts";
import { db, transaction } from "../database/client.ts";
import type { Prisma } from "../database/generated/client.ts";
import { AppError, notFound } from "../errors.ts";
import { readId } from "../ids.ts";
import { pageOf } from "../page.ts";
import { describeStoringError, recordOutcome } from "./record.ts";
import { storeVersion } from "./store-version.ts";

const bodyPruned = "Le corps de cet événement n’est plus conservé.";

const shownColumns = {
  id: true,
  webhookId: true,
  jobId: true,
  status: true,
  bodyBytes: true,
  verification: true,
  keyFingerprint: true,
  receivedAt: true,
  duplicates: true,
  lastDuplicateAt: true,
  processedAt: true,
  error: true,
  version: { select: { bookId: true, number: true, title: true } },
} as const;

const readShown = (id: string) => db().inboxEntry.findUniqueOrThrow({ where: { id }, select: shownColumns });

const toView = (entry: Awaited<ReturnType<typeof readShown>>): InboxView =>
  InboxView.parse({
    id: entry.id,
    webhook_id: entry.webhookId,
    job_id: entry.jobId,
    status: entry.status,
    body_bytes: entry.bodyBytes,
    verification: entry.verification,
    key_fingerprint: entry.keyFingerprint,
    received_at: entry.receivedAt.toISOString(),
    duplicates: entry.duplicates,
    last_duplicate_at: entry.lastDuplicateAt?.toISOString() ?? null,
    processed_at: entry.processedAt?.toISOString() ?? null,
    error: entry.error,
    book_id: entry.version?.bookId ?? null,
    version: entry.version?.number ?? null,
    title: entry.version?.title ?? null,
  });

const earliest = new Date(0);
const latest = new Date("9999-12-31T23:59:59Z");

const clamp = (iso: string) => new Date(Math.min(Math.max(+earliest, Date.parse(iso)), +latest));

function whereOf({ verification, outcome, duplicates, job_id, since, until, cursor }: InboxQuery) {
  const from = since === undefined ? earliest : clamp(since);
  return {
    duplicateOfId: null,
    ...(cursor && { id: { lt: cursor } }),
    ...(verification && { verification }),
    ...(outcome && { processedAt: outcome === "error" ? null : { not: null } }),
    ...(duplicates && { duplicates: { gt: 0 } }),
    ...(job_id !== undefined && { jobId: job_id }),
    ...((since ?? until) && { receivedAt: { gte: from, ...(until && { lt: clamp(until) }) } }),
  } satisfies Prisma.InboxEntryWhereInput;
}

export async function listInbox(query: InboxQuery): Promise<InboxList> {
  const { limit } = query;
  const where = whereOf(query);
  const rows = await db().inboxEntry.findMany({
    where,
    orderBy: { id: "desc" },
    take: limit + 1,
    select: shownColumns,
  });
  const page = pageOf(rows, limit, ({ id }) => id);
  return { items: page.rows.map(toView), next_cursor: page.next_cursor };
}

const readEntryId = (id: string) => readId(id, "Événement reçu");

/** @throws {AppError} not_found */
export async function getInboxEntry(id: string): Promise<InboxView> {
  const row = await db().inboxEntry.findUnique({ where: { id: readEntryId(id) }, select: shownColumns });
  if (!row) throw notFound("Événement reçu");
  return toView(row);
}

/** @returns text whose UTF-8 is the bytes received. @throws {AppError} not_found; conflict once it is pruned */
export async function getReceivedBody(id: string): Promise<string> {
  const row = await db().inboxEntry.findUnique({ where: { id: readEntryId(id) }, select: { body: true } });
  if (!row) throw notFound("Événement reçu");
  if (row.body === null) throw new AppError("conflict", bodyPruned);
  return row.body;
}

/** Processes an event again after an error. @throws {AppError} not_found; conflict, when it is processed */
export async function runInboxEntry(entryId: string): Promise<InboxView> {
  const id = readEntryId(entryId);
  try {
    await transaction(async (tx) => {
      const claimed = await tx.inboxEntry.updateMany({
        where: { id, processedAt: null },
        data: { processedAt: now(), error: null },
      });
      const entry = await tx.inboxEntry.findUnique({
        where: { id },
        select: { id: true, receivedAt: true, body: true },
      });
      if (!entry) throw notFound("Événement reçu");
      if (claimed.count === 0) throw new AppError("conflict", "Cet événement a déjà été traité.");
      if (entry.body === null) throw new AppError("conflict", bodyPruned);
      await recordOutcome(tx, id, await storeVersion(tx, entry, WebhookPayload.parse(JSON.parse(entry.body))));
    });
  } catch (error) {
    if (!(error instanceof AppError))
      await db().inboxEntry.updateMany({
        where: { id, processedAt: null },
        data: { error: describeStoringError(error) },
      });
    throw error;
  }
  return toView(await readShown(id));
}
