import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { insertDeliveries, waitForResend } from "#testing/harness/bulk-resend.ts";
import { StillClock } from "#testing/harness/clock.ts";
import { openDeliveryHarness, setEnv, waitForIdleDelivery } from "#testing/harness/delivery.ts";
import { ok, type Receiver, startReceiver, status } from "#testing/servers/receiver.ts";
import { db } from "../../database/client.ts";
import { boss } from "../../queue/boss.ts";
import { changeEndpoint } from "../endpoints/change.ts";
import { createEndpoint } from "../endpoints/create.ts";
import { deleteEndpoint } from "../endpoints/delete.ts";
import { previewResend } from "./bulk-filter.ts";
import { getResend, startResend } from "./bulk-resend.ts";
import { resend } from "./resend.ts";
import { startResends } from "./worker.ts";

const clock = new StillClock();
const hour = 3_600_000;
const closers: (() => Promise<void>)[] = [];
let receiver: Receiver;
let endpointId: string;
let stopFeeding: () => Promise<void>;
beforeAll(async () => {
  setEnv({ WEBHOOK_RETRY_SCHEDULE: "0s,1s,1s" });
  closers.push(await openDeliveryHarness({ clock }));
});
afterAll(async () => {
  for (const close of closers.reverse()) await close();
});
beforeEach(async () => {
  receiver = await startReceiver();
  endpointId = (await createEndpoint({ url: receiver.url })).row.id;
  stopFeeding = await startResends(await boss());
});
afterEach(async () => {
  await stopFeeding();
  await receiver.close();
  await waitForIdleDelivery();
  await db().delivery.deleteMany();
  await db().bulkResend.deleteMany();
  await db().endpoint.deleteMany({ where: { id: { not: "default" } } });
});

const statuses = async (of = endpointId) => {
  const groups = await db().delivery.groupBy({ by: ["status"], where: { endpointId: of }, _count: true });
  return Object.fromEntries(groups.map((group) => [group.status, group._count]));
};
const postponed = () => db().delivery.count({ where: { endpointId, postponed: true } });

test("une destination qui demande une heure la reçoit : le renvoi groupé attend, puis tout arrive", async () => {
  receiver.behave(status(429, { "Retry-After": "3600" }));
  await insertDeliveries(120, { endpointId });
  await insertDeliveries(30, { endpointId, status: "disabled" });
  const { id } = await startResend({});
  const asked = () => receiver.requests.length;
  await receiver.received(1, 30_000);
  await expect.poll(async () => (await postponed()) + asked(), { timeout: 30_000 }).toBe(150);
  await waitForIdleDelivery();
  expect(asked()).toBeLessThanOrEqual(40);
  expect(await getResend(id)).toMatchObject({ status: "running", waiting: 150, failed: 0 });
  const before = asked();
  await clock.setTime(clock.now() + hour / 2);
  await waitForIdleDelivery();
  expect(asked()).toBe(before);
  receiver.behave(ok);
  await clock.setTime(clock.now() + hour);
  expect(await waitForResend(id, (view) => view.status === "done")).toMatchObject({ delivered: 150, queued: 150 });
  expect(new Set(receiver.requests.map(({ headers }) => headers["webhook-id"])).size).toBe(150);
});

test("ce qui attend dans un renvoi groupé part tout de suite quand on le demande, et n’est que ce qu’il était s’il échoue", async () => {
  receiver.behave(status(429, { "Retry-After": "3600" }));
  await insertDeliveries(60, { endpointId });
  const { id } = await startResend({});
  await receiver.received(1, 30_000);
  await expect.poll(postponed, { timeout: 30_000 }).toBeGreaterThan(30);
  await waitForIdleDelivery();
  receiver.behave(status(500));
  const waiting = await db().delivery.findFirstOrThrow({ where: { endpointId, postponed: true } });
  await resend(waiting.id);
  const one = () => db().delivery.findUniqueOrThrow({ where: { id: waiting.id }, include: { attempts: true } });
  await expect.poll(async () => (await one()).status, { timeout: 10_000 }).toBe("failed");
  expect(await one()).toMatchObject({ httpStatus: 500, resentFrom: null, attempts: [{ trigger: "resend" }] });
  expect(await getResend(id)).toMatchObject({ failed: 1, waiting: 59 });
});

test("un renvoi groupé laisse de côté les destinations arrêtées, et l’aperçu dit combien et pourquoi", async () => {
  const paused = (await createEndpoint({ url: receiver.url })).row.id;
  const deleted = (await createEndpoint({ url: receiver.url })).row.id;
  await insertDeliveries(3, { endpointId });
  await insertDeliveries(2, { endpointId, body: null });
  await insertDeliveries(4, { endpointId: paused });
  await insertDeliveries(1, { endpointId: paused, eventType: "webhook.test" });
  await insertDeliveries(5, { endpointId: deleted });
  await deleteEndpoint(deleted);
  await changeEndpoint(paused, { enabled: false });
  expect(await previewResend({})).toMatchObject({
    total: 3,
    left_out: { blocked: 4, deleted: 5, pruned: 2, test: 1 },
  });
  const { id } = await startResend({});
  await changeEndpoint(paused, { enabled: true });
  const done = await waitForResend(id, (view) => view.status === "done");
  expect(done).toMatchObject({ total: 11, queued: 3, skipped: 8, delivered: 3 });
  expect(receiver.requests).toHaveLength(3);
  await changeEndpoint(paused, { enabled: false });
  await expect(startResend({ endpoint_id: paused })).rejects.toMatchObject({
    code: "conflict",
    message: expect.stringContaining("arrêtée"),
  });
});

test("une destination qui répond 410 en plein renvoi groupé n’en reçoit plus rien : le reste redevient ce qu’il était", async () => {
  receiver.behave(status(410));
  await insertDeliveries(100, { endpointId, status: "disabled" });
  await insertDeliveries(150, { endpointId });
  const { id } = await startResend({});
  const done = await waitForResend(id, (view) => view.status === "done");
  const sent = receiver.requests.length;
  expect(sent).toBeLessThan(100);
  expect(done).toMatchObject({ total: 250, queued: sent, failed: sent, skipped: 250 - sent, waiting: 0 });
  expect(await statuses()).toEqual({ disabled: 100, failed: 150 });
  const untouched = await db().delivery.count({ where: { endpointId, attempts: { none: {} }, bulkResendId: null } });
  expect(untouched).toBe(250 - sent);
});
