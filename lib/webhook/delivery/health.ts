import type { PgBoss } from "pg-boss";
import type { Transaction } from "../../database/client.ts";
import { healthy } from "../endpoints/failure-window.ts";
import { sendPostponed } from "../schedule/postpone.ts";
import type { Finished } from "./attempt-rows.ts";
import { recordFailures } from "./failures.ts";

async function recover(tx: Transaction, endpointIds: string[], change: { boss: PgBoss; at: Date }) {
  const recovered = await tx.endpoint.updateManyAndReturn({
    where: {
      id: { in: endpointIds },
      OR: [{ failingSince: { not: null } }, { throttles: { gt: 0 } }, { throttledUntil: { not: null } }],
    },
    data: healthy,
    select: { id: true },
  });
  const ids = recovered.map(({ id }) => id);
  await sendPostponed(tx, ids, change);
}

const isSuccess = ({ result }: Finished) => !result.explanation;

const failuresSinceSuccess = (finished: Finished[]) => finished.slice(finished.findLastIndex(isSuccess) + 1);

/** @returns what writes each line of the log, once the transaction has committed */
export async function recordHealth(
  tx: Transaction,
  finished: Finished[],
  change: { boss: PgBoss; at: Date },
): Promise<(() => void)[]> {
  const ordered = finished.toSorted((a, b) => a.result.finishedAt.getTime() - b.result.finishedAt.getTime());
  const byEndpoint = Map.groupBy(ordered, ({ claimed }) => claimed.row.endpointId);
  const succeeded = new Set(ordered.filter(isSuccess).map(({ claimed }) => claimed.row.endpointId));
  if (succeeded.size > 0) await recover(tx, [...succeeded].sort(), change);
  const logLines: (() => void)[] = [];
  // Sorted, so that two transactions lock endpoints in one order.
  for (const id of [...byEndpoint.keys()].sort()) {
    const failed = failuresSinceSuccess(byEndpoint.get(id) ?? []);
    const writeLine = failed.length > 0 ? await recordFailures(tx, id, failed) : undefined;
    if (writeLine) logLines.push(writeLine);
  }
  return logLines;
}
