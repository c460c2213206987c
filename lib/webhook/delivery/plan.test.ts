import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { StillClock } from "#testing/harness/clock.ts";
import { findDelivery, openDeliveryHarness, publishBook, setEnv, waitForDelivery } from "#testing/harness/delivery.ts";
import { type Receiver, startReceiver, status } from "#testing/servers/receiver.ts";
import { env } from "../../env.ts";
import { resend } from "../resend/resend.ts";
import { plan } from "./plan.ts";

const clock = new StillClock();
let close: () => Promise<void>;
let receiver: Receiver;
beforeAll(async () => {
  receiver = await startReceiver();
  setEnv({ WEBHOOK_URL: receiver.url, WEBHOOK_RETRY_SCHEDULE: undefined });
  close = await openDeliveryHarness({ clock });
});
afterAll(async () => {
  await close();
  await receiver.close();
});

const waiting = (count: number) => (delivery: Awaited<ReturnType<typeof findDelivery>>) =>
  delivery.scheduled === count && delivery.attempts.length === count;

test("le calendrier réel : dix essais sur trois jours, chacun dans ±20 % de son délai, puis l’échec, puis un renvoi", async () => {
  receiver.behave(status(503));
  const schedule = env().WEBHOOK_RETRY_SCHEDULE;
  expect(schedule.reduce((sum, delay) => sum + delay)).toBe(((75 * 60 + 35) * 60 + 5) * 1000);
  await publishBook("longue-attente");
  for (let attempt = 1; attempt < schedule.length; attempt++) {
    const delivery = await waitForDelivery("longue-attente", waiting(attempt));
    const wait = delivery.nextAttemptAt!.getTime() - delivery.attempts.at(-1)!.finishedAt!.getTime();
    expect(wait / schedule[attempt]!).toBeGreaterThanOrEqual(0.79);
    expect(wait / schedule[attempt]!).toBeLessThanOrEqual(1.21);
    if (attempt === 4) {
      await clock.setTime(delivery.nextAttemptAt!.getTime() - 1000);
      await sleep(600);
      expect((await findDelivery("longue-attente")).attempts).toHaveLength(attempt);
    }
    await clock.setTime(delivery.nextAttemptAt!);
  }
  const failed = await waitForDelivery("longue-attente", ({ status }) => status === "failed");
  expect(failed).toMatchObject({ nextAttemptAt: null, scheduled: 10 });
  expect(receiver.requests).toHaveLength(10);
  expect(new Set(receiver.requests.map(({ headers }) => headers["webhook-id"])).size).toBe(1);
  expect(new Set(receiver.requests.map(({ headers }) => headers["webhook-timestamp"])).size).toBe(10);

  receiver.behave(status(204));
  await resend(failed.id);
  const resent = await waitForDelivery("longue-attente", ({ status }) => status === "delivered");
  expect(resent.attempts.at(-1)).toMatchObject({
    number: 11,
    trigger: "resend",
    outcome: "delivered",
    responseStatus: 204,
  });
});

test.each([
  ["en secondes", () => "3600"],
  ["en date", () => new Date(clock.now() + 3_600_000).toUTCString()],
])("Retry-After %s est un plancher de l’attente", async (name, header) => {
  receiver.behave(status(429, { "Retry-After": header() }));
  await publishBook(name);
  const delivery = await waitForDelivery(name, waiting(1));
  const wait = delivery.nextAttemptAt!.getTime() - delivery.attempts[0]!.finishedAt!.getTime();
  expect(wait).toBeGreaterThanOrEqual(3_598_000);
  expect(wait).toBeLessThanOrEqual(3_600_000);
});

test("ce qui suit un essai", () => {
  const schedule = [0, 1000, 1000];
  const failed = { scheduled: 0, failure: "status", retryAfterMs: 0 };
  expect(plan({ ...failed, failure: null }, schedule)).toEqual({ status: "delivered", scheduled: 1, nextInMs: null });
  expect(plan({ ...failed, retryAfterMs: 5000 }, schedule)).toEqual({
    status: "pending",
    scheduled: 1,
    nextInMs: 5000,
  });
  expect(plan({ ...failed, scheduled: 2 }, schedule)).toEqual({ status: "failed", scheduled: 3, nextInMs: null });
  expect(plan({ ...failed, failure: "gone" }, schedule)).toMatchObject({ status: "failed", nextInMs: null });
  expect(plan({ ...failed, resend: "pending" }, schedule)).toMatchObject({ status: "pending", scheduled: 0 });
  expect(plan({ ...failed, resend: "failed" }, schedule)).toMatchObject({ status: "failed", nextInMs: null });
  expect(plan({ ...failed, resend: "disabled" }, schedule)).toMatchObject({ status: "failed", nextInMs: null });
  expect(plan({ ...failed, resend: "delivered" }, schedule)).toMatchObject({ status: "delivered", nextInMs: null });
});
