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

/** No delivery waits longer than for one page. */
const pageSize = 100;

const deletedDays = 30;

/** What was deleted before then can no longer be restored. */
export const deletedBefore = (): Date => new Date(now().getTime() - deletedDays * dayMs);

/** Sorts before every id in use. */
const firstId = "00000000-0000-0000-0000-000000000000";

const pageAfter = (cursor: string) =>
  ({ where: { id: { gt: cursor || firstId } }, orderBy: { id: "asc" }, take: pageSize }) as const;

type Rows<Row> = {
  name: string;
  readPage: (tx: Transaction, page: ReturnType<typeof pageAfter>) => Promise<Row[]>;
  dateOf: (row: Row) => Date;
  /** Prunes those of the old rows that may go. */
  prune: (tx: Transaction, ids: string[]) => Promise<unknown>;
};

/** An empty `cursor` asks for the first page. @returns the last old row, null when there was none */
export type Pruner = {
  name: string;
  prunePage: (tx: Transaction, page: { before: Date; cursor: string }) => Promise<string | null>;
};

/** Expects ids in the order of their dates. */
export const createPruner = <Row extends { id: string }>({ name, readPage, dateOf, prune }: Rows<Row>): Pruner => ({
  name,
  async prunePage(tx, { before, cursor }) {
    const rows = await readPage(tx, pageAfter(cursor));
    const old = rows.filter((row) => dateOf(row) < before).map(({ id }) => id);
    if (old.length > 0) await prune(tx, old);
    return old.at(-1) ?? null;
  },
});

/** @returns undefined while another process holds the row, and before it is due */
async function lockIfDue(tx: Transaction, name: string, at: Date): Promise<Retention | undefined> {
  const rescanAt = new Date(at.getTime() + dayMs);
  await tx.retention.createMany({ data: [{ name, nextAt: at, rescanAt }], skipDuplicates: true });
  const [row] = await tx.$queryRaw<Retention[]>`SELECT * FROM "Retention" WHERE name = ${name} FOR UPDATE SKIP LOCKED`;
  return row && row.nextAt <= at ? row : undefined;
}

/** @returns whether there may be more now */
function pruneOnce({ name, prunePage }: Pruner): Promise<boolean> {
  return transaction(async (tx) => {
    const at = now();
    const state = await lockIfDue(tx, name, at);
    if (!state) return false;
    const rescan = state.rescanAt <= at;
    const start = rescan ? "" : state.cursor;
    const before = new Date(at.getTime() - env().RETENTION_DAYS * dayMs);
    const last = await prunePage(tx, { before, cursor: start });
    await tx.retention.update({
      where: { name },
      data: {
        cursor: last ?? start,
        ...(last === null && { nextAt: new Date(at.getTime() + hourMs) }),
        ...(rescan && { rescanAt: new Date(at.getTime() + dayMs) }),
      },
    });
    return last !== null;
  });
}

/** Runs each pruner once an hour, in one process at a time. */
export async function prune(pruners: Pruner[], signal?: AbortSignal): Promise<void> {
  for (const pruner of pruners) {
    while (!signal?.aborted && (await pruneOnce(pruner))) await sleep(pauseMs);
  }
}

/** @returns a function that stops it after the page under way */
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
