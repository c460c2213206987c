import { expect, test } from "@playwright/test";
import { appsOfEachTest } from "#testing/app/apps.ts";
import { createBook, getJson, observe, observeUntil } from "#testing/app/jobs.ts";
import { freePort } from "#testing/machine/free-port.ts";
import { ok, startReceiver, status } from "#testing/servers/receiver.ts";
import { DeliveryList } from "../lib/contract/delivery.ts";

const start = appsOfEachTest();

test("un récepteur absent puis de retour reçoit le livre ; le job n’en sait rien", async () => {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/api/webhooks/book-completion`;
  const app = await start({
    env: { BOOK_MODEL: "demo", WEBHOOK_URL: url, WEBHOOK_RETRY_SCHEDULE: `0s${",1s".repeat(49)}` },
  });
  const job = await createBook(app.url, "le récepteur absent", 1);
  expect(await observeUntil(app.url, job, { reached: (detail) => detail.webhook.attempts >= 2 })).toBe(true);
  expect(job.last).toMatchObject({ status: "completed", progress: 100, webhook: { status: "pending" } });
  expect(app.lines().join("\n")).toContain("❌ Erreur de connexion - Frontend hors ligne");
  const receiver = await startReceiver({ port });
  try {
    expect(await observeUntil(app.url, job, { reached: (detail) => detail.webhook.status === "delivered" })).toBe(true);
    expect(receiver.requests).toHaveLength(1);
  } finally {
    await receiver.close();
  }
});

test("un récepteur qui refuse toujours : l’envoi échoue, se voit, et se renvoie à la main", async () => {
  const receiver = await startReceiver();
  receiver.behave(status(500));
  const app = await start({
    env: { BOOK_MODEL: "demo", WEBHOOK_URL: receiver.url, WEBHOOK_RETRY_SCHEDULE: "0s,200ms,200ms" },
  });
  try {
    const job = await createBook(app.url, "le récepteur en panne", 1);
    expect(await observeUntil(app.url, job, { reached: (detail) => detail.webhook.status === "failed" })).toBe(true);
    expect(job.last).toMatchObject({ status: "completed", webhook: { status: "failed", attempts: 3 } });
    const read = async () =>
      DeliveryList.parse(await getJson(`${app.url}/api/webhook/deliveries?job_id=${job.id}`)).items;
    const [delivery] = await read();
    expect(delivery).toMatchObject({
      status: "failed",
      attempts: [1, 2, 3].map(() => ({ outcome: "failed", response_status: 500 })),
    });
    receiver.behave(ok);
    const resent = await fetch(`${app.url}/api/webhook/deliveries/${delivery?.id}/resend`, { method: "POST" });
    expect(resent.ok).toBe(true);
    expect(await observeUntil(app.url, job, { reached: (detail) => detail.webhook.status === "delivered" })).toBe(true);
    const ids = new Set(receiver.requests.map(({ headers }) => headers["webhook-id"]));
    const bodies = new Set(receiver.requests.map(({ body }) => body.toString("base64")));
    expect([receiver.requests.length, ids.size, bodies.size]).toEqual([4, 1, 1]);
    await observe(app.url, job);
    expect(job.last?.status).toBe("completed");
  } finally {
    await receiver.close();
  }
});
