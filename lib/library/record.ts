import { createHash } from "node:crypto";
import { now } from "../clock.ts";
import type { Receipt } from "../contract/inbox.ts";
import type { WebhookPayload } from "../contract/wire.ts";
import { db, type Transaction, transaction } from "../database/client.ts";
import type { Prisma, Verification } from "../database/generated/client.ts";
import { isOutage } from "../database/outage.ts";
import { AppError } from "../errors.ts";
import { describeError, logger } from "../logger.ts";
import { shelve } from "./shelve.ts";

/** An event that passed every check. */
export type Incoming = {
  webhookId: string | null;
  body: Uint8Array;
  text: string;
  payload: WebhookPayload;
  verification: Verification;
  keyFingerprint: string | null;
};

type Row = Prisma.InboxEntryCreateManyInput & { bodyHash: string };

const sha256 = (data: string | Uint8Array) => createHash("sha256").update(data).digest("hex");

function toRow({ webhookId, body, text, payload, verification, keyFingerprint }: Incoming): Row {
  const bodyHash = sha256(body);
  return {
    dedupeKey: webhookId ? `id:${sha256(webhookId)}` : `body:${bodyHash}`,
    webhookId,
    jobId: payload.job_id,
    status: payload.status,
    body: text,
    bodyBytes: body.byteLength,
    bodyHash,
    verification,
    keyFingerprint,
    receivedAt: now(),
  };
}

/** Inserts an event unless another request has: the unique key decides, without an error that would end the transaction. */
async function insert(tx: Transaction, row: Row) {
  const [entry] = await tx.inboxEntry.createManyAndReturn({
    data: [row],
    skipDuplicates: true,
    select: { id: true, receivedAt: true },
  });
  return entry;
}

async function countDuplicate(row: Row): Promise<{ book_id?: string; duplicate: true }> {
  const where = { dedupeKey: row.dedupeKey };
  const first = await db().inboxEntry.findUniqueOrThrow({
    where,
    select: { bodyHash: true, book: { select: { id: true } } },
  });
  if (first.bodyHash !== row.bodyHash)
    throw new AppError("conflict", "Ce webhook-id a déjà servi pour un autre corps\u202f; rien n’a été remplacé.");
  await db().inboxEntry.update({
    where,
    data: { duplicates: { increment: 1 }, lastDuplicateAt: now() },
    select: { id: true },
  });
  return { ...(first.book && { book_id: first.book.id }), duplicate: true };
}

class NotShelved extends Error {
  override name = "NotShelved";
}

/**
 * Stores an event once, however many requests bring it, and its book in the same transaction. When the book alone cannot
 * be stored, the event is kept with the error and can be run again.
 * @throws {AppError} conflict, when its `webhook-id` came with another body
 */
export async function record(event: Incoming): Promise<Receipt> {
  const row = toRow(event);
  const receipt = { success: true, message: "Webhook reçu et traité avec succès", job_id: row.jobId } as const;
  try {
    const stored = await transaction(async (tx) => {
      const entry = await insert(tx, { ...row, processedAt: row.receivedAt });
      if (!entry) return undefined;
      const bookId = await shelve(tx, entry, event.payload).catch((cause) => {
        // After an outage the sender must try again.
        throw isOutage(cause) ? cause : new NotShelved("Le livre n’a pas pu être créé.", { cause });
      });
      return { ...(bookId && { book_id: bookId }) };
    });
    return { ...receipt, ...(stored ?? (await countDuplicate(row))) };
  } catch (error) {
    if (!(error instanceof NotShelved)) throw error;
    logger.error(`❌ ${error.message} L’événement est gardé (job ${row.jobId}).`, describeError(error.cause));
    const kept = await insert(db(), { ...row, error: describeShelvingError(error.cause) });
    return { ...receipt, ...(kept ? {} : await countDuplicate(row)) };
  }
}

export const describeShelvingError = (error: unknown) =>
  `Le livre n’a pas pu être créé\u202f: ${error instanceof Error ? error.message : error}`
    .replaceAll("\0", "")
    .slice(0, 2000);
