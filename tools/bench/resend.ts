// Measures a bulk resend of ten thousand failed deliveries, from the request until the last has arrived. Runs in a process
// of its own.
import { transaction } from "#lib/database/client.ts";
import { startResend } from "#lib/webhook/resend/bulk-resend.ts";
import { startResends } from "#lib/webhook/resend/worker.ts";
import { monotonicMs } from "./receiver.ts";
import { openSender } from "./sender.ts";

const count = 10_000;
const endOfBody = `", "text": "${"Une phrase ordinaire d’un livre. ".repeat(180)}"}`;

const sender = await openSender("/");
await transaction(async (tx) => {
  await tx.$executeRaw`
    INSERT INTO "Event" (id, type, "jobId", body, "createdAt")
    SELECT 'evt_' || n, 'book.completed', 'again-' || n, '{"job_id":"again-' || n || ${endOfBody}, now() - interval '1 h'
    FROM generate_series(1, ${count}::int) n`;
  await tx.$executeRaw`
    INSERT INTO "Delivery" (id, "eventId", "endpointId", "eventType", "jobId", status, scheduled, "httpStatus", "createdAt", "updatedAt")
    SELECT ('00000000-0000-7000-8000-' || lpad(to_hex(substr(id, 5)::int), 12, '0'))::uuid, id, 'default', type, "jobId",
      'failed', 10, 503, "createdAt", "createdAt" FROM "Event"`;
});
const seconds = await sender.whileSending(async () => {
  const stopResends = await startResends(sender.boss);
  const beganAt = monotonicMs();
  await startResend({});
  const lastAt = Math.max(...(await sender.receiver.arrivals("again", count)).values());
  await stopResends();
  return (lastAt - beganAt) / 1000;
});
await sender.finish({ count, seconds, perSecond: count / seconds });
