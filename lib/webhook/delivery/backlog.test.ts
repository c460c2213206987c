import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { openTestDatabase } from "#testing/database/open.ts";
import { StillClock } from "#testing/harness/clock.ts";
import { queueDeliveries, setEnv } from "#testing/harness/delivery.ts";
import { ok, type Receiver, startReceiver, status } from "#testing/servers/receiver.ts";
import { now } from "../../clock.ts";
import { db } from "../../database/client.ts";
import { boss } from "../../queue/boss.ts";
import { startDelivery } from "./worker.ts";

const clock = new StillClock();
const minute = 60_000;
const retries = 500;
let close: () => Promise<void>;
let stop = async () => {};
let receiver: Receiver;
beforeAll(async () => {
  setEnv({ WEBHOOK_RETRY_SCHEDULE: "0s,5s,200h,200h,200h" });
  close = await openTestDatabase(clock);
});
beforeEach(async () => {
  receiver = await startReceiver();
  const at = now();
  const data = { id: "charge", url: receiver.url, environment: "development", enabled: true, updatedAt: at };
  await db().endpoint.create({ data });
});
afterEach(async () => {
  await stop();
  vi.restoreAllMocks();
  await db().event.deleteMany();
  await db().endpoint.delete({ where: { id: "charge" } });
  await receiver.close();
});
afterAll(() => close());

const count = (where: object) => db().delivery.count({ where: { endpointId: "charge", ...where } });
const throttle = (ms: number) =>
  db().endpoint.update({ where: { id: "charge" }, data: { throttledUntil: new Date(clock.now() + ms), throttles: 6 } });

async function whenNoneIsDue() {
  while ((await count({ status: "pending", nextAttemptAt: { lte: now() } })) > 0) await sleep(20);
}

/** Starts sending. @returns how many transactions have put jobs of the queue behind them */
async function start() {
  const queue = await boss();
  const completed = vi.spyOn(queue, "complete");
  stop = await startDelivery(queue);
  return () => completed.mock.calls.filter(([name]) => name === "delivery").length;
}

test("cinq cents relances d’une destination ralentie sont reportées par lots, sans passer par ses places", async () => {
  const throttledUntil = (await throttle(minute)).throttledUntil!;
  await queueDeliveries("charge", retries, 1);
  const transactions = await start();
  await whenNoneIsDue();
  expect(transactions()).toBeLessThanOrEqual(retries / 100 + 1);
  expect(receiver.requests).toEqual([]);
  expect(await count({ postponed: true })).toBe(retries);
  const first = await count({ nextAttemptAt: throttledUntil });
  expect(first).toBeGreaterThanOrEqual(10);
  expect(first).toBeLessThanOrEqual(retries / 10);
  const latest = new Date(throttledUntil.getTime() + 10 * minute);
  expect(await count({ nextAttemptAt: { gte: throttledUntil, lte: latest } })).toBe(retries);
});

test("à la fin du ralentissement quelques relances reviennent en éclaireurs ; la première réussite fait partir les autres", async () => {
  await throttle(minute);
  await queueDeliveries("charge", retries, 1);
  const transactions = await start();
  await whenNoneIsDue();
  const before = transactions();
  receiver.behave(status(503));
  await clock.setTime(clock.now() + minute);
  await receiver.received(1);
  await whenNoneIsDue();
  expect(receiver.requests.length).toBeLessThanOrEqual(10);
  expect(transactions() - before).toBeLessThanOrEqual(20);
  expect(await count({ postponed: true })).toBe(retries - receiver.requests.length);
  const refused = receiver.requests.length;
  receiver.behave(ok);
  const { throttledUntil } = await db().endpoint.findUniqueOrThrow({ where: { id: "charge" } });
  await clock.setTime(throttledUntil!.getTime());
  // As long as a busy machine may take: this test counts, it does not time.
  await receiver.received(retries, 50_000);
  expect(await count({ postponed: true })).toBe(0);
  expect(receiver.requests).toHaveLength(retries);
  await expect.poll(() => count({ status: "pending" })).toBe(refused);
});

test("ce qui est garé quand une destination ralentit est reporté d’un coup", async () => {
  receiver.behave(status(503, { "Retry-After": "3600" }));
  await queueDeliveries("charge", 100, 1);
  const transactions = await start();
  await whenNoneIsDue();
  const sent = receiver.requests.length;
  expect(sent).toBeLessThanOrEqual(12);
  expect(transactions()).toBeLessThanOrEqual(2 * sent);
  expect(await count({ postponed: true })).toBe(100 - sent);
});

test("éteinte, une destination ne garde rien : tout ce qui est dû est désactivé par lots", async () => {
  await db().endpoint.update({ where: { id: "charge" }, data: { enabled: false } });
  await queueDeliveries("charge", retries, 1);
  const transactions = await start();
  await whenNoneIsDue();
  expect(transactions()).toBeLessThanOrEqual(retries / 100 + 1);
  expect(await count({ status: "disabled" })).toBe(retries);
});
