import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { openTestDatabase } from "#testing/database/open.ts";
import { findDelivery, publishBook, setEnv, waitForDelivery } from "#testing/harness/delivery.ts";
import { freePort } from "#testing/machine/free-port.ts";
import { ok, type Receiver, startReceiver } from "#testing/servers/receiver.ts";
import { now } from "../../clock.ts";
import { db } from "../../database/client.ts";
import { startTrace } from "../../http-client/trace.ts";
import { boss } from "../../queue/boss.ts";
import { resend } from "../resend/resend.ts";
import { claim } from "./claim.ts";
import { record } from "./record.ts";
import { startDelivery } from "./worker.ts";

let close: () => Promise<void>;
let receiver: Receiver;
const stops: (() => Promise<void>)[] = [];
beforeAll(async () => {
  // It goes away and comes back.
  receiver = await startReceiver({ port: await freePort() });
  setEnv({ WEBHOOK_URL: receiver.url, WEBHOOK_RETRY_SCHEDULE: "0s,1h" });
  close = await openTestDatabase();
});
afterEach(async () => {
  await Promise.all(stops.splice(0).map((stop) => stop()));
});
afterAll(async () => {
  await close();
  await receiver.close();
});

const start = async () => stops.push(await startDelivery(await boss()));
const take = async () => (await claim(await boss(), { batchSize: 10 })).claimed;
const arrived = {
  explanation: null,
  status: 200,
  headers: {},
  body: Buffer.from("ok"),
  truncated: false,
  durationMs: 1,
  path: startTrace().end(),
  retryAfterMs: 0,
  adoption: null,
};

test("un envoi coupé par un arrêt est montré comme tel, et renvoyé sous le même identifiant", async () => {
  await publishBook("coupé");
  const [claimed] = await take();
  expect((await findDelivery("coupé")).attempts).toMatchObject([{ number: 1, outcome: "in_flight" }]);
  await expect(resend(claimed!.row.id)).rejects.toMatchObject({ code: "conflict" });
  await db()
    .$executeRaw`UPDATE pgboss.job SET state = 'created', started_on = NULL WHERE id = ${claimed!.job.id}::uuid`;
  await start();
  const delivery = await waitForDelivery("coupé", ({ status }) => status === "delivered");
  expect(delivery.attempts.map(({ outcome }) => outcome)).toEqual(["interrupted", "delivered"]);
  expect(delivery.scheduled).toBe(1);
  expect(receiver.requests.at(-1)?.headers["webhook-id"]).toBe(delivery.eventId);
});

test("qui a perdu sa prise n’écrit rien", async () => {
  await publishBook("perdu");
  const queue = await boss();
  const [lost] = await take();
  await queue.fail("delivery", lost!.job);
  const [held] = await take();
  await record(queue, [{ claimed: lost!, result: { ...arrived, finishedAt: now() } }]);
  const between = await findDelivery("perdu");
  expect(between).toMatchObject({
    status: "pending",
    attempts: [{ outcome: "interrupted" }, { outcome: "in_flight" }],
  });
  await record(queue, [{ claimed: held!, result: { ...arrived, finishedAt: now() } }]);
  expect(await findDelivery("perdu")).toMatchObject({ status: "delivered" });
});

test("ce qui est pris ensemble part dans l’ordre de son arrivée, les renvois groupés en dernier", async () => {
  const queue = await boss();
  for (const job of ["groupé-1", "groupé-2"]) await publishBook(job);
  await db().$executeRaw`
    UPDATE pgboss.job SET priority = -1, data = data || '{"resend": "failed", "bulk": true}' WHERE state = 'created'`;
  for (const job of ["neuf-1", "neuf-2"]) await publishBook(job);
  const taken = await take();
  expect(taken.map(({ event }) => event.jobId)).toEqual(["neuf-1", "neuf-2", "groupé-1", "groupé-2"]);
  await record(
    queue,
    taken.map((claimed) => ({ claimed, result: { ...arrived, finishedAt: now() } })),
  );
});

test("deux boucles sur une base : chaque livraison part une fois", async () => {
  const before = receiver.requests.length;
  const jobs = Array.from({ length: 60 }, (_, index) => `partagé-${index}`);
  await start();
  await start();
  for (const job of jobs) await publishBook(job);
  for (const job of jobs) await waitForDelivery(job, ({ status }) => status === "delivered");
  const ids = receiver.requests.slice(before).map(({ headers }) => headers["webhook-id"]);
  expect(ids).toHaveLength(60);
  expect(new Set(ids).size).toBe(60);
});

test("une livraison qui attend son prochain essai peut partir tout de suite, et l’ancienne échéance ne fait plus rien", async () => {
  await receiver.close();
  await start();
  await publishBook("impatient");
  const waiting = await waitForDelivery("impatient", ({ attempts }) => attempts[0]?.outcome === "failed");
  expect(waiting.status).toBe("pending");
  const { port } = receiver;
  receiver = await startReceiver({ port });
  const refused = Promise.withResolvers<void>();
  receiver.behave(async (...exchange) => {
    await refused.promise;
    ok(...exchange);
  });
  await resend(waiting.id);
  await expect(resend(waiting.id)).rejects.toMatchObject({ code: "conflict" });
  refused.resolve();
  const delivery = await waitForDelivery("impatient", ({ status }) => status === "delivered");
  expect(delivery).toMatchObject({ scheduled: 1, attempts: [{ trigger: "schedule" }, { trigger: "resend" }] });
  await db().$executeRaw`UPDATE pgboss.job SET start_after = ${now()} WHERE name = 'delivery' AND state = 'created'`;
  await publishBook("ensuite");
  await waitForDelivery("ensuite", ({ status }) => status === "delivered");
  expect((await findDelivery("impatient")).attempts).toHaveLength(2);
});

test("ce qui est dû pendant que l’envoi est éteint devient désactivé, et se renvoie à la main", async () => {
  await publishBook("éteint");
  await db().endpoint.updateMany({ data: { enabled: false } });
  await start();
  const disabled = await waitForDelivery("éteint", ({ status }) => status === "disabled");
  expect(disabled.attempts).toEqual([]);
  await resend(disabled.id);
  expect(await waitForDelivery("éteint", ({ status }) => status === "delivered")).toMatchObject({ scheduled: 0 });
  await db().endpoint.updateMany({ data: { enabled: true } });
});
