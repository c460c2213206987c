import { after } from "next/server";
import { now } from "#lib/clock.ts";
import { env } from "#lib/env.ts";
import { describeError, logger } from "#lib/logger.ts";
import { perProcess } from "#lib/per-process.ts";
import { boss } from "#lib/queue/boss.ts";
import { isDue, readQueueStates } from "#lib/queue/state.ts";

/** The shortest time between two looks of a process for entries that nobody works. */
const lookEveryMs = 10_000;
const looked = perProcess("drain.looked", () => ({ atMs: Number.NEGATIVE_INFINITY }));

async function callDrain(request: Request) {
  const url = new URL("/api/queue/drain", request.url);
  const headers = { Authorization: `Bearer ${env().CRON_SECRET}` };
  const response = await fetch(url, { method: "POST", headers, redirect: "manual" });
  await response.body?.cancel();
}

/** Calls the drain once the answer has left, where no process stays to work the queue (Vercel). */
export function triggerDrain(request: Request) {
  if (env().VERCEL) after(() => callDrain(request));
}

async function callDrainIfDue(request: Request) {
  const states = await readQueueStates(await boss());
  if (states.some((queue) => isDue(queue, now())) && !states.some(({ active }) => active)) await callDrain(request);
}

/**
 * Calls the drain likewise, when something is due that nobody works: a delivery's later attempt, for which cron may come
 * once a day only. Whatever is asked often calls it.
 */
export function triggerDrainIfDue(request: Request) {
  const last = looked.get();
  if (!env().VERCEL || performance.now() - last.atMs < lookEveryMs) return;
  last.atMs = performance.now();
  after(() =>
    callDrainIfDue(request).catch((error) => logger.error("❌ Erreur de la file d’attente", describeError(error))),
  );
}
