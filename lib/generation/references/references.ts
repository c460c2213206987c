import { now } from "../../clock.ts";
import type { PageQuery } from "../../contract/page.ts";
import type { ReferenceList, ReferenceView } from "../../contract/reference.ts";
import { unfinishedStatuses } from "../../contract/values.ts";
import { db, type Transaction, transaction } from "../../database/client.ts";
import { invalid, notFound } from "../../errors.ts";
import { readId } from "../../ids.ts";
import { pageOf } from "../../page.ts";
import type { ReferenceUpload } from "../../reference/reference.ts";
import type { Pruner } from "../../retention.ts";
import { storeReference, toReferenceView } from "./stored.ts";

/** Keeps a document that was uploaded. @throws {AppError} invalid, for any field beside the file */
export function addReference({ name, hash, fields, reference }: ReferenceUpload): Promise<ReferenceView> {
  const [other] = Object.keys(fields);
  if (other !== undefined) throw invalid(other, `${other}\u202f: ce champ n’est pas attendu ici.`);
  const { title: _title, ...read } = reference;
  return storeReference({ name: name || "document", hash, ...read });
}

export async function listReferences({ cursor, limit }: PageQuery): Promise<ReferenceList> {
  const found = await db().reference.findMany({
    where: { hiddenAt: null, ...(cursor && { id: { lt: cursor } }) },
    orderBy: { id: "desc" },
    take: limit + 1,
    include: { _count: { select: { passages: true } } },
  });
  const { rows, next_cursor } = pageOf(found, limit, ({ id }) => id);
  return { items: rows.map((row) => toReferenceView(row, row._count.passages)), next_cursor };
}

const choosing = (id: string) => ({
  status: { in: [...unfinishedStatuses] },
  options: { path: ["documents"], array_contains: [id] },
});

/**
 * Takes a document away from the books to come. One that is being written keeps it until it ends; what a book has cited
 * stays with the book.
 * @throws {AppError} not_found
 */
export async function deleteReference(given: string): Promise<void> {
  const id = readId(given, "Document").toLowerCase();
  await transaction(async (tx) => {
    const hidden = await tx.reference.updateMany({ where: { id, hiddenAt: null }, data: { hiddenAt: now() } });
    if (hidden.count === 0) throw notFound("Document");
    if ((await tx.job.count({ where: choosing(id) })) === 0) await tx.reference.deleteMany({ where: { id } });
  });
}

/**
 * Holds the documents of an order until its job is there.
 * @throws {AppError} invalid, naming those that are not there
 */
export async function holdReferences(tx: Transaction, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  const held = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM "Reference" WHERE id = ANY(${ids}::uuid[]) AND "hiddenAt" IS NULL ORDER BY id FOR SHARE`;
  const missing = ids.filter((id) => !held.some((one) => one.id === id));
  if (missing.length > 0)
    throw invalid("documents", `documents\u202f: introuvable, ou supprimé\u202f: ${missing.join(", ")}.`);
}

/** A document whose passages come in is hidden for less. */
const hiddenMs = 3_600_000;

/** Deletes what was hidden while a book needed it, and what a process that was killed had begun. */
export const referencePruners: Pruner[] = [
  {
    name: "references",
    async prunePage(tx) {
      const before = new Date(now().getTime() - hiddenMs);
      const hidden = await tx.reference.findMany({ where: { hiddenAt: { lt: before } }, select: { id: true } });
      for (const { id } of hidden)
        if ((await tx.job.count({ where: choosing(id) })) === 0) await tx.reference.deleteMany({ where: { id } });
      return null;
    },
  },
];
