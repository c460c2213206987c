import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { findDelivery, openDeliveryHarness, publishBook, setEnv, waitForDelivery } from "#testing/harness/delivery.ts";
import { watchCpuSteal } from "#testing/machine/event-loop.ts";
import { hang, ok, type Receiver, reset, startReceiver, status } from "#testing/servers/receiver.ts";
import { db } from "../../database/client.ts";

let close: () => Promise<void>;
let receiver: Receiver;

beforeAll(async () => {
  setEnv({ WEBHOOK_RETRY_SCHEDULE: "0s,100ms,100ms" });
  close = await openDeliveryHarness({ timeoutMs: 4000 });
});
afterAll(() => close());
beforeEach(async () => {
  receiver = await startReceiver();
  setEnv({ WEBHOOK_URL: receiver.url });
});
afterEach(() => receiver.close());

test("un livre terminé arrive, avec les octets et les en-têtes promis", async () => {
  await publishBook("job-1");
  const delivery = await waitForDelivery("job-1", ({ status }) => status === "delivered");
  const [request] = receiver.requests;
  expect(request?.body.equals(Buffer.from(delivery.event.body ?? ""))).toBe(true);
  expect(Object.keys(JSON.parse(request!.body.toString()))).toEqual([
    "job_id",
    "status",
    "timestamp",
    "environment",
    "book_data",
  ]);
  expect(request?.headers).toMatchObject({
    "content-type": "application/json",
    "user-agent": "Sorami-Webhooks/0.1.0",
    "x-webhook-event": "book.completed",
    "webhook-id": delivery.eventId,
  });
  expect(request?.headers["webhook-timestamp"]).toMatch(/^\d{10}$/);
  expect(request?.headers).not.toHaveProperty("webhook-signature");
  expect(request?.headers).not.toHaveProperty("x-webhook-secret");
  expect(delivery.attempts).toMatchObject([
    { number: 1, outcome: "delivered", responseStatus: 200, trigger: "schedule" },
  ]);
  expect(Buffer.from(delivery.attempts[0]!.responseBody!).toString()).toBe('{"success": true}');
});

test("un échec est réessayé avec le même webhook-id et le même corps", async () => {
  receiver.behave((request, response, count) =>
    count < 3 ? status(503)(request, response, count) : ok(request, response, count),
  );
  await publishBook("job-2");
  const delivery = await waitForDelivery("job-2", ({ status }) => status === "delivered");
  expect(delivery.attempts.map(({ outcome }) => outcome)).toEqual(["failed", "failed", "delivered"]);
  expect(new Set(receiver.requests.map(({ headers }) => headers["webhook-id"])).size).toBe(1);
  expect(new Set(receiver.requests.map(({ body }) => body.toString())).size).toBe(1);
});

test("un récepteur éteint finit en échec après le dernier essai, raison en français", async () => {
  await receiver.close();
  await publishBook("job-3");
  const delivery = await waitForDelivery("job-3", ({ status }) => status === "failed");
  expect(delivery.attempts).toHaveLength(3);
  expect(delivery.attempts[2]).toMatchObject({
    failure: "refused",
    message: expect.stringContaining("récepteur est démarré"),
  });
  expect(delivery.nextAttemptAt).toBeNull();
});

test("une connexion coupée et un statut inattendu sont des échecs", async () => {
  receiver.behave((request, response, count) =>
    count === 1 ? reset(request, response, count) : status(302, { Location: "/ailleurs" })(request, response, count),
  );
  await publishBook("job-4");
  const delivery = await waitForDelivery("job-4", ({ status }) => status === "failed");
  expect(delivery.attempts.map(({ failure }) => failure)).toEqual(["reset", "redirect", "redirect"]);
  expect(receiver.requests.every(({ path }) => path !== "/ailleurs")).toBe(true);
});

test("une réponse qui dit l’indicible s’enregistre comme une autre, et n’arrête aucun enregistrement", async () => {
  const half = "\\ud83d";
  for (const [index, error] of [half, `${"x".repeat(199)}😀`, "\\u0000", `${half}\\u0000`].entries()) {
    receiver.behave((request, response, count) =>
      request.body.includes("indicible")
        ? void response.writeHead(400, { "Content-Type": "application/json" }).end(`{"error":"${error}"}`)
        : ok(request, response, count),
    );
    await publishBook(`indicible-${index}`);
    await publishBook(`voisin-${index}`);
    await waitForDelivery(`voisin-${index}`, ({ status }) => status === "delivered");
    const { attempts } = await waitForDelivery(`indicible-${index}`, ({ status }) => status === "failed");
    expect(attempts.map(({ failure, responseStatus }) => [failure, responseStatus])).toEqual(
      Array.from({ length: 3 }, () => ["status", 400]),
    );
    expect(attempts.every(({ message }) => message?.isWellFormed())).toBe(true);
  }
});

test("un résultat que la base refuse n’en retient aucun autre", async () => {
  const sql = [
    `CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
       BEGIN
         IF NEW.message LIKE '%irrecevable%' THEN RAISE EXCEPTION 'refusé'; END IF;
         RETURN NEW;
       END $$`,
    `CREATE TRIGGER refuse BEFORE UPDATE ON "Attempt" FOR EACH ROW EXECUTE FUNCTION refuse()`,
  ];
  for (const statement of sql) await db().$executeRawUnsafe(statement);
  receiver.behave((request, response, count) =>
    request.body.includes("refusé")
      ? void response.writeHead(400, { "Content-Type": "application/json" }).end('{"error":"irrecevable"}')
      : ok(request, response, count),
  );
  await publishBook("refusé");
  await receiver.received(1);
  for (let index = 0; index < 5; index++) await publishBook(`accepté-${index}`);
  for (let index = 0; index < 5; index++)
    await waitForDelivery(`accepté-${index}`, ({ status }) => status === "delivered");
  await db().$executeRawUnsafe(`DROP TRIGGER refuse ON "Attempt"`);
  const { attempts } = await waitForDelivery("refusé", ({ status }) => status === "failed");
  expect(attempts).toHaveLength(3);
});

test("des requêtes qui pendent ne retardent pas les autres", async () => {
  for (let index = 0; index < 6; index++) await publishBook(`prompte-${index}`);
  await waitForDelivery("prompte-5", ({ status }) => status === "delivered");
  receiver.behave((request, response, count) =>
    request.body.includes("pendue") ? hang(request, response, count) : ok(request, response, count),
  );
  for (let index = 0; index < 4; index++) await publishBook(`pendue-${index}`);
  await receiver.received(10);
  const watch = watchCpuSteal();
  const start = performance.now();
  await publishBook("job-5");
  await waitForDelivery("job-5", ({ status }) => status === "delivered");
  expect(watch.elapsedMs(start)).toBeLessThan(1000);
  watch.stop();
  const still = await waitForDelivery("pendue-0", ({ attempts }) => attempts.length === 1);
  expect(still.attempts[0]).toMatchObject({ failure: null, durationMs: null });
  const hung = await waitForDelivery("pendue-0", ({ attempts }) => attempts[0]?.failure === "timeout");
  expect(hung.attempts[0]).toMatchObject({ outcome: "failed", responseStatus: null });
  receiver.behave(ok);
  for (let index = 0; index < 4; index++) {
    await waitForDelivery(`pendue-${index}`, ({ status }) => status === "delivered");
  }
});

test("410 désactive l’envoi et arrête les essais", async () => {
  receiver.behave(status(410));
  await publishBook("job-6");
  const gone = await waitForDelivery("job-6", ({ status }) => status === "failed");
  expect(gone.attempts).toMatchObject([{ failure: "gone", responseStatus: 410 }]);
  await publishBook("job-7");
  expect(await findDelivery("job-7")).toMatchObject({ status: "disabled", attempts: [], nextAttemptAt: null });
});
