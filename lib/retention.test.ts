import { createHash } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { StillClock } from "#testing/harness/clock.ts";
import { openDeliveryHarness, publishBook, setEnv, waitForDelivery } from "#testing/harness/delivery.ts";
import { type Receiver, startReceiver } from "#testing/servers/receiver.ts";
import { db } from "./database/client.ts";
import { libraryPruners } from "./library/prune.ts";
import { prune } from "./retention.ts";
import { webhookPruners } from "./webhook/prune.ts";
import { resend } from "./webhook/resend/resend.ts";

const day = 86_400_000;
const many = 10_000;
const clock = new StillClock();
const pruners = [...webhookPruners, ...libraryPruners];
let close: () => Promise<void>;
let receiver: Receiver;
beforeAll(async () => {
  receiver = await startReceiver();
  setEnv({ WEBHOOK_URL: receiver.url, WEBHOOK_RETRY_SCHEDULE: "0s,1h", RETENTION_DAYS: "30" });
  close = await openDeliveryHarness({ clock });
});
afterAll(async () => {
  await close();
  await receiver.close();
  setEnv({ RETENTION_DAYS: undefined });
});

const ago = (days: number) => new Date(clock.now() - days * day);

/** Inserts events of one age, each with a delivery and an attempt, and with an inbox entry. */
async function past(
  name: string,
  { days, count, status = "delivered" }: { days: number; count: number; status?: string },
) {
  const at = ago(days);
  await db().$executeRaw`
    INSERT INTO "Event" (id, type, "jobId", title, body, "createdAt")
    SELECT ${name} || lpad(n::text, 6, '0'), 'book.completed', ${name} || n, 't', repeat('x', 500), ${at}
    FROM generate_series(1, ${count}::int) n`;
  await db().$executeRaw`
    INSERT INTO "Delivery" (id, "eventId", "endpointId", "eventType", "jobId", status, "createdAt", "updatedAt")
    SELECT gen_random_uuid(), id, 'default', type, "jobId", ${status}::"DeliveryStatus", "createdAt", "createdAt"
    FROM "Event" WHERE id LIKE ${`${name}%`}`;
  await db().$executeRaw`
    INSERT INTO "Attempt" (id, "deliveryId", number, outcome, url, "requestHeaders", "startedAt")
    SELECT (lpad(to_hex((extract(epoch FROM "createdAt") * 1000)::bigint), 12, '0') || right(replace(id::text, '-', ''), 20))::uuid,
           id, 1, 'delivered', '', '{}', "createdAt" FROM "Delivery" WHERE "eventId" LIKE ${`${name}%`}`;
}

const received = (name: string, { days, processed }: { days: number; processed: boolean }) =>
  db().inboxEntry.create({
    data: {
      id: crypto.randomUUID(),
      dedupeKey: createHash("sha256").update(name).digest("hex"),
      jobId: name,
      status: "completed",
      body: "{}",
      bodyBytes: 2,
      bodyHash: name,
      verification: "none",
      receivedAt: ago(days),
      processedAt: processed ? ago(days) : null,
    },
  });

const bodies = (name: string) => db().event.count({ where: { id: { startsWith: name }, body: { not: null } } });
const attempts = (name: string) => db().attempt.count({ where: { delivery: { eventId: { startsWith: name } } } });

test("les corps et les essais anciens s’en vont, le journal reste, ce qui attend n’est pas touché, et les envois n’attendent pas", async () => {
  await publishBook("sert-à-créer-l’adresse");
  await past("ancien", { days: 31, count: many });
  await past("attend", { days: 40, count: 10, status: "pending" });
  await past("récent", { days: 29, count: 500 });
  await received("traité", { days: 31, processed: true });
  await received("en-erreur", { days: 31, processed: false });
  await received("frais", { days: 3, processed: true });

  const began = performance.now();
  let pruning = true;
  let pages = 0;
  const counted = pruners.map(({ name, prunePage }) => ({
    name,
    prunePage: (...page: Parameters<typeof prunePage>) => {
      pages += 1;
      return prunePage(...page);
    },
  }));
  const done = Promise.all([prune(counted), prune(counted)]).finally(() => {
    pruning = false;
  });
  const waits: { ms: number; pages: number }[] = [];
  while (pruning) {
    const jobId = `pendant-${waits.length}`;
    const start = performance.now();
    const before = pages;
    await publishBook(jobId);
    await waitForDelivery(jobId, ({ status }) => status === "delivered");
    waits.push({ ms: performance.now() - start, pages: pages - before });
  }
  await done;
  const took = performance.now() - began;
  const slowest = Math.max(...waits.map(({ ms }) => ms));
  const longest = Math.max(...waits.map((wait) => wait.pages));
  console.info(
    `${waits.length} envois pendant ${took.toFixed(0)} ms et ${pages} pages de ménage, le plus lent en ${slowest.toFixed(0)} ms et ${longest} pages`,
  );
  expect(waits.length).toBeGreaterThan(3);
  expect(longest).toBeLessThan(Math.min(75, pages / 3));

  expect([await bodies("ancien"), await attempts("ancien")]).toEqual([0, 0]);
  expect(await db().delivery.count({ where: { eventId: { startsWith: "ancien" }, status: "delivered" } })).toBe(many);
  expect([await bodies("attend"), await attempts("attend")]).toEqual([10, 10]);
  expect([await bodies("récent"), await attempts("récent")]).toEqual([500, 500]);
  const inbox = await db().inboxEntry.findMany({ orderBy: { jobId: "asc" } });
  expect(inbox.map(({ jobId, body }) => [jobId, body])).toEqual([
    ["en-erreur", "{}"],
    ["frais", "{}"],
    ["traité", null],
  ]);
}, 60_000);

test("ce qui n’a plus de corps ne se renvoie plus, et le dit", async () => {
  const { id } = await db().delivery.findFirstOrThrow({ where: { eventId: { startsWith: "ancien" } } });
  await expect(resend(id)).rejects.toMatchObject({
    code: "conflict",
    message: expect.stringContaining("n’est plus conservé"),
  });
  expect(await db().delivery.findUniqueOrThrow({ where: { id } })).toMatchObject({ status: "delivered" });
});

test("le ménage passe une fois par heure, et revient un jour plus tard sur ce qui attendait", async () => {
  await db().delivery.updateMany({ where: { eventId: { startsWith: "attend" } }, data: { status: "failed" } });
  await past("ancien-de-plus", { days: 35, count: 3 });
  await prune(pruners);
  expect(await bodies("attend")).toBe(10);
  await clock.setTime(clock.now() + 25 * 3_600_000);
  await prune(pruners);
  expect([await bodies("attend"), await attempts("attend"), await bodies("ancien-de-plus")]).toEqual([0, 0, 0]);
});
