import { startFunctions } from "#testing/chaos/functions.ts";
import { killAtRandom } from "#testing/chaos/random-kills.ts";
import { startSenderAndReceiver } from "#testing/chaos/sender-and-receiver.ts";
import { startSingleInstance } from "#testing/chaos/single-instance.ts";
import type { Verdict } from "#testing/chaos/verdict.ts";
import { providePooler, providePostgres } from "#testing/machine/install.ts";
import { chooseSeed } from "#testing/machine/random.ts";
import { ensureBuild } from "../ensure-build.ts";

/** What differs by its numbers alone counts as one. */
function countEach(errors: string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const error of errors.map((text) => text.replace(/\d+/g, "N"))) counts.set(error, (counts.get(error) ?? 0) + 1);
  return counts;
}

function countsOf(verdict: Verdict, killsByProcess: Map<string, number>): Record<string, number> {
  const named = (label: string, counts: Iterable<[string, number]>) =>
    Object.fromEntries([...counts].map(([name, count]) => [`${label} : ${name}`, count]));
  return {
    ...named("kill -9", killsByProcess),
    "livres demandés": verdict.jobs,
    "livres reçus": verdict.received,
    "repris par une personne": verdict.takenUp.length,
    ...named("après", countEach(verdict.takenUp)),
    perdus: verdict.lost.length,
    "rangés deux fois": verdict.storedTwice.length,
    ...named("appels au modèle", Object.entries(verdict.callsByRole)),
    "refaits après l’enregistrement de la réponse": verdict.paidTwice.length,
    "refaits, tués entre le dernier octet et l’enregistrement": verdict.repeatedBeforeRecord,
    "refaits, coupés par un kill": verdict.repeatedAfterCut,
    "demandés plus de deux fois": verdict.askedThrice.length,
    "événements changés en route": verdict.changed.length,
    "requêtes vues sur le fil": verdict.webhooks,
    "événements dont une requête n’a pas de tentative au journal": verdict.unrecorded.length,
    "envois en double reconnus par le récepteur": verdict.acknowledgedAgain,
  };
}

type Where = "servers" | "embedded" | "functions";
export type Plan = { kills: number; seed: number | undefined; where: Where };

const systems = { servers: startSenderAndReceiver, embedded: startSingleInstance, functions: startFunctions };
const names = { servers: "base Postgres", embedded: "base embarquée", functions: "fonctions sans processus à demeure" };

/** Kills processes at random and prints what that did. @returns true when nothing was lost, repeated, changed or hidden */
export async function runChaos({ kills, seed = chooseSeed(), where }: Plan): Promise<boolean> {
  await ensureBuild();
  if (where !== "embedded") providePostgres();
  if (where === "functions") providePooler();
  const system = await systems[where]();
  console.info(`${kills} kill -9, ${names[where]}, --seed ${seed}`);
  const beganAt = performance.now();
  const killsByProcess = new Map<string, number>();
  const onKill = (kill: number, name: string) => {
    killsByProcess.set(name, (killsByProcess.get(name) ?? 0) + 1);
    if (kill % 10 === 0) console.info(`  ${kill} kills`);
  };
  const verdict = await killAtRandom(system, { kills, seed, booksPerKill: where === "servers" ? 3 : 1, onKill });
  await system.close();

  const counts = { ...countsOf(verdict, killsByProcess), secondes: Math.round((performance.now() - beganAt) / 1000) };
  for (const [name, count] of Object.entries(counts)) console.info(`${String(count).padStart(6)}  ${name}`);
  const { lost, storedTwice, paidTwice, changed, unrecorded, askedThrice } = verdict;
  // A process that stays asks a cut question again as often as it is killed; a function must not.
  const paidForEver = where === "functions" ? askedThrice : [];
  const broken = [lost, storedTwice, paidTwice, changed, unrecorded, paidForEver].flat();
  if (broken.length > 0) console.error(broken.join("\n"));
  return broken.length === 0;
}
