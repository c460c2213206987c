import { toDate } from "../contract/timestamp.ts";
import type { BookData, WebhookPayload } from "../contract/wire.ts";
import type { Transaction } from "../database/client.ts";
import { digestOfText, sha256 } from "./digests.ts";

type Source = { id: string; receivedAt: Date };

/** The version of a book that holds an event's text; `duplicateOf` is the event that had brought it already. */
export type StoredVersion = { bookId: string; version: number; duplicateOf?: string };

/** The event's book is deleted: nothing of it is stored but the event. */
export type StoredNothing = { bookId: string; version?: never };

export const isTest = (jobId: string) => jobId.startsWith("test-");

/** The dates that Postgres can hold are fewer than those of ISO 8601. */
const earliest = Date.parse("0001-01-01T00:00:00Z");
const latest = Date.parse("9999-12-31T23:59:59Z");

const sentAtOf = ({ timestamp }: WebhookPayload) =>
  new Date(Math.min(Math.max(toDate(timestamp).getTime(), earliest), latest));

/** The book of a job, new or known, locked until the transaction ends: its versions come one at a time. */
async function lockBook(
  tx: Transaction,
  jobId: string,
  receivedAt: Date,
): Promise<{ id: string; deletedAt: Date | null }> {
  const jobDigest = sha256(jobId);
  await tx.book.createMany({ data: { jobId, jobDigest, receivedAt }, skipDuplicates: true });
  const [book] = await tx.$queryRaw<{ id: string; deletedAt: Date | null }[]>`
    SELECT id, "deletedAt" FROM "Book" WHERE "jobDigest" = ${jobDigest} FOR UPDATE`;
  if (!book) throw new Error(`Le livre du job ${jobId} a disparu.`);
  return book;
}

async function findNeighbours(tx: Transaction, bookId: string, sentAt: Date) {
  const select = { number: true, textDigest: true, inboxId: true };
  const below = await tx.bookVersion.findFirst({
    where: { bookId, sentAt: { lte: sentAt } },
    orderBy: { number: "desc" },
    select,
  });
  const number = (below?.number ?? 0) + 1;
  return { number, below, above: await tx.bookVersion.findFirst({ where: { bookId, number }, select }) };
}

async function insertVersion(
  tx: Transaction,
  data: BookData,
  version: { bookId: string; number: number; latest: boolean; sentAt: Date; textDigest: string; inbox: Source },
): Promise<void> {
  const { inbox, ...columns } = version;
  const { id } = await tx.bookVersion.create({
    data: {
      ...columns,
      inboxId: inbox.id,
      title: data.book_title,
      topic: data.topic,
      goal: data.goal,
      outline: data.outline,
      generatedAt: data.generated_at,
      wordCount: data.word_count,
      chapterCount: data.chapter_count,
      receivedAt: inbox.receivedAt,
    },
    select: { id: true },
  });
  // As one parameter: createMany takes ten times as long.
  await tx.$executeRaw`
    INSERT INTO "BookChapter" ("versionId", "position", "title", "content")
    SELECT ${id}::uuid, position, chapter->>'title', chapter->>'content'
    FROM jsonb_array_elements(${JSON.stringify(data.chapters)}::jsonb) WITH ORDINALITY AS item(chapter, position)`;
}

/** Versions are in the order of the bodies' timestamps; a text that a neighbour has already adds none. */
export async function storeVersion(
  tx: Transaction,
  inbox: Source,
  payload: WebhookPayload,
): Promise<StoredVersion | StoredNothing | undefined> {
  if (payload.status === "failed" || isTest(payload.job_id)) return undefined;
  const { id: bookId, deletedAt } = await lockBook(tx, payload.job_id, inbox.receivedAt);
  if (deletedAt) return { bookId };
  const sentAt = sentAtOf(payload);
  const textDigest = digestOfText(payload.book_data);
  const { number, below, above } = await findNeighbours(tx, bookId, sentAt);
  const same = [below, above].find((version) => version?.textDigest === textDigest);
  if (same) return { bookId, version: same.number, duplicateOf: same.inboxId };
  if (above)
    await tx.bookVersion.updateMany({ where: { bookId, number: { gte: number } }, data: { number: { increment: 1 } } });
  else await tx.bookVersion.updateMany({ where: { bookId, latest: true }, data: { latest: false } });
  await insertVersion(tx, payload.book_data, { bookId, number, latest: !above, sentAt, textDigest, inbox });
  return { bookId, version: number };
}
