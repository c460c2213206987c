import { now } from "../clock.ts";
import type { Receipt } from "../contract/inbox.ts";
import type { WebhookPayload } from "../contract/wire.ts";
import { db, type Transaction, transaction } from "../database/client.ts";
import type { Prisma, Verification } from "../database/generated/client.ts";
import { isOutage } from "../database/outage.ts";
import { AppError } from "../errors.ts";
import { describeError, logger } from "../logger.ts";
import { digestOfEvent, sha256 } from "./digests.ts";
import { isTest, type StoredNothing, type StoredVersion, storeVersion } from "./store-version.ts";

export type Incoming = {
  webhookId: string | null;
  body: Uint8Array;
  text: string;
  payload: WebhookPayload;
  verification: Verification;
  keyFingerprint: string | null;
};

type Row = Prisma.InboxEntryCreateManyInput & { bodyHash: string };

function toRow({ webhookId, body, text, payload, verification, keyFingerprint }: Incoming): Row {
  return {
    dedupeKey: webhookId ? `id:${sha256(webhookId)}` : `event:${digestOfEvent(payload)}`,
    webhookId,
    jobId: payload.job_id,
    status: payload.status,
    body: text,
    bodyBytes: body.byteLength,
    bodyHash: sha256(body),
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

type Stored = Pick<Receipt, "book_id" | "version" | "duplicate" | "idempotent">;

const duplicate = { duplicate: true, idempotent: true } as const;

const countOne = (tx: Transaction, id: string) =>
  tx.inboxEntry.update({
    where: { id },
    data: { duplicates: { increment: 1 }, lastDuplicateAt: now() },
    select: { id: true },
  });

const bookOf = (version: { bookId: string; number: number } | null | undefined): Stored =>
  version ? { book_id: version.bookId, ...(version.number > 1 && { version: version.number }) } : {};

async function countDuplicate({ dedupeKey, webhookId, bodyHash }: Row): Promise<Stored> {
  const version = { select: { bookId: true, number: true } };
  const first = await db().inboxEntry.findUniqueOrThrow({
    where: { dedupeKey },
    select: { id: true, bodyHash: true, version, duplicateOf: { select: { id: true, version } } },
  });
  if (webhookId && first.bodyHash !== bodyHash)
    throw new AppError("conflict", "Ce webhook-id a déjà servi pour un autre corps\u202f; rien n’a été remplacé.");
  const shown = first.duplicateOf ?? first;
  await countOne(db(), shown.id);
  return { ...bookOf(shown.version), ...duplicate };
}

/** Notes what became of an event's text: of one that was known, only the digests are kept. */
export async function recordOutcome(
  tx: Transaction,
  entryId: string,
  brought?: StoredVersion | StoredNothing,
): Promise<Stored> {
  if (!brought) return {};
  // A deleted book's text is kept with the event: it counts once the book is restored.
  if (brought.version === undefined) return { book_id: brought.bookId, ...duplicate };
  const { bookId, version, duplicateOf } = brought;
  const stored = bookOf({ bookId, number: version });
  if (duplicateOf === undefined) return stored;
  await tx.inboxEntry.update({ where: { id: entryId }, data: { duplicateOfId: duplicateOf, body: null } });
  await countOne(tx, duplicateOf);
  return { ...stored, ...duplicate };
}

class BookNotStored extends Error {
  override name = "BookNotStored";
}

/**
 * Keeps an event whose book alone cannot be stored, with the error: it can be run again.
 * @throws {AppError} conflict, when its `webhook-id` came with another body
 */
export async function record(event: Incoming): Promise<Receipt> {
  const row = toRow(event);
  const receipt = {
    success: true,
    message: "Webhook reçu et traité avec succès",
    job_id: row.jobId,
    ...(isTest(row.jobId) && { book_created: false as const }),
  } as const;
  try {
    const stored = await transaction(async (tx) => {
      const entry = await insert(tx, { ...row, processedAt: row.receivedAt });
      if (!entry) return undefined;
      const brought = await storeVersion(tx, entry, event.payload).catch((cause) => {
        // After an outage the sender must try again.
        throw isOutage(cause) ? cause : new BookNotStored("Le livre n’a pas pu être créé.", { cause });
      });
      return recordOutcome(tx, entry.id, brought);
    });
    return { ...receipt, ...(stored ?? (await countDuplicate(row))) };
  } catch (error) {
    if (!(error instanceof BookNotStored)) throw error;
    logger.error(`❌ ${error.message} L’événement est gardé (job ${row.jobId}).`, describeError(error.cause));
    const kept = await insert(db(), { ...row, error: describeStoringError(error.cause) });
    return { ...receipt, ...(kept ? {} : await countDuplicate(row)) };
  }
}

export const describeStoringError = (error: unknown) =>
  `Le livre n’a pas pu être créé\u202f: ${error instanceof Error ? error.message : error}`
    .replaceAll("\0", "")
    .slice(0, 2000);
