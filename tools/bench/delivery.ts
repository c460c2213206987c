// Measures delivery in a process of its own, whose log goes nowhere: commit to receipt at a steady pace, and how
// fast a backlog drains beside a bare loop of signed POSTs. Answers over IPC.
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Pool } from "undici";
import { parseSecrets } from "#lib/contract/secret.ts";
import { transaction } from "#lib/database/client.ts";
import { openDatabase } from "#lib/database/open.ts";
import { startQueue, stopQueue } from "#lib/queue/boss.ts";
import { sign } from "#lib/signature.ts";
import { startDelivery } from "#lib/webhook/delivery/worker.ts";
import { publish } from "#lib/webhook/publish.ts";
import { event } from "./event.ts";
import { quantile } from "./measure.ts";
import { clock, startReceiver } from "./receiver-process.ts";

const root = path.resolve(import.meta.dirname, "../..");
const secret = "secret-de-mesure";
const pace = { perSecond: 50, seconds: 10 };
const backlog = 2000;
const concurrency = 100;

const { target, arrivalsOf, stop: stopReceiver } = await startReceiver();
Object.assign(process.env, { WEBHOOK_URL: `${target}/api/webhooks/book-completion`, WEBHOOK_SECRET: secret });

async function steady() {
  const committed = new Map<string, number>();
  const pending: Promise<void>[] = [];
  const began = performance.now();
  const count = pace.perSecond * pace.seconds;
  for (let index = 0; index < count; index++) {
    const jobId = `steady-${index}`;
    pending.push(transaction((tx) => publish(tx, event(jobId))).then(() => void committed.set(jobId, clock())));
    await sleep(Math.max(0, began + ((index + 1) * 1000) / pace.perSecond - performance.now()));
  }
  await Promise.all(pending);
  const arrivals = await arrivalsOf("steady", count);
  const delays = [...committed].map(([jobId, at]) => (arrivals.get(jobId) ?? Number.NaN) - at);
  return { p50: quantile(delays, 0.5), p99: quantile(delays, 0.99) };
}

async function drain(start: () => Promise<() => Promise<void>>) {
  for (let index = 0; index < backlog; index += 50)
    await transaction(async (tx) => {
      for (let one = index; one < index + 50; one++) await publish(tx, event(`drain-${one}`));
    });
  const began = clock();
  const stop = await start();
  const last = Math.max(...(await arrivalsOf("drain", backlog)).values());
  await stop();
  return (backlog * 1000) / (last - began);
}

async function bareLoop() {
  const [key] = parseSecrets(secret) ?? [];
  if (!key) throw new Error("secret");
  const pool = new Pool(target, { connections: concurrency });
  let next = 0;
  const began = clock();
  const post = async () => {
    for (let index = next++; index < backlog; index = next++) {
      const payload = {
        job_id: `bare-${index}`,
        status: "completed",
        timestamp: new Date().toISOString(),
        book_data: event("").bookData,
      };
      const body = Buffer.from(JSON.stringify(payload));
      const timestamp = Math.floor(Date.now() / 1000);
      const signature = sign(key, { id: `evt_${index}`, timestamp, body });
      const headers = {
        "content-type": "application/json",
        "webhook-id": `evt_${index}`,
        "webhook-signature": signature,
      };
      const answer = await pool.request({ path: "/", method: "POST", headers, body });
      await answer.body.text();
    }
  };
  await Promise.all(Array.from({ length: concurrency }, post));
  const took = clock() - began;
  await pool.close();
  return (backlog * 1000) / took;
}

const close = await openDatabase(root);
const boss = await startQueue("resident");
const stop = await startDelivery(boss);
await transaction((tx) => publish(tx, event("warm-0")));
await arrivalsOf("warm", 1);
const delays = await steady();
await stop();
await bareLoop();
const drained = await drain(() => startDelivery(boss));
const bare = await bareLoop();
process.send?.({ ...delays, drained, bare });
await stopQueue();
await close();
stopReceiver();
process.disconnect?.();
