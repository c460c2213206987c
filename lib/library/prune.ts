import type { Transaction } from "../database/client.ts";
import { firstUuid, type Page, type Pruner, pageSize } from "../retention.ts";

async function pruneInbox(tx: Transaction, { before, cursor }: Page) {
  const page = await tx.inboxEntry.findMany({
    where: { id: { gt: cursor || firstUuid } },
    orderBy: { id: "asc" },
    take: pageSize,
    select: { id: true, receivedAt: true },
  });
  const old = page.filter(({ receivedAt }) => receivedAt < before).map(({ id }) => id);
  if (old.length === 0) return null;
  await tx.inboxEntry.updateMany({
    where: { id: { in: old }, processedAt: { not: null }, body: { not: null } },
    data: { body: null },
  });
  return old.at(-1) ?? null;
}

/** What lib/library lets go of with time: the bodies of what was processed. The digests stay: a late duplicate is still recognised. */
export const libraryPruners: Pruner[] = [{ name: "inbox bodies", prunePage: pruneInbox }];
