import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { openTestDatabase } from "#testing/database/open.ts";
import { publishBook, queueDeliveries, setEnv } from "#testing/harness/delivery.ts";
import { hang, type Receiver, startReceiver } from "#testing/servers/receiver.ts";
import { now } from "../../clock.ts";
import { db } from "../../database/client.ts";
import { boss } from "../../queue/boss.ts";
import { startDelivery } from "./worker.ts";

let close: () => Promise<void>;
const receivers: Receiver[] = [];
const stops: (() => Promise<void>)[] = [];
const stop = () => Promise.all(stops.splice(0).map((one) => one()));
beforeAll(async () => {
  const receiver = await receiverOf();
  setEnv({ WEBHOOK_URL: receiver.url, WEBHOOK_RETRY_SCHEDULE: "0s,10m" });
  close = await openTestDatabase();
});
afterEach(stop);
afterAll(async () => {
  await close();
  await Promise.all(receivers.map((receiver) => receiver.close()));
});

async function receiverOf() {
  const receiver = await startReceiver();
  receivers.push(receiver);
  return receiver;
}

/** An endpoint of its own, with its receiver, for failed books only: `publish` would fan out what the test times. */
async function addEndpoint(id: string, eventTypes: string[] = []) {
  const receiver = await receiverOf();
  const at = now();
  await db().endpoint.create({
    data: {
      id,
      url: receiver.url,
      environment: "development",
      enabled: true,
      eventTypes,
      createdAt: at,
      updatedAt: at,
    },
  });
  return receiver;
}

/**
 * How late books arrive, the slowest hundredth left out: in milliseconds, and in how many others were published meanwhile;
 * and the processor time that each takes. What a machine that is busy elsewhere changes most is the first.
 */
async function p99(receiver: Receiver, { name, count }: { name: string; count: number }) {
  const committed: number[] = [];
  const before = receiver.requests.length;
  const worked = process.threadCpuUsage();
  for (let index = 0; index < count; index++) {
    await publishBook(`${name}-${index}`);
    committed.push(performance.now());
    await sleep(5);
  }
  await receiver.received(before + count, 30_000);
  const { user, system } = process.threadCpuUsage(worked);
  const arrivals = receiver.requests.slice(before).map(({ body, at }) => {
    const index = Number(JSON.parse(body.toString()).job_id.split("-").at(-1));
    return { ms: at - committed[index]!, behind: committed.filter((time, nth) => nth > index && time <= at).length };
  });
  const late = (key: "ms" | "behind") =>
    arrivals.map((one) => one[key]).sort((a, b) => a - b)[Math.ceil(0.99 * count) - 1]!;
  return { ms: late("ms"), behind: late("behind"), cpuMs: (user + system) / 1000 / count };
}
type Lateness = Awaited<ReturnType<typeof p99>>;

/** What three measurements agree on. */
async function typically(receiver: Receiver, name: string) {
  const all: Lateness[] = [];
  for (let nth = 1; nth <= 3; nth++) all.push(await p99(receiver, { name: `${name} ${nth}`, count: 200 }));
  const middle = (key: keyof Lateness) => all.map((one) => one[key]).sort((a, b) => a - b)[1]!;
  return { ms: middle("ms"), behind: middle("behind"), cpuMs: middle("cpuMs") };
}

const pendingOf = (endpointId: string) =>
  db().delivery.count({ where: { endpointId, status: "pending", attempts: { none: {} } } });

/** Jobs of the queue that some process holds though no request of theirs ever left. */
async function heldWithoutAttempt() {
  const [row] = await db().$queryRaw<{ held: number }[]>`
    SELECT count(*)::int AS held FROM pgboss.job j WHERE name = 'delivery' AND state = 'active'
      AND NOT EXISTS (SELECT 1 FROM "Delivery" d JOIN "Attempt" a ON a."deliveryId" = d.id WHERE d."queueJobId" = j.id)`;
  return row?.held;
}

/**
 * What a busy machine does not change is asserted: how many others were published before one arrived, in steps of about
 * 5 ms, and the processor time of each. The milliseconds, beside a hang of 30 s, are a row of `npm run bench`.
 */
test("une adresse qui pend, mille envois en attente : les autres n’attendent pas davantage", async () => {
  const [healthy] = receivers;
  stops.push(await startDelivery(await boss(), { timeoutMs: 3000 }));
  await p99(healthy!, { name: "échauffement", count: 100 });
  const alone = await typically(healthy!, "seule");
  const hanging = await addEndpoint("pend", ["book.failed"]);
  hanging.behave(hang);
  await queueDeliveries("pend", 1000);
  await hanging.received(10);
  const beside = await typically(healthy!, "à-côté");
  expect(hanging.requests.length).toBeLessThan(60);
  const waiting = await pendingOf("pend");
  expect(waiting).toBeGreaterThan(900);
  await stop();
  expect(await heldWithoutAttempt()).toBe(0);
  await db().endpoint.update({ where: { id: "pend" }, data: { enabled: false } });
  stops.push(await startDelivery(await boss(), { timeoutMs: 3000 }));
  while ((await pendingOf("pend")) > 0) await sleep(50);
  const aloneAgain = await typically(healthy!, "seule-encore");
  const times = [alone, beside, aloneAgain].map(
    ({ ms, behind, cpuMs }) => `${ms.toFixed(1)} ms (${behind} publiés depuis, ${cpuMs.toFixed(1)} ms de processeur)`,
  );
  console.info(`p99 seule, à côté de l’adresse qui pend, seule de nouveau : ${times.join(", ")}`);
  expect(beside.behind).toBeLessThanOrEqual(1.5 * Math.max(alone.behind, aloneAgain.behind) + 2);
  expect(beside.cpuMs).toBeLessThan(1.5 * Math.max(alone.cpuMs, aloneAgain.cpuMs));
}, 120_000);

test("vingt adresses dont trois pendent : les dix-sept autres reçoivent tout", async () => {
  const names = Array.from({ length: 20 }, (_, index) => `adresse-${index}`);
  const all = await Promise.all(names.map((name) => addEndpoint(name, ["book.failed"])));
  const [hanging, healthy] = [all.slice(0, 3), all.slice(3)];
  for (const receiver of hanging) receiver.behave(hang);
  for (const name of names) await queueDeliveries(name, 50);
  stops.push(await startDelivery(await boss(), { timeoutMs: 30_000 }));
  const start = performance.now();
  await Promise.all(healthy.map((receiver) => receiver.received(50)));
  console.info(`850 envois à 17 adresses en ${Math.round(performance.now() - start)} ms, trois autres pendant`);
  expect(hanging.map(({ requests }) => requests.length)).toEqual([10, 10, 10]);
  const ids = healthy.flatMap(({ requests }) => requests.map(({ headers }) => headers["webhook-id"]));
  expect(new Set(ids).size).toBe(850);
}, 30_000);
