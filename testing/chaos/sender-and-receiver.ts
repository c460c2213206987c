import { startApp } from "../app/app.ts";
import { freshDatabase } from "../database/postgres.ts";
import { freePort } from "../machine/free-port.ts";
import { startPostgres } from "../machine/postgres-server.ts";
import { startOutsideServices } from "./outside-services.ts";
import type { SystemUnderTest } from "./system.ts";

const secret = "secret-du-chaos";

/**
 * A sender and a receiver in two processes, each with its own database on one Postgres server. All three processes may
 * be killed.
 */
export async function startSenderAndReceiver({
  latencyMs = 50,
} = {}): Promise<SystemUnderTest & { close: () => Promise<void> }> {
  const postgres = await startPostgres();
  const senderDatabase = await freshDatabase({ on: postgres });
  const receiverDatabase = await freshDatabase({ on: postgres });
  const receiver = await startApp({
    port: await freePort(),
    env: { DATABASE_URL: receiverDatabase.url, WEBHOOK_SECRET: secret },
  });
  const webhookUrl = `${receiver.url}/api/webhooks/book-completion`;
  const services = await startOutsideServices({ webhookUrl, latencyMs, retryDelay: "1s" });
  const sender = await startApp({
    port: await freePort(),
    env: { ...services.env, DATABASE_URL: senderDatabase.url, WEBHOOK_SECRET: secret },
  });
  return {
    senderUrl: sender.url,
    receiverUrl: receiver.url,
    model: services.model,
    webhookProxy: services.webhookProxy,
    killable: [
      { name: "l’émetteur", kill: () => sender.restart(), outputAtExit: sender.lastWords },
      { name: "le récepteur", kill: () => receiver.restart(), outputAtExit: receiver.lastWords },
      { name: "Postgres", kill: () => postgres.crash() },
    ],
    async close() {
      await Promise.all([sender.close(), receiver.close(), services.close()]);
      await postgres.stop();
    },
  };
}
