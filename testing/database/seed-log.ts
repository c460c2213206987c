import type { Transaction } from "#lib/database/client.ts";

const body = JSON.stringify({ job_id: "semence", status: "completed", book_data: null });

/** The endpoints of a seeded log: `default`, then `seeded-1` to `seeded-19`; few deliveries go to the last ones. */
export const seededEndpoint = (nth: number) => (nth === 0 ? "default" : `seeded-${nth}`);

/**
 * Fills the delivery log by SQL, a million in less than a minute: spread over sixty days until `until`, to twenty
 * endpoints of very unequal traffic. One delivery in fifty has failed, after three attempts, and more of the oldest; one
 * in two hundred is disabled, one in a thousand is a test. What is rarest is oldest: `410` and the endpoint `seeded-19`.
 */
export async function seedLog(client: Transaction, count: number, until: Date): Promise<void> {
  await client.$executeRaw`
    INSERT INTO "Endpoint" (id, name, url, enabled, "createdAt", "updatedAt")
    SELECT CASE nth WHEN 0 THEN 'default' ELSE 'seeded-' || nth END, 'Semé ' || nth, 'http://127.0.0.1:9/', true, now(), now()
    FROM generate_series(0, 19) nth ON CONFLICT DO NOTHING`;
  await client.$executeRaw`
    CREATE TEMPORARY TABLE seeded ON COMMIT DROP AS
    SELECT n, 'evt_seed' || n AS event, 'job_seed' || n / 2 AS job, made AS "createdAt",
      (lpad(to_hex(floor(extract(epoch FROM made) * 1000)::bigint), 12, '0') || '7' || lpad(to_hex(n % 4096), 3, '0')
        || '8' || lpad(to_hex(n), 15, '0'))::uuid AS id,
      CASE WHEN n < ${count}::int / 100 AND n % 97 = 0 THEN 'seeded-19'
           WHEN n % 5 < 3 THEN 'default' ELSE 'seeded-' || 1 + floor(18 * power((n::bigint * 7919 % 10007) / 10007.0, 3)) END AS endpoint,
      CASE WHEN n % 1000 = 7 THEN 'webhook.test' WHEN n % 30 = 3 THEN 'book.failed' ELSE 'book.completed' END AS type,
      CASE WHEN n % 50 = 1 OR (n < ${count}::int / 10 AND n % 11 = 1) THEN 'failed' WHEN n % 200 = 2 THEN 'disabled'
           WHEN n % 5000 = 4 THEN 'pending' ELSE 'delivered' END AS status
    FROM generate_series(0, ${count}::int - 1) n,
      LATERAL (SELECT date_trunc('milliseconds', ${until}::timestamptz - interval '60 days' * (1 - n::float8 / ${count}::int)) AS made) m`;
  await client.$executeRaw`
    INSERT INTO "Event" (id, type, "jobId", title, body, "createdAt")
    SELECT event, type, job, 'Livre ' || n, ${body}, "createdAt" FROM seeded`;
  await client.$executeRaw`
    INSERT INTO "Delivery" (id, "eventId", "endpointId", "eventType", "jobId", status, scheduled, "httpStatus", failure,
                            "missedAt", "createdAt", "updatedAt")
    SELECT id, event, endpoint, type, job, status::"DeliveryStatus", CASE status WHEN 'failed' THEN 3 ELSE 1 END,
      CASE status WHEN 'delivered' THEN CASE WHEN n % 9 = 0 THEN 204 ELSE 200 END
        WHEN 'failed' THEN CASE WHEN n < ${count}::int / 50 AND n % 7 = 0 THEN 410 WHEN n % 3 = 0 THEN NULL
          WHEN n % 3 = 1 THEN 500 + n % 5 ELSE 404 END END,
      CASE status WHEN 'failed' THEN 'status' END,
      CASE WHEN status IN ('failed', 'disabled') AND type <> 'webhook.test' THEN "createdAt" END, "createdAt", "createdAt"
    FROM seeded ORDER BY id`;
  await client.$executeRaw`
    INSERT INTO "Attempt" (id, "deliveryId", number, outcome, url, "requestHeaders", "responseStatus", "responseBody",
                           "durationMs", "startedAt", "finishedAt")
    SELECT gen_random_uuid(), d.id, number, (CASE d.status WHEN 'failed' THEN 'failed' ELSE 'delivered' END)::"AttemptOutcome",
      'http://127.0.0.1:9/', '{"webhook-id": "evt"}', d."httpStatus", 'ok'::bytea, 12, d."createdAt", d."createdAt"
    FROM "Delivery" d, LATERAL generate_series(1, CASE d.status WHEN 'failed' THEN 3 WHEN 'delivered' THEN 1 ELSE 0 END) number
    WHERE d.id IN (SELECT id FROM seeded)`;
}
