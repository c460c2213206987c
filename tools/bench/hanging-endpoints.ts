// Measures how fast the healthy ones of twenty endpoints get a backlog, without and with three others that never answer.
// Runs in a process of its own.
import { db } from "#lib/database/client.ts";
import { monotonicMs } from "./receiver.ts";
import { openSender, publishBooks } from "./sender.ts";

const endpoints = 20;
const hanging = 3;
const healthy = endpoints - hanging;
const events = 200;

const sender = await openSender("/?0");
const { receiver } = sender;

async function addEndpoints(ids: string[], urlOf: (id: string) => string) {
  const updatedAt = new Date();
  const data = ids.map((id) => ({ id, url: urlOf(id), environment: "development", enabled: true, updatedAt }));
  await db().endpoint.createMany({ data });
}

/** @returns deliveries to the healthy endpoints, per second */
async function drainedPerSecond(prefix: string): Promise<number> {
  await publishBooks(prefix, events, 10);
  const beganAt = monotonicMs();
  const lastAt = await sender.whileSending(async () =>
    Math.max(...(await receiver.arrivals(prefix, events * healthy)).values()),
  );
  return (events * healthy * 1000) / (lastAt - beganAt);
}

const ids = Array.from({ length: endpoints - 1 }, (_, index) => `measured-${index + 1}`);
await addEndpoints(ids.slice(0, healthy - 1), (id) => `${receiver.url}/?${id}`);
await drainedPerSecond("warm");
const alone = await drainedPerSecond("alone");
await addEndpoints(ids.slice(healthy - 1), () => `${receiver.url}/hang`);
const beside = await drainedPerSecond("beside");
await sender.finish({ endpoints, hanging, alone, beside });
