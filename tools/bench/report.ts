import type { LongBook } from "./long.ts";
import { measure, quantile } from "./measure.ts";

/** Prints what a book of 30 chapters and 300,000 words costs the process that writes it. */
export async function reportLong() {
  const { status, words, within, seconds, grown, waits, detailMs } = await measure<LongBook>("long", {});
  const longest = Object.entries(waits).map(([during, ms]) => `${during} ${ms.toFixed(0)} ms`);
  console.info(`Livre de 30 chapitres et ${words} mots (${status}, ${within} chapitres à ±10 %) : ${seconds.toFixed(1)} s
  mémoire en plus : ${grown.toFixed(0)} Mio (but : < 512)
  plus long travail sans céder la main, en temps de processeur : ${longest.join(", ")} (but : < 100 ms dans une étape)
  ses données, pendant ce temps : p50 ${detailMs.p50.toFixed(0)} ms, au pire ${detailMs.worst.toFixed(0)} ms`);
}

type Environment = Record<string, string>;

/** Prints how events are delivered on one kind of database. */
export async function reportDelivery(name: string, environment: Environment) {
  type Result = { p50: number; p99: number; drained: number; bare: number };
  const { p50, p99, drained, bare } = await measure<Result>("delivery", environment);
  console.info(`
${name}
  du commit à la réception, à 50 événements par seconde : p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms (but : p99 < 100 ms)
  arriéré écoulé : ${drained.toFixed(0)}/s, boucle nue de POST signés : ${bare.toFixed(0)}/s, rapport ${(drained / bare).toFixed(2)} (but : ≥ 0,80)`);
}

/** Prints what hanging endpoints cost the others. */
export async function reportHanging(environment: Environment) {
  type Result = { endpoints: number; hanging: number; alone: number; beside: number };
  const { endpoints, hanging, alone, beside } = await measure<Result>("hanging", environment);
  console.info(
    `  ${endpoints} destinations dont ${hanging} ne répondent jamais : les autres écoulent ${beside.toFixed(0)}/s, sans elles ${alone.toFixed(0)}/s, rapport ${(beside / alone).toFixed(2)}`,
  );
}

/** Prints what one that hangs costs the arrival of the others' events: of the turns, the middle one. */
export async function reportIsolation(environment: Environment) {
  type Result = { queued: number; hangMs: number; times: { alone: number; beside: number }[] };
  const { queued, hangMs, times } = await measure<Result>("isolation", environment);
  const middle = (values: number[]) => quantile(values, 0.5);
  const alone = middle(times.map((turn) => turn.alone));
  const beside = middle(times.map((turn) => turn.beside));
  const each = times.map((turn) => `${turn.alone.toFixed(1)} / ${turn.beside.toFixed(1)}`).join(", ");
  console.info(
    `  p99 d’une destination saine seule ${alone.toFixed(1)} ms, à côté d’une autre qui pend ${hangMs / 1000} s avec ${queued} événements en attente ${beside.toFixed(1)} ms, rapport ${(beside / alone).toFixed(2)} (but : ≤ 1,50) ; tour à tour ${each} ms`,
  );
}

/** Prints how long it takes to send ten thousand deliveries again. */
export async function reportResend(environment: Environment) {
  const { count, seconds, perSecond } = await measure<{ count: number; seconds: number; perSecond: number }>(
    "resend",
    environment,
  );
  console.info(`  renvoi groupé de ${count} livraisons : ${seconds.toFixed(1)} s, ${perSecond.toFixed(0)}/s`);
}

/** Prints how long a page of the delivery log takes. */
export async function reportLog(environment: Environment) {
  type Times = { p50: number; p99: number };
  type Result = Times & { deliveries: number; seeded: number; worst: Times & { name: string } };
  const { deliveries, seeded, p50, p99, worst } = await measure<Result>("log", environment);
  console.info(`  journal de ${deliveries} livraisons (semé en ${seeded.toFixed(0)} s), 18 filtres : p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms (but : p99 < 100 ms)
  le plus lent des filtres, « ${worst.name} » : p50 ${worst.p50.toFixed(1)} ms, p99 ${worst.p99.toFixed(1)} ms`);
}
