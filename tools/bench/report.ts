import { measureBook } from "./book.ts";
import type { LongBook } from "./long-book.ts";
import { measure } from "./measure.ts";
import { quantile } from "./quantile.ts";

type Variables = Record<string, string>;

/** Prints how close a book's time comes to that of the calls that can only follow each other. */
export async function reportBook() {
  const { bookSeconds, chainSeconds } = await measureBook();
  console.info(`Livre de 8 chapitres, modèle à 1 s par appel, 8 chapitres à la fois
  ${bookSeconds.toFixed(2)} s pour une chaîne incompressible de ${chainSeconds.toFixed(0)} s, rapport ${(bookSeconds / chainSeconds).toFixed(2)} (but : ≤ 1,10)`);
}

/** Prints what a book of 30 chapters and 300,000 words costs the process that writes it. */
export async function reportLongBook() {
  const { status, words, within, seconds, grownMiB, blockedMs, detailMs } = await measure<LongBook>("long-book", {});
  const longest = Object.entries(blockedMs).map(([during, ms]) => `${during} ${ms.toFixed(0)} ms`);
  console.info(`Livre de 30 chapitres et ${words} mots (${status}, ${within} chapitres à ±10 %) : ${seconds.toFixed(1)} s
  mémoire en plus : ${grownMiB.toFixed(0)} Mio (but : < 512)
  plus long travail sans céder la main, en temps de processeur : ${longest.join(", ")} (but : < 100 ms dans une étape)
  ses données, pendant ce temps : p50 ${detailMs.p50.toFixed(0)} ms, au pire ${detailMs.worst.toFixed(0)} ms`);
}

/** Prints how events are delivered on one kind of database. */
export async function reportDelivery(database: string, variables: Variables) {
  type Result = { p50: number; p99: number; drained: number; bare: number };
  const { p50, p99, drained, bare } = await measure<Result>("delivery", variables);
  console.info(`
${database}
  du commit à la réception, à 50 événements par seconde : p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms (but : p99 < 100 ms)
  arriéré écoulé : ${drained.toFixed(0)}/s, boucle nue de POST signés : ${bare.toFixed(0)}/s, rapport ${(drained / bare).toFixed(2)} (but : ≥ 0,80)`);
}

/** Prints what hanging endpoints cost the others. */
export async function reportHangingEndpoints(variables: Variables) {
  type Result = { endpoints: number; hanging: number; alone: number; beside: number };
  const { endpoints, hanging, alone, beside } = await measure<Result>("hanging-endpoints", variables);
  console.info(
    `  ${endpoints} destinations dont ${hanging} ne répondent jamais : les autres écoulent ${beside.toFixed(0)}/s, sans elles ${alone.toFixed(0)}/s, rapport ${(beside / alone).toFixed(2)}`,
  );
}

/** Prints how much later events arrive at an endpoint beside one that hangs: the median of the turns. */
export async function reportIsolation(variables: Variables) {
  type Result = { queued: number; hangMs: number; times: { alone: number; beside: number }[] };
  const { queued, hangMs, times } = await measure<Result>("isolation", variables);
  const median = (values: number[]) => quantile(values, 0.5);
  const alone = median(times.map((turn) => turn.alone));
  const beside = median(times.map((turn) => turn.beside));
  const turns = times.map((turn) => `${turn.alone.toFixed(1)} / ${turn.beside.toFixed(1)}`).join(", ");
  console.info(
    `  p99 d’une destination saine seule ${alone.toFixed(1)} ms, à côté d’une autre qui pend ${hangMs / 1000} s avec ${queued} événements en attente ${beside.toFixed(1)} ms, rapport ${(beside / alone).toFixed(2)} (but : ≤ 1,50) ; tour à tour ${turns} ms`,
  );
}

/** Prints how long it takes to send ten thousand deliveries again. */
export async function reportResend(variables: Variables) {
  type Result = { count: number; seconds: number; perSecond: number };
  const { count, seconds, perSecond } = await measure<Result>("resend", variables);
  console.info(`  renvoi groupé de ${count} livraisons : ${seconds.toFixed(1)} s, ${perSecond.toFixed(0)}/s`);
}

/** Prints how long a page of the delivery log takes. */
export async function reportDeliveryLog(variables: Variables) {
  type Times = { p50: number; p99: number };
  type Result = Times & {
    deliveries: number;
    seedSeconds: number;
    filterCount: number;
    worst: Times & { name: string };
  };
  const { deliveries, seedSeconds, filterCount, p50, p99, worst } = await measure<Result>("delivery-log", variables);
  console.info(`  journal de ${deliveries} livraisons (semé en ${seedSeconds.toFixed(0)} s), ${filterCount} filtres : p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms (but : p99 < 100 ms)
  le plus lent des filtres, « ${worst.name} » : p50 ${worst.p50.toFixed(1)} ms, p99 ${worst.p99.toFixed(1)} ms`);
}
