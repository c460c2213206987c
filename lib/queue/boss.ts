import { type ConstructorOptions, fromPglite, PgBoss } from "pg-boss";
import { clock } from "../clock.ts";
import { embedded } from "../database/client.ts";
import { env } from "../env.ts";
import { describeError, logger } from "../logger.ts";
import { perProcess } from "../per-process.ts";
import { queues } from "./queues.ts";
import { startSupervision, superviseEveryMs } from "./supervise.ts";

/**
 * `resident` keeps watch between requests, and installs what is missing first; `serverless` starts in
 * milliseconds on what `npm run db:migrate` installed, and leaves nothing running behind.
 */
type Mode = "resident" | "serverless";

const started = perProcess<{ boss?: Promise<PgBoss>; stopSupervision?: () => void }>("queue", () => ({}));

const common: ConstructorOptions = {
  /** Done by `startSupervision`, or by the drain. */
  supervise: false,
  monitorIntervalSeconds: superviseEveryMs / 1000,
  /** No entry depends on another: there is nothing to look for. */
  flowIntervalSeconds: 3600,
  schedule: false,
};

const byMode: Record<Mode, ConstructorOptions> = {
  resident: { useListenNotify: true },
  serverless: { migrate: false, registerInstance: false, max: 2 },
};

async function create(mode: Mode): Promise<PgBoss> {
  const pglite = embedded();
  const connection: ConstructorOptions = pglite
    ? { db: fromPglite(pglite), backend: "pglite", registerInstance: false }
    : { connectionString: env().DATABASE_URL };
  const boss = new PgBoss({ ...common, ...byMode[mode], ...connection, clock: clock() });
  boss.on("error", (error) => logger.error("❌ Erreur de la file d’attente", describeError(error)));
  try {
    await boss.start();
    if (mode === "resident") await createQueues(boss);
    if (pglite) await reclaim();
    if (mode === "resident") started.get().stopSupervision = startSupervision(boss);
    return boss;
  } catch (error) {
    await boss.stop({ graceful: false, close: true }).catch(() => undefined);
    throw error;
  }
}

/** Creates the queues that are missing: asking for each takes a transaction and a lock. */
async function createQueues(boss: PgBoss) {
  const existing = new Set((await boss.getQueues()).map(({ name }) => name));
  for (const [name, policy] of Object.entries(queues)) if (!existing.has(name)) await boss.createQueue(name, policy);
}

/**
 * The lock on DATA_DIR proves that nobody else lives, so whatever is active belongs to a dead process:
 * it is returned to the queue at once and without using up a retry.
 */
async function reclaim() {
  await embedded()?.query(
    "UPDATE pgboss.job SET state = 'created', started_on = NULL, heartbeat_on = NULL WHERE state = 'active'",
  );
}

/** Starts the queue; later calls answer the same one. */
export function startQueue(mode: Mode = "resident"): Promise<PgBoss> {
  const queue = started.get();
  queue.boss ??= create(mode).catch((error) => {
    delete queue.boss;
    throw error;
  });
  return queue.boss;
}

/** The queue, started for a short life if nobody started it before (serverless). */
export const boss = (): Promise<PgBoss> => startQueue("serverless");

/** Stops the queue without waiting for its workers: they have their own stop. */
export async function stopQueue() {
  const queue = started.get();
  const running = await queue.boss;
  queue.stopSupervision?.();
  delete queue.stopSupervision;
  delete queue.boss;
  await running?.stop({ graceful: false, close: true });
}
