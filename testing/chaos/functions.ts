import { spawnSync } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { root, startApp } from "../app/app.ts";
import { cronSecret, functionArgs, functionEnv } from "../app/functions.ts";
import { forgetHeartbeats, freshDatabase, withSql } from "../database/postgres.ts";
import { freePort } from "../machine/free-port.ts";
import { findPooler, startPooler } from "../machine/pooler.ts";
import { startPostgres } from "../machine/postgres-server.ts";
import { startOutsideServices } from "./outside-services.ts";
import type { SystemUnderTest } from "./system.ts";

const functionSeconds = 10;
/** The platform calls it every minute at best; here a minute lasts a second. */
const cronEveryMs = 1000;
/** They live longer than their calls, as they do there: what one kill cut off is asked for again before the next. */
const minLifeMs = 3000;

/**
 * Sorami as functions: built routes on a disk that cannot be written, a pooled database, a planned task, and no process
 * that stays. A kill ends all functions at once, with all they remember.
 */
export async function startFunctions(): Promise<SystemUnderTest & { close: () => Promise<void> }> {
  const postgres = await startPostgres();
  const database = await freshDatabase({ on: postgres });
  const pooler = findPooler() ? await startPooler(database.url) : undefined;
  const port = await freePort();
  const webhookUrl = `http://127.0.0.1:${port}/api/webhooks/book-completion`;
  const services = await startOutsideServices({ webhookUrl, latencyMs: 50, retryDelay: "1s" });
  const env = {
    ...services.env,
    ...functionEnv(functionSeconds),
    DATABASE_URL: pooler?.url ?? database.url,
    DIRECT_DATABASE_URL: database.url,
  };
  const variables = { ...process.env, ...env };
  const migrated = spawnSync("npm", ["run", "db:migrate", "--silent"], { cwd: root, env: variables, encoding: "utf8" });
  if (migrated.status !== 0) throw new Error(migrated.stderr);
  const app = await startApp({ port, env, args: functionArgs(port) });
  const headers = { Authorization: `Bearer ${cronSecret}` };
  const cron = setInterval(() => {
    fetch(`${app.url}/api/queue/drain`, { headers }).catch(() => undefined);
  }, cronEveryMs);
  let bornAt = performance.now();
  async function kill() {
    await sleep(Math.max(0, bornAt + minLifeMs - performance.now()));
    await app.kill();
    // The seconds of silence after which another takes over are skipped.
    await withSql(database.url, (client) => client.query(forgetHeartbeats));
    await app.restart();
    bornAt = performance.now();
  }
  return {
    senderUrl: app.url,
    receiverUrl: app.url,
    model: services.model,
    webhookProxy: services.webhookProxy,
    killable: [{ name: "les fonctions", kill, outputAtExit: app.lastWords }],
    stopsUnpaid: true,
    async close() {
      clearInterval(cron);
      await Promise.all([app.close(), services.close()]);
      await pooler?.stop();
      await postgres.stop();
    },
  };
}
