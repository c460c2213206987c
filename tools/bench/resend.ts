// Measures a bulk resend of ten thousand failed deliveries, from the request until the last has arrived.
import path from "node:path";
import { transaction } from "#lib/database/client.ts";
import { openDatabase } from "#lib/database/open.ts";
import { startQueue, stopQueue } from "#lib/queue/boss.ts";
import { startDelivery } from "#lib/webhook/delivery/worker.ts";
import { readConfig } from "#lib/webhook/endpoints/config.ts";
import { startResend } from "#lib/webhook/resend/bulk-resend.ts";
import { startResends } from "#lib/webhook/resend/worker.ts";
import { clock, startReceiver } from "./receiver-process.ts";

const count = 10_000;
const tail = `", "text": "${"Une phrase ordinaire d’un livre. ".repeat(180)}"}`;

const { target, arrivalsOf, stop: stopReceiver } = await startReceiver();
Object.assign(process.env, { WEBHOOK_URL: `${target}/`, WEBHOOK_SECRET: "secret-de-mesure" });

const close = await openDatabase(path.resolve(import.meta.dirname, "../.."));
const boss = await startQueue("resident");
await readConfig();
await transaction(async (tx) => {
  await tx.$executeRaw`
    INSERT INTO "Event" (id, type, "jobId", body, "createdAt")
    SELECT 'evt_' || n, 'book.completed', 'again-' || n, '{"job_id":"again-' || n || ${tail}, now() - interval '1 h'
    FROM generate_series(1, ${count}::int) n`;
  await tx.$executeRaw`
    INSERT INTO "Delivery" (id, "eventId", "endpointId", "eventType", "jobId", status, scheduled, "httpStatus", "createdAt", "updatedAt")
    SELECT ('00000000-0000-7000-8000-' || lpad(to_hex(substr(id, 5)::int), 12, '0'))::uuid, id, 'default', type, "jobId",
      'failed', 10, 503, "createdAt", "createdAt" FROM "Event"`;
});
const stops = [await startDelivery(boss), await startResends(boss)];
const began = clock();
await startResend({});
const last = Math.max(...(await arrivalsOf("again", count)).values());
const seconds = (last - began) / 1000;
await Promise.all(stops.map((stop) => stop()));
process.send?.({ count, seconds, perSecond: count / seconds });
await stopQueue();
await close();
stopReceiver();
process.disconnect?.();
