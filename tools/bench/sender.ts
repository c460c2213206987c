import path from "node:path";
import { transaction } from "#lib/database/client.ts";
import { openDatabase } from "#lib/database/open.ts";
import { startQueue, stopQueue } from "#lib/queue/boss.ts";
import { startDelivery } from "#lib/webhook/delivery/worker.ts";
import { readConfig } from "#lib/webhook/endpoints/config.ts";
import { publish } from "#lib/webhook/publish.ts";
import { completedBook } from "./completed-book.ts";
import { startReceiver } from "./receiver.ts";

export const secret = "secret-de-mesure";

/** Opens a database, the queue and a receiver in this process. Nothing is sent until `whileSending`. */
export async function openSender(webhookPath: string) {
  const receiver = await startReceiver();
  Object.assign(process.env, { WEBHOOK_URL: `${receiver.url}${webhookPath}`, WEBHOOK_SECRET: secret });
  const closeDatabase = await openDatabase(path.resolve(import.meta.dirname, "../.."));
  const boss = await startQueue("resident");
  await readConfig();
  return {
    receiver,
    boss,
    /** Runs the delivery loop during some work. */
    async whileSending<Result>(work: () => Promise<Result>): Promise<Result> {
      const stop = await startDelivery(boss);
      const result = await work();
      await stop();
      return result;
    },
    /** Sends the result of the measure to the parent process and closes everything. */
    async finish(result: object) {
      process.send?.(result);
      await stopQueue();
      await closeDatabase();
      receiver.stop();
      process.disconnect?.();
    },
  };
}

/** Publishes books whose job ids are `prefix-0` and so on, `perTransaction` at a time. */
export async function publishBooks(prefix: string, count: number, perTransaction: number): Promise<void> {
  for (let first = 0; first < count; first += perTransaction)
    await transaction(async (tx) => {
      for (let index = first; index < first + perTransaction; index++)
        await publish(tx, completedBook(`${prefix}-${index}`));
    });
}
