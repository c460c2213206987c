import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { insertDeliveries, waitForResend } from "#testing/harness/bulk-resend.ts";
import { openDeliveryHarness, setEnv, waitForIdleDelivery } from "#testing/harness/delivery.ts";
import { hang, ok, type Receiver, startReceiver } from "#testing/servers/receiver.ts";
import { db } from "../../database/client.ts";
import { boss } from "../../queue/boss.ts";
import { createEndpoint } from "../endpoints/create.ts";
import { getResend, startResend, stopResend } from "./bulk-resend.ts";
import { startResends } from "./worker.ts";

const closers: (() => Promise<void>)[] = [];
const receivers: Receiver[] = [];
let stopFeeding: () => Promise<void>;
beforeAll(async () => {
  setEnv({ WEBHOOK_RETRY_SCHEDULE: "0s" });
  closers.push(await openDeliveryHarness());
});
afterAll(async () => {
  for (const close of closers.reverse()) await close();
});
beforeEach(async () => {
  stopFeeding = await startResends(await boss());
});
afterEach(async () => {
  await stopFeeding();
  // What hangs is cut off, and what was to follow is refused.
  for (const receiver of receivers.splice(0)) await receiver.close();
  await waitForIdleDelivery();
  await db().delivery.deleteMany();
  await db().bulkResend.deleteMany();
});

async function add(behaviour = ok) {
  const receiver = await startReceiver();
  receivers.push(receiver);
  receiver.behave(behaviour);
  const { row } = await createEndpoint({ url: receiver.url });
  return { id: row.id, receiver };
}

const statuses = async (endpointId: string) => {
  const groups = await db().delivery.groupBy({ by: ["status"], where: { endpointId }, _count: true });
  return Object.fromEntries(groups.map(({ status, _count }) => [status, _count]));
};

test("dans un renvoi groupé, une destination qui pend ne retient que ce qui est pour elle", async () => {
  const hanging = await add(hang);
  const healthy = await add();
  await insertDeliveries(260, { endpointId: healthy.id });
  await insertDeliveries(300, { endpointId: hanging.id });
  const { id } = await startResend({});
  await healthy.receiver.received(260, 30_000);
  const view = await waitForResend(id, ({ delivered }) => delivered === 260);
  expect(view).toMatchObject({ status: "running", total: 560, failed: 0 });
  expect(await statuses(hanging.id)).toEqual({ pending: 200, failed: 100 });
});

test("arrêté, un renvoi groupé reprend ce qui attend encore : chaque livraison redevient ce qu’elle était", async () => {
  const { id: endpointId, receiver } = await add(hang);
  await insertDeliveries(150, { endpointId });
  await insertDeliveries(30, { endpointId, status: "disabled" });
  await insertDeliveries(20, { endpointId, status: "delivered" });
  const { id } = await startResend({ status: ["failed", "disabled", "delivered"] });
  await waitForResend(id, ({ waiting }) => waiting === 200);
  await receiver.received(10);
  await sleep(100);
  const out = receiver.requests.length;
  const stopped = await stopResend(id);
  expect(stopped).toMatchObject({ status: "stopped", total: 200, queued: out, waiting: out, failed: 0, delivered: 0 });
  // The newest had left: they were delivered before.
  expect(await statuses(endpointId)).toEqual({ pending: out, delivered: 20 - out, disabled: 30, failed: 150 });
  await receiver.close();
  await waitForIdleDelivery();
  expect(receiver.requests).toHaveLength(out);
  expect(await getResend(id)).toMatchObject({ queued: out, waiting: 0, delivered: out, failed: 0 });
  expect(await statuses(endpointId)).toEqual({ delivered: 20, disabled: 30, failed: 150 });
  const again = await startResend({});
  expect(again.total).toBe(180);
});

test("arrêté en plein envoi, ce qui est compté est exactement ce qui est parti", async () => {
  const { id: endpointId, receiver } = await add((...exchange) => sleep(5).then(() => ok(...exchange)));
  await insertDeliveries(900, { endpointId });
  const { id } = await startResend({});
  await receiver.received(150, 30_000);
  const { queued } = await stopResend(id);
  const ended = await waitForResend(id, ({ waiting }) => waiting === 0);
  await waitForIdleDelivery();
  expect(ended).toMatchObject({ status: "stopped", queued, delivered: queued, failed: 0 });
  expect(new Set(receiver.requests.map(({ headers }) => headers["webhook-id"])).size).toBe(queued);
  expect(receiver.requests).toHaveLength(queued);
  expect(await statuses(endpointId)).toEqual({ delivered: queued, failed: 900 - queued });
});

test("de cinq renvois groupés à la fois, quatre vers des destinations qui pendent, le cinquième finit", async () => {
  for (let nth = 0; nth < 4; nth++) {
    const { id, receiver } = await add(hang);
    await insertDeliveries(60, { endpointId: id });
    await startResend({ endpoint_id: id });
    await receiver.received(1);
  }
  const healthy = await add();
  await insertDeliveries(300, { endpointId: healthy.id });
  const { id } = await startResend({ endpoint_id: healthy.id });
  expect(await waitForResend(id, ({ status }) => status === "done", 15_000)).toMatchObject({
    delivered: 300,
    skipped: 0,
  });
});
