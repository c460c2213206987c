import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { insertDeliveries, waitForResend } from "#testing/harness/bulk-resend.ts";
import { openDeliveryHarness, setEnv, waitForIdleDelivery } from "#testing/harness/delivery.ts";
import { pollUntil } from "#testing/machine/poll.ts";
import { hang, ok, type Receiver, startReceiver, status } from "#testing/servers/receiver.ts";
import { ResendRequest } from "../../contract/bulk-resend.ts";
import { db } from "../../database/client.ts";
import { newId } from "../../ids.ts";
import { boss } from "../../queue/boss.ts";
import { previewResend } from "./bulk-filter.ts";
import { startResend, stopResend } from "./bulk-resend.ts";
import { resend } from "./resend.ts";
import { startResends } from "./worker.ts";

const waiting = { status: ["pending" as const] };
const hour = 3_600_000;

let close: () => Promise<void>;
let stopFeeding: () => Promise<void>;
let receiver: Receiver;
beforeAll(async () => {
  receiver = await startReceiver();
  setEnv({ WEBHOOK_URL: receiver.url, WEBHOOK_RETRY_SCHEDULE: "0s,5h,5h" });
  close = await openDeliveryHarness({ timeoutMs: 3000 });
  stopFeeding = await startResends(await boss());
});
afterAll(async () => {
  await stopFeeding();
  await close();
  await receiver.close();
});
afterEach(async () => {
  await waitForIdleDelivery();
  receiver.behave(ok);
  receiver.requests.length = 0;
  await db().delivery.deleteMany();
  await db().bulkResend.deleteMany();
  await db().endpoint.deleteMany();
});

/** Inserts deliveries that have failed once, and whose second attempt is due in this many hours. */
async function insertWaiting(count: number, { endpointId = "default", inHours = 3 } = {}) {
  const eventIds = await insertDeliveries(count, { status: "pending", endpointId });
  const where = { eventId: { in: eventIds } };
  await db().delivery.updateMany({
    where,
    data: { scheduled: 1, nextAttemptAt: new Date(Date.now() + inHours * hour), queueJobId: newId() },
  });
  return { eventIds, where, times: () => db().delivery.findMany({ where, orderBy: { id: "asc" } }) };
}

const isWaitingAgain = (before: { nextAttemptAt: Date | null }) => ({
  status: "pending",
  scheduled: 1,
  nextAttemptAt: before.nextAttemptAt,
  waitsUntil: null,
  resentFrom: null,
});

/** Tells that each waiting delivery has a queue entry that wakes it at its time. */
async function expectQueued(deliveries: { queueJobId: string | null; nextAttemptAt: Date | null }[]) {
  const entries = await db().$queryRaw<{ id: string; at: Date }[]>`
    SELECT id, start_after AS at FROM pgboss.job WHERE name = 'delivery' AND state = 'created'`;
  const times = new Map(entries.map(({ id, at }) => [id, at.getTime()]));
  for (const { queueJobId, nextAttemptAt } of deliveries)
    expect(Math.abs((times.get(queueJobId ?? "") ?? 0) - Number(nextAttemptAt))).toBeLessThan(2000);
}

test("ce qui attend part en nombre, et rien d’autre", async () => {
  const { eventIds, where } = await insertWaiting(30);
  await insertDeliveries(4);
  await insertDeliveries(3, { status: "delivered" });
  const preview = await previewResend(waiting);
  expect(preview).toMatchObject({ total: 30, by_status: { pending: 30, failed: 0, delivered: 0, disabled: 0 } });
  expect(await previewResend({})).toMatchObject({ total: 4, by_status: { pending: 0 } });
  expect(ResendRequest.parse({ status: "pending" })).toEqual(waiting);
  const { id, total } = await startResend(waiting);
  expect(total).toBe(30);
  const done = await waitForResend(id, (view) => view.status === "done" && view.waiting === 0);
  expect(done).toMatchObject({ queued: 30, skipped: 0, delivered: 30, failed: 0 });
  expect(receiver.requests.map(({ headers }) => headers["webhook-id"]).sort()).toEqual(eventIds.sort());
  expect(await db().delivery.count({ where: { ...where, status: "delivered", waitsUntil: null } })).toBe(30);
  expect(await db().attempt.groupBy({ by: ["trigger"], _count: true })).toEqual([{ trigger: "resend", _count: 30 }]);
});

test("ce qui échoue de nouveau attend la même heure qu’avant, et le renvoi se termine", async () => {
  receiver.behave(status(500));
  const { times } = await insertWaiting(5);
  const before = await times();
  const { id } = await startResend(waiting);
  const done = await waitForResend(id, (view) => view.status === "done");
  expect(done).toMatchObject({ queued: 5, waiting: 0, delivered: 0, failed: 5 });
  const after = await times();
  expect(after).toMatchObject(before.map(isWaitingAgain));
  await expectQueued(after);
});

test("un Retry-After plus long que l’attente est respecté, un plus court ne la raccourcit pas", async () => {
  receiver.behave(status(500, { "Retry-After": String(5 * 3600) }));
  const { times } = await insertWaiting(1);
  const [before] = await times();
  await resend(before!.id);
  const [after] = await pollUntil(times, ([one]) => one?.httpStatus === 500, { timeoutMs: 10_000, toMessage: String });
  expect(Number(after?.nextAttemptAt) - Date.now()).toBeGreaterThan(4.9 * hour);
  receiver.behave(status(502, { "Retry-After": "60" }));
  await resend(before!.id);
  const [again] = await pollUntil(times, ([one]) => one?.httpStatus === 502, { timeoutMs: 10_000, toMessage: String });
  expect(again?.nextAttemptAt).toEqual(after?.nextAttemptAt);
});

test("renvoyer une seule qui attend : reçue, ou elle attend la même heure", async () => {
  const { times } = await insertWaiting(2);
  const [first, second] = await times();
  receiver.behave((request, response, count) =>
    count === 1 ? status(500)(request, response, count) : ok(request, response, count),
  );
  await resend(first!.id);
  const settled = (rows: Awaited<ReturnType<typeof times>>) => rows.every(({ waitsUntil }) => waitsUntil === null);
  await pollUntil(times, settled, { timeoutMs: 10_000, toMessage: String });
  await resend(second!.id);
  const after = await pollUntil(times, ([, one]) => one?.status === "delivered", {
    timeoutMs: 10_000,
    toMessage: String,
  });
  expect(after[0]).toMatchObject(isWaitingAgain(first!));
  await expectQueued([after[0]!]);
});

test("une destination ralentie est revenue pour qui envoie ce qui l’attend ; les autres restent ralenties", async () => {
  const throttledUntil = new Date(Date.now() + 20 * hour);
  const fields = { url: receiver.url, environment: "development", updatedAt: new Date(), throttledUntil, throttles: 3 };
  await db().endpoint.createMany({
    data: [
      { ...fields, id: "revenue" },
      { ...fields, id: "autre" },
    ],
  });
  await insertWaiting(3, { endpointId: "revenue" });
  await insertWaiting(1, { endpointId: "autre" });
  const { id } = await startResend({ ...waiting, endpoint_id: "revenue" });
  await waitForResend(id, (view) => view.status === "done" && view.delivered === 3);
  expect(await db().endpoint.findUnique({ where: { id: "revenue" } })).toMatchObject({ throttledUntil: null });
  expect(await db().endpoint.findUnique({ where: { id: "autre" } })).toMatchObject({ throttledUntil, throttles: 3 });
  expect(receiver.requests).toHaveLength(3);
});

test("ce qui part déjà, ou est en route, n’est pas compté ; une destination arrêtée n’envoie rien", async () => {
  await insertWaiting(2, { inHours: -1 });
  const { where } = await insertWaiting(1);
  const { id } = await db().delivery.findFirstOrThrow({ where });
  const request = { url: receiver.url, requestHeaders: {}, startedAt: new Date() };
  await db().attempt.create({ data: { ...request, id: newId(), deliveryId: id, number: 1 } });
  expect(await previewResend(waiting)).toMatchObject({ total: 0 });
  await expect(startResend(waiting)).rejects.toMatchObject({ code: "conflict" });
  await db().attempt.deleteMany();
  await db().delivery.deleteMany();
  await insertWaiting(2);
  await db().endpoint.updateMany({ data: { enabled: false } });
  expect(await previewResend(waiting)).toMatchObject({ total: 0, left_out: { blocked: 2 } });
  await expect(startResend(waiting)).rejects.toThrow("Remettez-la en marche");
  expect(receiver.requests).toEqual([]);
});

test("arrêté, le renvoi rend à chacune l’heure qu’elle attendait", async () => {
  receiver.behave(hang);
  const { times } = await insertWaiting(60);
  const before = await times();
  const { id } = await startResend(waiting);
  await receiver.received(10);
  await pollUntil(
    () => db().delivery.count({ where: { resentFrom: "pending" } }),
    (count) => count === 60,
    { timeoutMs: 10_000, toMessage: String },
  );
  const stopped = await stopResend(id);
  expect(stopped).toMatchObject({ status: "stopped" });
  expect(stopped.queued).toBeLessThan(60);
  const after = await pollUntil(times, (rows) => rows.every(({ resentFrom }) => resentFrom === null), {
    timeoutMs: 20_000,
    toMessage: String,
  });
  expect(after).toMatchObject(before.map(isWaitingAgain));
  await expectQueued(after);
  expect(receiver.requests.length).toBe(stopped.queued);
});

test("un 429 en plein renvoi le fait revenir, puis chacune retrouve son heure ou arrive", async () => {
  const { times } = await insertWaiting(2);
  const before = await times();
  const last = before.at(-1)!;
  receiver.behave((request, response, count) => {
    if (count <= 2) return status(429)(request, response, count);
    return request.headers["webhook-id"] === last.eventId
      ? status(500)(request, response, count)
      : ok(request, response, count);
  });
  const { id } = await startResend(waiting);
  const done = await waitForResend(id, (view) => view.status === "done", 40_000);
  expect(done).toMatchObject({ queued: 2, delivered: 1, failed: 1 });
  const after = await times();
  expect(after[0]).toMatchObject({ status: "delivered", nextAttemptAt: null, waitsUntil: null });
  expect(after[1]).toMatchObject(isWaitingAgain(last));
});
