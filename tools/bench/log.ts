// Measures the delivery log's pages at a million deliveries: every filter alone, and the nastiest combinations.
import path from "node:path";
import { DeliveryQuery } from "#lib/contract/delivery.ts";
import { db } from "#lib/database/client.ts";
import { openDatabase } from "#lib/database/open.ts";
import { listDeliveries } from "#lib/webhook/log/deliveries.ts";
import { seededEndpoint, seedLog } from "#testing/database/seed-log.ts";
import { quantile } from "./measure.ts";

const deliveries = 1_000_000;
const rounds = 20;
const now = Date.now();
const ago = (days: number) => new Date(now - days * 86_400_000).toISOString();
const nowhere = { status: "delivered", http_status: "404" };

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
  "un jour du mois dernier": { since: ago(40), until: ago(39) },
  "un travail": { job_id: "job_seed1000" },
  "en échec sur une destination": { status: "failed", endpoint_id: seededEndpoint(3) },
  "5xx le mois dernier": { http_status: "5xx", since: ago(50), until: ago(40) },
  "410 cette semaine : rien": { http_status: "410", since: ago(7) },
  "livrées avec 404 : rien": nowhere,
  "tests désactivés sans réponse : rien": { event_type: "webhook.test", status: "disabled", http_status: "none" },
};

async function time(parameters: Record<string, string>, limit: number): Promise<number[]> {
  const times: number[] = [];
  const query = DeliveryQuery.parse({ ...parameters, limit });
  for (let round = 0; round < rounds; round++) {
    const began = performance.now();
    await listDeliveries(query);
    times.push(performance.now() - began);
  }
  return times;
}

const close = await openDatabase(path.resolve(import.meta.dirname, "../.."));
const began = performance.now();
await db().$transaction((tx) => seedLog(tx, deliveries, new Date(now)), { timeout: 600_000 });
await db().$executeRawUnsafe("VACUUM ANALYZE");
const seeded = (performance.now() - began) / 1000;
await time(nowhere, 1);
const results: { name: string; p50: number; p99: number }[] = [];
const all: number[] = [];
for (const [name, parameters] of Object.entries(filters)) {
  const times = [...(await time(parameters, 25)), ...(await time(parameters, 100))];
  all.push(...times);
  results.push({ name, p50: quantile(times, 0.5), p99: quantile(times, 0.99) });
}
const worst = results.toSorted((a, b) => b.p99 - a.p99)[0];
process.send?.({ deliveries, seeded, p50: quantile(all, 0.5), p99: quantile(all, 0.99), worst });
await close();
process.disconnect?.();
