// `npm run bench`: the three speeds that matter, each beside what bounds it, in one run on one machine.
import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { freshDatabase, stopPostgres } from "../e2e/fixtures/postgres.ts";
import { measureBook } from "./bench/book.ts";
import { build, isBuilt } from "./setup/build.ts";
import { findPostgres } from "./setup/postgres.ts";

async function measureDelivery(environment: Record<string, string>) {
  const dataDir = mkdtempSync(path.join(tmpdir(), "sorami-bench-"));
  const child = fork(path.join(import.meta.dirname, "bench/delivery.ts"), {
    env: { ...process.env, ...environment, DATA_DIR: dataDir, NODE_ENV: "production" },
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const [result] = await Promise.race([
    once(child, "message"),
    once(child, "exit").then(([code]) => Promise.reject(new Error(`la mesure s’est arrêtée (${code})`))),
  ]);
  await once(child, "exit");
  rmSync(dataDir, { recursive: true, force: true });
  return result as { p50: number; p99: number; drained: number; bare: number };
}

async function report(name: string, environment: Record<string, string>) {
  const { p50, p99, drained, bare } = await measureDelivery(environment);
  console.info(`
${name}
  du commit à la réception, à 50 événements par seconde : p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms (but : p99 < 100 ms)
  arriéré écoulé : ${drained.toFixed(0)}/s, boucle nue de POST signés : ${bare.toFixed(0)}/s, rapport ${(drained / bare).toFixed(2)} (but : ≥ 0,80)`);
}

if (!isBuilt()) {
  console.info("🔨 Construction…");
  const { ok, output } = build();
  if (!ok) throw new Error(output);
}
const { wall, chain } = await measureBook();
console.info(`Livre de 8 chapitres, modèle à 1 s par appel, 8 chapitres à la fois
  ${wall.toFixed(2)} s pour une chaîne incompressible de ${chain.toFixed(0)} s, rapport ${(wall / chain).toFixed(2)} (but : ≤ 1,10)`);
await report("Base embarquée", { DATABASE_URL: "" });
if (process.env.TEST_DATABASE_URL || findPostgres()) {
  const database = await freshDatabase();
  await report("Serveur Postgres", { DATABASE_URL: database.url });
  await database.drop();
  await stopPostgres();
} else console.info("\nServeur Postgres : non mesuré, aucun sur cette machine (TEST_DATABASE_URL pour en donner un).");
