import { setTimeout as sleep } from "node:timers/promises";
import { now } from "./clock.ts";
import { type Transaction, transaction } from "./database/client.ts";
import type { Retention } from "./database/generated/client.ts";
import { env } from "./env.ts";
import { describeError, logger } from "./logger.ts";

const pauseMs = 25;
const checkMs = 60_000;
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** How many rows a pruner may handle in one transaction: no delivery waits longer for it. */
export const pageSize = 100;

/** Before every UUID: where the first page of rows that have one begins. */
export const firstUuid = "00000000-0000-0000-0000-000000000000";

/** What a pruner is asked for: rows older than `before`, from the one after `cursor` on (empty: from the first). */
export type Page = { before: Date; cursor: string };

/**
 * Prunes one page of what a room keeps: of the first `pageSize` rows after `cursor`, those older than `before`.
 * @returns the last old row, from which the next page goes on; null when there was none
 */
export type Pruner = {
  name: string;
  prunePage: (tx: Transaction, page: Page) => Promise<string | null>;
};

/** Takes a pruner's turn: nobody else has it, and it is time. */
async function takeTurn(tx: Transaction, name: string, at: Date): Promise<Retention | undefined> {
  const rescanAt = new Date(at.getTime() + dayMs);
  await tx.$executeRaw`
    INSERT INTO "Retention" (name, "nextAt", "rescanAt") VALUES (${name}, ${at}, ${rescanAt}) ON CONFLICT DO NOTHING`;
  const [row] = await tx.$queryRaw<Retention[]>`SELECT * FROM "Retention" WHERE name = ${name} FOR UPDATE SKIP LOCKED`;
  return row && row.nextAt <= at ? row : undefined;
}

/** One page, in one transaction. @returns whether there may be more now */
function pruneOnce({ name, prunePage }: Pruner): Promise<boolean> {
  return transaction(async (tx) => {
    const at = now();
    const turn = await takeTurn(tx, name, at);
    if (!turn) return false;
    const rescan = turn.rescanAt <= at;
    const before = new Date(at.getTime() - env().RETENTION_DAYS * dayMs);
    const last = await prunePage(tx, { before, cursor: rescan ? "" : turn.cursor });
    const cursor = last ?? (rescan ? "" : turn.cursor);
    await tx.retention.update({
      where: { name },
      data: {
        cursor,
        ...(last === null && { nextAt: new Date(at.getTime() + hourMs) }),
        ...(rescan && { rescanAt: new Date(at.getTime() + dayMs) }),
      },
    });
    return last !== null;
  });
}

/**
 * Prunes what is older than RETENTION_DAYS, page by page with a pause between, each pruner once an hour and in one
 * process at a time.
 */
export async function prune(pruners: Pruner[], signal?: AbortSignal): Promise<void> {
  for (const pruner of pruners) {
    while (!signal?.aborted && (await pruneOnce(pruner))) await sleep(pauseMs);
  }
}

/** Prunes in this process whenever it is time. @returns what stops it, after the page under way */
export function startRetention(pruners: Pruner[]): () => Promise<void> {
  const stopping = new AbortController();
  let pruning: Promise<void> | undefined;
  const start = () => {
    pruning ??= prune(pruners, stopping.signal)
      .catch((error) => logger.error("❌ Erreur au ménage des anciens envois", describeError(error)))
      .finally(() => {
        pruning = undefined;
      });
  };
  start();
  const timer = setInterval(start, checkMs);
  return async () => {
    clearInterval(timer);
    stopping.abort();
    await pruning;
  };
}
