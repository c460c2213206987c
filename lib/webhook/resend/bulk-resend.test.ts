import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { insertDeliveries, waitForResend } from "#testing/harness/bulk-resend.ts";
import { findDelivery, openDeliveryHarness, publishBook, setEnv, waitForDelivery } from "#testing/harness/delivery.ts";
import { ok, type Receiver, startReceiver, status } from "#testing/servers/receiver.ts";
import { db } from "../../database/client.ts";
import { boss } from "../../queue/boss.ts";
import { feed } from "./bulk-feed.ts";
import { previewResend } from "./bulk-filter.ts";
import { getResend, listResends, startResend, stopResend } from "./bulk-resend.ts";
import { resend } from "./resend.ts";
import { startResends } from "./worker.ts";

let close: () => Promise<void>;
let receiver: Receiver;
let stopFeeding: () => Promise<void> = async () => {};

const startFeeding = async () => {
  stopFeeding = await startResends(await boss());
};

beforeAll(async () => {
  receiver = await startReceiver();
  setEnv({ WEBHOOK_URL: receiver.url, WEBHOOK_RETRY_SCHEDULE: "0s" });
  close = await openDeliveryHarness();
});
afterAll(async () => {
  await close();
  await receiver.close();
});
afterEach(async () => {
  await stopFeeding();
  stopFeeding = async () => {};
  receiver.behave(ok);
  receiver.requests.length = 0;
  await db().delivery.deleteMany();
  await db().bulkResend.deleteMany();
});

const receivedIds = () => receiver.requests.map(({ headers }) => headers["webhook-id"]);

test("ce qui a échoué ou n’est pas parti est renvoyé une fois, avec son webhook-id ; le reste n’est pas touché", async () => {
  const failed = await insertDeliveries(260);
  const disabled = await insertDeliveries(5, { status: "disabled" });
  await insertDeliveries(3, { status: "delivered" });
  await insertDeliveries(2, { eventType: "webhook.test" });
  await insertDeliveries(4, { body: null });
  await db().endpoint.create({ data: { id: "gone", url: receiver.url, updatedAt: new Date(), deletedAt: new Date() } });
  await insertDeliveries(1, { endpointId: "gone" });
  expect(await previewResend({})).toMatchObject({ total: 265, by_status: { failed: 260, disabled: 5, delivered: 0 } });
  expect(await previewResend({ status: ["pending"] })).toMatchObject({ total: 0, oldest_at: null });
  await startFeeding();
  const { id, total } = await startResend({});
  expect(total).toBe(272);
  const later = await insertDeliveries(2);
  const done = await waitForResend(id, (view) => view.status === "done");
  expect(done).toMatchObject({ queued: 265, skipped: 7, waiting: 0, delivered: 265, failed: 0 });
  expect(receivedIds().sort()).toEqual([...failed, ...disabled].sort());
  expect(await db().delivery.count({ where: { eventId: { in: later }, status: "failed" } })).toBe(2);
  const attempts = await db().attempt.groupBy({ by: ["trigger", "number"], _count: true });
  expect(attempts).toEqual([{ trigger: "resend", number: 1, _count: 265 }]);
  expect((await listResends()).items.map((item) => item.id)).toEqual([id]);
  await expect(startResend({ endpoint_id: "gone" })).rejects.toMatchObject({ code: "conflict" });
  await expect(getResend("1")).rejects.toMatchObject({ code: "not_found" });
});

test("des renvois qui se chevauchent, nourris par plusieurs à la fois : chaque livraison part une fois", async () => {
  const failed = await insertDeliveries(600);
  await startFeeding();
  const queue = await boss();
  const views = await Promise.all([startResend({}), startResend({ status: ["failed"] })]);
  await Promise.all(views.flatMap(({ id }) => [feed(queue, id), feed(queue, id)]));
  const done = await Promise.all(views.map(({ id }) => waitForResend(id, (view) => view.status === "done")));
  expect(receivedIds().sort()).toEqual(failed.sort());
  expect(done.reduce((sum, { queued }) => sum + queued, 0)).toBe(600);
  expect(done.map(({ queued, skipped, total }) => queued + skipped === total)).toEqual([true, true]);
});

test("arrêté, il cesse de nourrir la file ; peu d’envois sont dehors à la fois, et un livre neuf passe devant", async () => {
  const [published, stopping] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  // Most is still to come when the new book does, and when it is stopped.
  receiver.behave(async (...exchange) => {
    const [, , count] = exchange;
    await published.promise;
    if (count > 600) await stopping.promise;
    ok(...exchange);
  });
  await insertDeliveries(1500);
  await startFeeding();
  const { id } = await startResend({});
  await receiver.received(10);
  const running = await getResend(id);
  expect(running.waiting).toBeLessThanOrEqual(200);
  const before = await db().delivery.findMany({ where: { status: "pending" }, select: { id: true } });
  await publishBook("neuf");
  published.resolve();
  await waitForDelivery("neuf", ({ attempts }) => attempts.length > 0);
  const stopped = await stopResend(id);
  stopping.resolve();
  expect(stopped).toMatchObject({ status: "stopped", finished_at: expect.any(String) });
  const ended = await waitForResend(id, ({ waiting }) => waiting === 0);
  expect(ended).toMatchObject({ status: "stopped", queued: stopped.queued, delivered: stopped.queued });
  expect(stopped.queued).toBeLessThan(1500);
  // It stood behind them in the queue; the first hundred had been taken out of it.
  const [own] = (await findDelivery("neuf")).attempts;
  const ahead = { deliveryId: { in: before.map(({ id }) => id) }, id: { lt: own?.id ?? "" } };
  expect(before.length - (await db().attempt.count({ where: ahead }))).toBeGreaterThan(50);
  expect(await db().delivery.count({ where: { status: "failed" } })).toBe(1500 - stopped.queued);
});

test("un travailleur arrêté en plein milieu rend sa place, et un autre finit sans rien envoyer deux fois", async () => {
  const failed = await insertDeliveries(900);
  const stopped = Promise.withResolvers<void>();
  receiver.behave(async (...exchange) => {
    if (exchange[2] > 100) await stopped.promise;
    ok(...exchange);
  });
  await startFeeding();
  const { id } = await startResend({});
  await waitForResend(id, ({ delivered }) => delivered > 0);
  await stopFeeding();
  const half = await getResend(id);
  expect(half.status).toBe("running");
  stopped.resolve();
  await startFeeding();
  await waitForResend(id, (view) => view.status === "done");
  expect(receivedIds().sort()).toEqual(failed.sort());
});

test("ce qui échoue de nouveau est compté, ce qui a changé depuis est laissé", async () => {
  receiver.behave(status(500));
  const [, changed = ""] = await insertDeliveries(3);
  const { id } = await startResend({ http_status: "none" });
  await db().delivery.updateMany({ where: { eventId: changed }, data: { updatedAt: new Date(Date.now() + 1000) } });
  await startFeeding();
  const done = await waitForResend(id, (view) => view.status === "done");
  expect(done).toMatchObject({ total: 3, queued: 2, skipped: 1, delivered: 0, failed: 2 });
  expect(receivedIds()).not.toContain(changed);
});

test("renvoyer une seule : refusé sans corps, vers une destination supprimée, et pour un test", async () => {
  await insertDeliveries(1, { body: null, jobId: "sans-corps" });
  await insertDeliveries(1, { endpointId: "gone", jobId: "supprimé" });
  await insertDeliveries(1, { eventType: "webhook.test", jobId: "un-test" });
  for (const [jobId, says] of [
    ["sans-corps", "n’est plus conservé"],
    ["supprimé", "a été supprimée"],
    ["un-test", "lancez un nouveau test"],
  ] as const) {
    const { id } = await db().delivery.findFirstOrThrow({ where: { jobId } });
    await expect(resend(id)).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining(says) });
    expect(await db().delivery.findUnique({ where: { id } })).toMatchObject({ status: "failed", queueJobId: null });
  }
});
