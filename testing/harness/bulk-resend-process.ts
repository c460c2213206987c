// A sender in a process of its own, which a test kills in the middle of a bulk resend. With `first` it starts the resend,
// with `then` it finishes it and sends the outcome.
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { db } from "#lib/database/client.ts";
import { openDatabase } from "#lib/database/open.ts";
import { startQueue, stopQueue } from "#lib/queue/boss.ts";
import { startDelivery } from "#lib/webhook/delivery/worker.ts";
import { readConfig } from "#lib/webhook/endpoints/config.ts";
import { getResend, listResends, startResend } from "#lib/webhook/resend/bulk-resend.ts";
import { startResends } from "#lib/webhook/resend/worker.ts";

const [, , mode, count] = process.argv;
const closeDatabase = await openDatabase(path.resolve(import.meta.dirname, "../.."));
const boss = await startQueue();
await readConfig();
if (mode === "first") {
  await db().$executeRaw`
    INSERT INTO "Event" (id, type, "jobId", body, "createdAt")
    SELECT 'evt_' || n, 'book.completed', 'job_' || n, '{}', now() - interval '1 h' FROM generate_series(1, ${Number(count)}::int) n`;
  await db().$executeRaw`
    INSERT INTO "Delivery" (id, "eventId", "endpointId", "eventType", "jobId", status, "createdAt", "updatedAt")
    SELECT ('00000000-0000-7000-8000-' || lpad(to_hex(substr(id, 5)::int), 12, '0'))::uuid, id, 'default', type, "jobId",
      'failed', "createdAt", "createdAt" FROM "Event"`;
}
const stops = [await startDelivery(boss), await startResends(boss)];
if (mode === "first") await startResend({});
const id = (await listResends()).items[0]?.id ?? "";
while ((await getResend(id)).status === "running") await sleep(50);
await Promise.all(stops.map((stop) => stop()));
const outcomes = await db().attempt.groupBy({ by: ["outcome"], _count: true });
process.send?.({
  view: await getResend(id),
  outcomes: Object.fromEntries(outcomes.map(({ outcome, _count }) => [outcome, _count])),
});
await stopQueue();
await closeDatabase();
process.disconnect?.();
