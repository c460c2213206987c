import { z } from "zod";
import { now } from "../clock.ts";
import type { PageQuery } from "../contract/book.ts";
import { type InboxList, InboxView } from "../contract/inbox.ts";
import { WebhookPayload } from "../contract/wire.ts";
import { db, transaction } from "../database/client.ts";
import { AppError, notFound } from "../errors.ts";
import { explain } from "./record.ts";
import { shelve } from "./shelve.ts";

const shown = {
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
  book: { select: { id: true } },
} as const;

const findShown = (id: string) => db().inboxEntry.findUniqueOrThrow({ where: { id }, select: shown });

const toView = (entry: Awaited<ReturnType<typeof findShown>>): InboxView =>
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
    book_id: entry.book?.id ?? null,
  });

/** The events that were acknowledged, newest first. */
export async function listInbox({ cursor, limit }: PageQuery): Promise<InboxList> {
  const rows = await db().inboxEntry.findMany({
    where: cursor ? { id: { lt: cursor } } : {},
    orderBy: { id: "desc" },
    take: limit + 1,
    select: shown,
  });
  const items = rows.slice(0, limit).map(toView);
  return { items, next_cursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}

/**
 * Does again what an event asks for, after it went wrong; from the bytes that were stored.
 * @throws {AppError} not_found; conflict, when it is already done
 */
export async function runInboxEntry(id: string): Promise<InboxView> {
  if (!z.uuid().safeParse(id).success) throw notFound("Événement reçu");
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
      if (entry.body === null) throw new AppError("conflict", "Le corps de cet événement n’est plus conservé.");
      await shelve(tx, entry, WebhookPayload.parse(JSON.parse(entry.body)));
    });
  } catch (error) {
    if (!(error instanceof AppError))
      await db().inboxEntry.updateMany({ where: { id, processedAt: null }, data: { error: explain(error) } });
    throw error;
  }
  return toView(await findShown(id));
}
