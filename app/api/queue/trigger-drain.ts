import { after } from "next/server";
import { env } from "#lib/env.ts";

/** Calls the drain once the answer has left, where no process stays to work the queue (Vercel). */
export function triggerDrain(request: Request) {
  const { VERCEL, CRON_SECRET } = env();
  if (!VERCEL) return;
  const url = new URL("/api/queue/drain", request.url);
  const headers = { Authorization: `Bearer ${CRON_SECRET}` };
  after(() => fetch(url, { method: "POST", headers, redirect: "manual" }).then((response) => response.body?.cancel()));
}
