// Measures how late books arrive at an endpoint that is well, with and without another one beside it that takes each
// request and never answers, with 1,000 events queued. The two take turns, each longer than a hanging attempt lives.
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { db, transaction } from "#lib/database/client.ts";
import { openDatabase } from "#lib/database/open.ts";
import { startQueue, stopQueue } from "#lib/queue/boss.ts";
import { attemptTimeoutMs } from "#lib/webhook/attempt/send.ts";
import { startDelivery } from "#lib/webhook/delivery/worker.ts";
import { readConfig } from "#lib/webhook/endpoints/config.ts";
import { publish } from "#lib/webhook/publish.ts";
import { queueFor } from "#testing/harness/sending.ts";
import { event } from "./event.ts";
import { quantile } from "./measure.ts";
import { clock, startReceiver } from "./receiver-process.ts";

const queued = 1000;
const turns = 3;
const perSecond = 50;
const legMs = attemptTimeoutMs + 5000;

const { target, arrivalsOf, stop: stopReceiver } = await startReceiver();
Object.assign(process.env, { WEBHOOK_URL: `${target}/`, WEBHOOK_SECRET: "secret-de-mesure" });
const close = await openDatabase(path.resolve(import.meta.dirname, "../.."));
const boss = await startQueue("resident");
await readConfig();

/** @returns the slowest hundredth of what is published at a steady pace, in milliseconds from commit to arrival */
async function p99(kind: string, forMs = legMs): Promise<number> {
  const count = Math.round((forMs / 1000) * perSecond);
  const committed = new Map<string, number>();
  const began = performance.now();
  for (let index = 0; index < count; index++) {
    const jobId = `${kind}-${index}`;
    await transaction((tx) => publish(tx, event(jobId)));
    committed.set(jobId, clock());
    await sleep(Math.max(0, began + ((index + 1) * 1000) / perSecond - performance.now()));
  }
  const arrivals = await arrivalsOf(kind, count);
  return quantile(
    [...committed].map(([jobId, at]) => (arrivals.get(jobId) ?? Number.NaN) - at),
    0.99,
  );
}

async function beside(turn: number): Promise<number> {
  const id = `hanging-${turn}`;
  // It wants nothing of what is published meanwhile: its queue is full already.
  const wants = { eventTypes: ["book.failed"], environment: "development", enabled: true };
  await db().endpoint.create({ data: { id, url: `${target}/hang`, updatedAt: new Date(), ...wants } });
  await queueFor(id, queued);
  return p99(`beside${turn}`);
}

/** What still hangs is given up with its sender; the rest of its queue is disabled before the next turn. */
async function quieten(turn: number) {
  const endpointId = `hanging-${turn}`;
  await db().endpoint.update({ where: { id: endpointId }, data: { enabled: false } });
  const stop = await startDelivery(boss);
  while ((await db().delivery.count({ where: { endpointId, status: "pending" } })) > 0) await sleep(100);
  await stop();
}

async function sending<Result>(work: () => Promise<Result>): Promise<Result> {
  const stop = await startDelivery(boss);
  const result = await work();
  await stop();
  return result;
}

await sending(() => p99("warm", 2000));
const times: { alone: number; beside: number }[] = [];
for (let turn = 0; turn < turns; turn++) {
  const alone = await sending(() => p99(`alone${turn}`));
  times.push({ alone, beside: await sending(() => beside(turn)) });
  await quieten(turn);
}
process.send?.({ queued, hangMs: attemptTimeoutMs, times });
await stopQueue();
await close();
stopReceiver();
process.disconnect?.();
