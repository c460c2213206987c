import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { StillClock } from "#testing/harness/clock.ts";
import {
  findDelivery,
  openDeliveryHarness,
  publishBook,
  setEnv,
  waitForDelivery,
  waitForIdleDelivery,
} from "#testing/harness/delivery.ts";
import { ok, type Receiver, startReceiver, status } from "#testing/servers/receiver.ts";
import { db } from "../../database/client.ts";
import { boss } from "../../queue/boss.ts";
import { previewResend } from "../resend/bulk-filter.ts";
import { startResend } from "../resend/bulk-resend.ts";
import { resend } from "../resend/resend.ts";
import { startResends } from "../resend/worker.ts";
import { testEndpoint } from "../test-event/test-event.ts";
import { changeEndpoint } from "./change.ts";
import { getEndpoint } from "./view.ts";

const clock = new StillClock();
const hour = 3_600_000;
const closers: (() => Promise<void>)[] = [];
let receiver: Receiver;
beforeAll(async () => {
  receiver = await startReceiver();
  setEnv({ WEBHOOK_URL: receiver.url, WEBHOOK_RETRY_SCHEDULE: "0s,1h" });
  closers.push(receiver.close, await openDeliveryHarness({ clock }), await startResends(await boss()));
});
afterAll(async () => {
  for (const close of closers.reverse()) await close();
});
beforeEach(async () => {
  await waitForIdleDelivery();
  receiver.behave(ok);
  await db().$executeRaw`TRUNCATE "Endpoint", "Event" CASCADE`;
  await getEndpoint("default");
});

const jump = (ms: number) => clock.setTime(clock.now() + ms);
const change = (settings: Parameters<typeof changeEndpoint>[1]) => changeEndpoint("default", settings);
const is = (wanted: string) => (delivery: { status: string }) => delivery.status === wanted;

async function ends(jobId: string, as: string) {
  await publishBook(jobId);
  return waitForDelivery(jobId, is(as));
}

async function resent(jobId: string) {
  await resend((await findDelivery(jobId)).id);
  await waitForDelivery(jobId, ({ status: now }) => now !== "pending");
}

/** Reads the missed deliveries as they are counted, and as the page would send them. */
async function missed() {
  const { missed: count, missed_since, enabled_at } = await getEndpoint("default");
  const period = { ...(missed_since && { since: missed_since }), ...(enabled_at && { until: enabled_at }) };
  const filter = { endpoint_id: "default", missed: true as const, ...period };
  return { filter, counts: [count, (await previewResend(filter)).total] };
}

test("ce qui a reçu le 410 et ce qui a suivi se compte, jusqu’à la reprise seulement, et tant que ce n’est pas arrivé", async () => {
  receiver.behave(status(410));
  await ends("reçoit-410", "failed");
  for (const job of ["manqué-1", "manqué-2"]) await publishBook(job);
  expect(await getEndpoint("default")).toMatchObject({
    enabled: false,
    missed: 3,
    blocked: expect.stringContaining("410"),
  });
  await jump(hour);
  receiver.behave(ok);
  await change({ enabled: true, retry_schedule: "0s" });
  await jump(1000);
  await ends("revenu", "delivered");
  receiver.behave(status(500));
  await ends("raté-ensuite", "failed");
  expect((await missed()).counts).toEqual([3, 3]);
  await resent("manqué-2");
  expect((await missed()).counts).toEqual([3, 3]);
  receiver.behave(ok);
  await resent("manqué-1");
  expect((await missed()).counts).toEqual([2, 2]);
  await startResend((await missed()).filter);
  for (const job of ["reçoit-410", "manqué-2"]) await waitForDelivery(job, is("delivered"));
  expect((await missed()).counts).toEqual([0, 0]);
  expect(await findDelivery("raté-ensuite")).toMatchObject({ status: "failed" });
});

test("après cinq jours d’échecs, tout ce qui a échoué depuis le premier est manqué", async () => {
  await change({ retry_schedule: "0s" });
  receiver.behave(status(400));
  await ends("avant", "failed");
  receiver.behave(ok);
  await ends("réussite", "delivered");
  await jump(hour);
  receiver.behave(status(500));
  for (const job of ["jour-1", "jour-3", "jour-5", "jour-6", "jour-8"]) {
    await ends(job, "failed");
    await jump(40 * hour);
  }
  await publishBook("éteint");
  expect(await getEndpoint("default")).toMatchObject({
    enabled: false,
    blocked: expect.stringContaining("qu’échouer"),
  });
  await jump(hour);
  await change({ enabled: true });
  expect((await missed()).counts).toEqual([6, 6]);
});

test("une relance due pendant la pause est manquée, même créée longtemps avant ; un test ne l’est jamais", async () => {
  await change({ retry_schedule: "0s,2h,9h" });
  receiver.behave(status(500));
  await publishBook("relance");
  await publishBook("relancée-après");
  for (const job of ["relance", "relancée-après"])
    await waitForDelivery(job, ({ attempts }) => attempts[0]?.outcome === "failed");
  await db().$executeRaw`UPDATE pgboss.job SET start_after = start_after + interval '9 h'
    WHERE id = (SELECT "queueJobId" FROM "Delivery" WHERE "jobId" = 'relancée-après')`;
  receiver.behave(ok);
  await ends("réussite", "delivered");
  await jump(hour);
  await change({ enabled: false });
  await jump(2 * hour);
  await waitForDelivery("relance", is("disabled"));
  receiver.behave(status(500));
  await testEndpoint("default");
  receiver.behave(ok);
  await jump(hour);
  await change({ enabled: true });
  expect((await missed()).counts).toEqual([1, 1]);
  await jump(9 * hour);
  await waitForDelivery("relancée-après", is("delivered"));
  expect((await missed()).counts).toEqual([1, 1]);
});

test("un 410 à un renvoi fait pendant la pause n’efface pas ce qui était déjà manqué", async () => {
  await change({ enabled: false });
  await publishBook("pendant");
  await jump(hour);
  receiver.behave(status(410));
  await resent("pendant");
  expect(await getEndpoint("default")).toMatchObject({ missed: 1, blocked: expect.stringContaining("410") });
});
