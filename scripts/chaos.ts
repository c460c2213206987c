// `npm run chaos -- --kills N [--seed S] [--postgres]`: kills a working Sorami N times at random moments, and counts
// what was lost, stored twice or paid twice.
import { parseArgs } from "node:util";
import { killAtRandom } from "../e2e/chaos/kills.ts";
import { newSeed } from "../e2e/chaos/random.ts";
import { openWorld } from "../e2e/chaos/world.ts";
import { freshDatabase, stopPostgres } from "../e2e/fixtures/postgres.ts";
import { build, isBuilt } from "./setup/build.ts";

const { values } = parseArgs({
  options: {
    kills: { type: "string", default: "20" },
    seed: { type: "string" },
    postgres: { type: "boolean", default: false },
  },
});
if (!isBuilt()) {
  console.info("🔨 Construction…");
  const { ok, output } = build();
  if (!ok) throw new Error(output);
}
const [kills, seed] = [Number(values.kills), newSeed(values.seed)];
const database = values.postgres ? await freshDatabase() : undefined;
const world = await openWorld({ env: database ? { DATABASE_URL: database.url } : {} });
console.info(`${kills} kill -9, base ${database ? "Postgres" : "embarquée"}, --seed ${seed}`);
const began = performance.now();
const onKill = (kill: number) => kill % 10 === 0 && console.info(`  ${kill} kills`);
const verdict = await killAtRandom(world, { kills, seed, onKill });
await world.close();
await database?.drop();
await stopPostgres();

const broken = [verdict.lost, verdict.storedTwice, verdict.paidTwice, verdict.changed].flat();
const rows = {
  "kill -9": kills,
  "livres demandés": verdict.jobs,
  "livres reçus": verdict.received,
  perdus: verdict.lost.length,
  "rangés deux fois": verdict.storedTwice.length,
  "chapitres payés deux fois après leur enregistrement": verdict.paidTwice.length,
  "événements changés en route": verdict.changed.length,
  "appels au modèle refaits, coupés par un kill": verdict.repeatedCalls,
  "envois en double reconnus par le récepteur": verdict.suppressed,
  secondes: Math.round((performance.now() - began) / 1000),
};
for (const [name, count] of Object.entries(rows)) console.info(`${String(count).padStart(6)}  ${name}`);
if (broken.length > 0) console.error(broken.join("\n"));
process.exitCode = broken.length > 0 ? 1 : 0;
