import type { PgBoss } from "pg-boss";
import { embedded } from "../database/client.ts";
import type { EmbeddedDatabase } from "../database/embedded.ts";
import { perProcess } from "../per-process.ts";
import { type QueueName, queues } from "./queues.ts";

/** `dueAt`: when the first of those that wait is due. */
export type QueueState = { name: QueueName; dueAt: Date | null; active: boolean };

const firstDueIn = (state: string) =>
  `(SELECT start_after FROM pgboss.job j WHERE j.name = queue.name AND j.state = '${state}' AND NOT j.blocked
    ORDER BY start_after LIMIT 1)`;

/** Reads an index alone: the cost is the same with a million entries. */
const readStates = `
  SELECT queue.name, least(${firstDueIn("created")}, ${firstDueIn("retry")}) AS "dueAt",
    EXISTS (SELECT 1 FROM pgboss.job j WHERE j.name = queue.name AND j.state = 'active') AS active
  FROM unnest($1::text[]) AS queue(name)`;

type Known = { database?: EmbeddedDatabase; uses?: number; states: QueueState[] };
const known = perProcess<Known>("queue.states", () => ({ states: [] }));

/** What was read holds as long as nobody else has used the embedded database. */
async function readEmbedded(database: EmbeddedDatabase): Promise<QueueState[]> {
  const { uses } = database;
  const last = known.get();
  if (last.database === database && last.uses === uses) return last.states;
  const { rows: states } = await database.peek<QueueState>(readStates, [Object.keys(queues)]);
  known.set({ database, uses, states });
  return states;
}

export async function readQueueStates(boss: PgBoss): Promise<QueueState[]> {
  const database = embedded();
  if (database) return readEmbedded(database);
  const { rows }: { rows: QueueState[] } = await boss.getDb().executeSql(readStates, [Object.keys(queues)]);
  return rows;
}

export const isDue = ({ dueAt }: QueueState, at: Date): boolean => dueAt !== null && dueAt <= at;
