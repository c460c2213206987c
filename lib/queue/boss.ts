import { type ConstructorOptions, fromPglite, PgBoss } from "pg-boss";
import { clock } from "../clock.ts";
import { embedded } from "../database/client.ts";
import { env } from "../env.ts";
import { describeError, logger } from "../logger.ts";
import { perProcess } from "../per-process.ts";
import { queues } from "./queues.ts";
import { startSupervision, superviseEveryMs } from "./supervise.ts";

/**
 * `resident` installs the queue and stays running, on connections that listen, which a pooler cannot give; `serverless`
 * needs it installed by `npm run db:migrate`.
 */
type Mode = "resident" | "serverless";

const started = perProcess<{ boss?: Promise<PgBoss>; stopSupervision?: () => void }>("queue", () => ({}));

const common: ConstructorOptions = {
  /** `startSupervision` or the drain does it. */
  supervise: false,
  monitorIntervalSeconds: superviseEveryMs / 1000,
  flowIntervalSeconds: 3600,
  schedule: false,
};

const byMode: Record<Mode, ConstructorOptions> = {
  resident: { useListenNotify: true },
  serverless: { migrate: false, registerInstance: false, max: 2 },
};

async function createBoss(mode: Mode): Promise<PgBoss> {
  const pglite = embedded();
  const connection: ConstructorOptions = pglite
    ? { db: fromPglite(pglite), backend: "pglite", registerInstance: false }
    : { connectionString: mode === "resident" ? env().DIRECT_DATABASE_URL : env().DATABASE_URL };
  const boss = new PgBoss({ ...common, ...byMode[mode], ...connection, clock: clock() });
  boss.on("error", (error) => logger.error("❌ Erreur de la file d’attente", describeError(error)));
  try {
    await boss.start();
    if (mode === "resident") await createQueues(boss);
    if (pglite) await releaseDeadClaims();
    if (mode === "resident") started.get().stopSupervision = startSupervision(boss);
    return boss;
  } catch (error) {
    await boss.stop({ graceful: false, close: true }).catch(() => undefined);
    throw error;
  }
}

/** Each creation takes a transaction and a lock. */
async function createQueues(boss: PgBoss) {
  const existing = new Set((await boss.getQueues()).map(({ name }) => name));
  for (const [name, policy] of Object.entries(queues)) if (!existing.has(name)) await boss.createQueue(name, policy);
}

/** Uses up no retry. The lock on DATA_DIR proves that the workers of these claims are dead. */
async function releaseDeadClaims() {
  await embedded()?.query(
    "UPDATE pgboss.job SET state = 'created', started_on = NULL, heartbeat_on = NULL WHERE state = 'active'",
  );
}

export function startQueue(mode: Mode = "resident"): Promise<PgBoss> {
  const queue = started.get();
  queue.boss ??= createBoss(mode).catch((error) => {
    delete queue.boss;
    throw error;
  });
  return queue.boss;
}

export const boss = (): Promise<PgBoss> => startQueue("serverless");

/** The workers are stopped by their own functions. */
export async function stopQueue() {
  const queue = started.get();
  const running = await queue.boss;
  queue.stopSupervision?.();
  delete queue.stopSupervision;
  delete queue.boss;
  await running?.stop({ graceful: false, close: true });
}
