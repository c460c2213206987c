import { after } from "next/server";
import { env } from "#lib/env.ts";

/** Where no process stays to work the queue (Vercel), calls the drain once the answer has left. */
export function kick(request: Request) {
  const { VERCEL, CRON_SECRET } = env();
  if (!VERCEL) return;
  const url = new URL("/api/queue/drain", request.url);
  const headers = { Authorization: `Bearer ${CRON_SECRET}` };
  after(() => fetch(url, { method: "POST", headers, redirect: "manual" }).then((response) => response.body?.cancel()));
}
