// Measures how fast the healthy ones of twenty endpoints get a backlog, with three others that never answer and without.
import path from "node:path";
import { db, transaction } from "#lib/database/client.ts";
import { openDatabase } from "#lib/database/open.ts";
import { startQueue, stopQueue } from "#lib/queue/boss.ts";
import { startDelivery } from "#lib/webhook/delivery/worker.ts";
import { readConfig } from "#lib/webhook/endpoints/config.ts";
import { publish } from "#lib/webhook/publish.ts";
import { event } from "./event.ts";
import { clock, startReceiver } from "./receiver-process.ts";

const endpoints = 20;
const hanging = 3;
const events = 200;
const healthy = endpoints - hanging;

const { target, arrivalsOf, stop: stopReceiver } = await startReceiver();
Object.assign(process.env, { WEBHOOK_URL: `${target}/?0`, WEBHOOK_SECRET: "secret-de-mesure" });

const close = await openDatabase(path.resolve(import.meta.dirname, "../.."));
const boss = await startQueue("resident");
await readConfig();
const add = async (names: string[], url: (name: string) => string) => {
  const updatedAt = new Date();
  const data = names.map((id) => ({ id, url: url(id), environment: "development", enabled: true, updatedAt }));
  await db().endpoint.createMany({ data });
};

/** @returns deliveries per second to the healthy endpoints */
async function drain(kind: string): Promise<number> {
  for (let index = 0; index < events; index += 10)
    await transaction(async (tx) => {
      for (let one = index; one < index + 10; one++) await publish(tx, event(`${kind}-${one}`));
    });
  const began = clock();
  const stop = await startDelivery(boss);
  const last = Math.max(...(await arrivalsOf(kind, events * healthy)).values());
  await stop();
  return (events * healthy * 1000) / (last - began);
}

const others = Array.from({ length: endpoints - 1 }, (_, index) => `measured-${index + 1}`);
await add(others.slice(0, healthy - 1), (id) => `${target}/?${id}`);
await drain("warm");
const alone = await drain("alone");
await add(others.slice(healthy - 1), () => `${target}/hang`);
const beside = await drain("beside");
process.send?.({ endpoints, hanging, alone, beside });
await stopQueue();
await close();
stopReceiver();
process.disconnect?.();
