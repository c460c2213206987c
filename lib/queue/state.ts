import type { PgBoss } from "pg-boss";
import { now } from "../clock.ts";
import { type QueueName, queues } from "./queues.ts";

export type QueueState = { name: QueueName; due: boolean; active: boolean };

/**
 * Reads an index alone: the cost is the same with a million entries.
 * @param withinMs counts as due what will be within this time
 */
export async function readQueueStates(boss: PgBoss, { withinMs = 0 } = {}): Promise<QueueState[]> {
  const { rows }: { rows: QueueState[] } = await boss.getDb().executeSql(
    `SELECT queue.name,
       EXISTS (SELECT 1 FROM pgboss.job j WHERE j.name = queue.name AND j.state IN ('created', 'retry')
               AND NOT j.blocked AND j.start_after <= $2::timestamptz) AS due,
       EXISTS (SELECT 1 FROM pgboss.job j WHERE j.name = queue.name AND j.state = 'active') AS active
     FROM unnest($1::text[]) AS queue(name)`,
    [Object.keys(queues), new Date(now().getTime() + withinMs).toISOString()],
  );
  return rows;
}
