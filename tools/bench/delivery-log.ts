// Measures the pages of the delivery log at a million deliveries: each filter alone, and the slowest combinations. Runs in
// a process of its own.
import path from "node:path";
import { DeliveryQuery } from "#lib/contract/delivery.ts";
import { db } from "#lib/database/client.ts";
import { openDatabase } from "#lib/database/open.ts";
import { listDeliveries } from "#lib/webhook/log/deliveries.ts";
import { seededEndpoint, seedLog } from "#testing/database/seed-log.ts";
import { quantile } from "./quantile.ts";

const deliveries = 1_000_000;
const rounds = 20;
const pageSizes = [25, 100];
const seedTimeoutMs = 600_000;
const now = Date.now();
const daysAgo = (days: number) => new Date(now - days * 86_400_000).toISOString();
const matchesNothing = { status: "delivered", http_status: "404" };

const filters: Record<string, Record<string, string>> = {
  "sans filtre": {},
  "en échec": { status: "failed" },
  livrées: { status: "delivered" },
  "en attente ou désactivées": { status: "pending,disabled" },
  tests: { event_type: "webhook.test" },
  "livres échoués": { event_type: "book.failed" },
  "une destination": { endpoint_id: seededEndpoint(0) },
  "une destination rare et ancienne": { endpoint_id: seededEndpoint(19) },
  "410, rare et ancien": { http_status: "410" },
  "5xx": { http_status: "5xx" },
  "sans réponse": { http_status: "none" },
  "un jour du mois dernier": { since: daysAgo(40), until: daysAgo(39) },
  "un travail": { job_id: "job_seed1000" },
  "en échec sur une destination": { status: "failed", endpoint_id: seededEndpoint(3) },
  "5xx le mois dernier": { http_status: "5xx", since: daysAgo(50), until: daysAgo(40) },
  "410 cette semaine : rien": { http_status: "410", since: daysAgo(7) },
  "livrées avec 404 : rien": matchesNothing,
  "tests désactivés sans réponse : rien": { event_type: "webhook.test", status: "disabled", http_status: "none" },
};

async function measureMs(parameters: Record<string, string>, limit: number): Promise<number[]> {
  const timesMs: number[] = [];
  const query = DeliveryQuery.parse({ ...parameters, limit });
  for (let round = 0; round < rounds; round++) {
    const beganAt = performance.now();
    await listDeliveries(query);
    timesMs.push(performance.now() - beganAt);
  }
  return timesMs;
}

const closeDatabase = await openDatabase(path.resolve(import.meta.dirname, "../.."));
const beganAt = performance.now();
await db().$transaction((tx) => seedLog(tx, deliveries, new Date(now)), { timeout: seedTimeoutMs });
await db().$executeRawUnsafe("VACUUM ANALYZE");
const seedSeconds = (performance.now() - beganAt) / 1000;
// Warms up; the result is not kept.
await measureMs(matchesNothing, 1);
const results: { name: string; p50: number; p99: number }[] = [];
const allMs: number[] = [];
for (const [name, parameters] of Object.entries(filters)) {
  const timesMs: number[] = [];
  for (const limit of pageSizes) timesMs.push(...(await measureMs(parameters, limit)));
  allMs.push(...timesMs);
  results.push({ name, p50: quantile(timesMs, 0.5), p99: quantile(timesMs, 0.99) });
}
const worst = results.toSorted((a, b) => b.p99 - a.p99)[0];
const filterCount = results.length;
process.send?.({ deliveries, seedSeconds, filterCount, p50: quantile(allMs, 0.5), p99: quantile(allMs, 0.99), worst });
await closeDatabase();
process.disconnect?.();
