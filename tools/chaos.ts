// `npm run chaos -- --kills N [--seed S] [--embedded]`: kills at random moments, N times, and counts what was lost,
// stored twice, paid twice or sent unseen. A sender and a receiver share a Postgres server, under load, and any of the
// three may die; with --embedded, one Sorami sends to itself.
import { parseArgs } from "node:util";
import { killAtRandom } from "#testing/chaos/kills.ts";
import { openPair } from "#testing/chaos/pair.ts";
import { newSeed } from "#testing/chaos/random.ts";
import { openWorld } from "#testing/chaos/world.ts";
import { providePostgres } from "#testing/machine/install.ts";
import { build, isBuilt } from "../scripts/setup/build.ts";

const { values } = parseArgs({
  options: {
    kills: { type: "string", default: "20" },
    seed: { type: "string" },
    embedded: { type: "boolean", default: false },
  },
});
if (!isBuilt()) {
  console.info("🔨 Construction…");
  const { ok, output } = build();
  if (!ok) throw new Error(output);
}
if (!values.embedded) providePostgres();
const [kills, seed] = [Number(values.kills), newSeed(values.seed)];
const siege = values.embedded ? await openWorld() : await openPair();
console.info(`${kills} kill -9, base ${values.embedded ? "embarquée" : "Postgres"}, --seed ${seed}`);
const began = performance.now();
const deaths = new Map<string, number>();
const onKill = (kill: number, victim: string) => {
  deaths.set(victim, (deaths.get(victim) ?? 0) + 1);
  if (kill % 10 === 0) console.info(`  ${kill} kills`);
};
const verdict = await killAtRandom(siege, { kills, seed, books: values.embedded ? 1 : 3, onKill });
await siege.close();

const { lost, storedTwice, paidTwice, changed, unrecorded } = verdict;
const broken = [lost, storedTwice, paidTwice, changed, unrecorded].flat();
const rows = {
  ...Object.fromEntries([...deaths].map(([victim, count]) => [`kill -9 : ${victim}`, count])),
  "livres demandés": verdict.jobs,
  "livres reçus": verdict.received,
  perdus: lost.length,
  "rangés deux fois": storedTwice.length,
  ...Object.fromEntries(Object.entries(verdict.calls).map(([role, count]) => [`appels au modèle : ${role}`, count])),
  "refaits après l’enregistrement de la réponse": paidTwice.length,
  "refaits, tués entre le dernier octet et l’enregistrement": verdict.paidInGap,
  "refaits, coupés par un kill": verdict.cutCalls,
  "événements changés en route": changed.length,
  "requêtes vues sur le fil": verdict.requests,
  "événements dont une requête n’a pas de tentative au journal": unrecorded.length,
  "envois en double reconnus par le récepteur": verdict.suppressed,
  secondes: Math.round((performance.now() - began) / 1000),
};
for (const [name, count] of Object.entries(rows)) console.info(`${String(count).padStart(6)}  ${name}`);
if (broken.length > 0) console.error(broken.join("\n"));
process.exitCode = broken.length > 0 ? 1 : 0;
