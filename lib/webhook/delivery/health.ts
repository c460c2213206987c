import type { PgBoss } from "pg-boss";
import type { Transaction } from "../../database/client.ts";
import { healthy } from "../endpoints/failure-window.ts";
import { sendPostponed } from "../schedule/postpone.ts";
import { suffer } from "./failures.ts";
import type { Finished } from "./record.ts";

/** An endpoint that has had a success is in good health again, and what waited for it leaves. One that was is not written. */
async function recover(tx: Transaction, endpointIds: string[], change: { boss: PgBoss; at: Date }) {
  const recovered = await tx.endpoint.updateManyAndReturn({
    where: {
      id: { in: endpointIds },
      OR: [{ failingSince: { not: null } }, { throttles: { gt: 0 } }, { throttledUntil: { not: null } }],
    },
    data: healthy,
    select: { id: true },
  });
  await sendPostponed(
    tx,
    recovered.map(({ id }) => id),
    change,
  );
}

/**
 * Writes what finished attempts say of their endpoints. One success forgives at once; only a change is written,
 * so that an endpoint in good health costs one statement that finds nothing.
 * @returns what to say in the log once the transaction has committed
 */
export async function recordHealth(
  tx: Transaction,
  finished: Finished[],
  change: { boss: PgBoss; at: Date },
): Promise<(() => void)[]> {
  const ordered = finished.toSorted((a, b) => a.result.finishedAt.getTime() - b.result.finishedAt.getTime());
  const byEndpoint = Map.groupBy(ordered, ({ claimed }) => claimed.row.endpointId);
  const succeeded = ordered.filter(({ result }) => !result.explanation);
  const good = new Set(succeeded.map(({ claimed }) => claimed.row.endpointId));
  if (good.size > 0) await recover(tx, [...good].sort(), change);
  const said: (() => void)[] = [];
  for (const id of [...byEndpoint.keys()].sort()) {
    const all = byEndpoint.get(id) ?? [];
    const failed = all.slice(all.findLastIndex(({ result }) => !result.explanation) + 1);
    const say = failed.length > 0 ? await suffer(tx, id, failed) : undefined;
    if (say) said.push(say);
  }
  return said;
}
