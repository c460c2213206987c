// Measures how late books arrive at a healthy endpoint, alone and beside one that takes each request and never answers,
// with 1,000 events queued. The two take turns, each longer than a hanging attempt lives. Runs in a process of its own.
import { setTimeout as sleep } from "node:timers/promises";
import { db } from "#lib/database/client.ts";
import { attemptTimeoutMs } from "#lib/webhook/attempt/send.ts";
import { queueDeliveries } from "#testing/harness/delivery.ts";
import { quantile } from "./quantile.ts";
import { openSender } from "./sender.ts";
import { measureDelays } from "./steady-pace.ts";

const queued = 1000;
const turns = 3;
const perSecond = 50;
const turnSeconds = (attemptTimeoutMs + 5000) / 1000;
const warmUpSeconds = 2;

const sender = await openSender("/");
const { receiver } = sender;

/** @returns the 99th percentile from commit to arrival, in milliseconds */
async function p99(prefix: string, seconds = turnSeconds): Promise<number> {
  const count = Math.round(seconds * perSecond);
  return quantile(await measureDelays(receiver, { prefix, perSecond, count }), 0.99);
}

async function p99BesideHanging(turn: number): Promise<number> {
  const id = `hanging-${turn}`;
  // Its event type keeps out what is published meanwhile: its queue is full already.
  const settings = { eventTypes: ["book.failed"], environment: "development", enabled: true };
  await db().endpoint.create({ data: { id, url: `${receiver.url}/hang`, updatedAt: new Date(), ...settings } });
  await queueDeliveries(id, queued);
  return p99(`beside${turn}`);
}

/** Disables the hanging endpoint of a turn, and waits until nothing of its queue is pending. */
async function emptyHangingQueue(turn: number) {
  const endpointId = `hanging-${turn}`;
  await db().endpoint.update({ where: { id: endpointId }, data: { enabled: false } });
  await sender.whileSending(async () => {
    while ((await db().delivery.count({ where: { endpointId, status: "pending" } })) > 0) await sleep(100);
  });
}

await sender.whileSending(() => p99("warm", warmUpSeconds));
const times: { alone: number; beside: number }[] = [];
for (let turn = 0; turn < turns; turn++) {
  const alone = await sender.whileSending(() => p99(`alone${turn}`));
  const beside = await sender.whileSending(() => p99BesideHanging(turn));
  times.push({ alone, beside });
  await emptyHangingQueue(turn);
}
await sender.finish({ queued, hangMs: attemptTimeoutMs, times });
