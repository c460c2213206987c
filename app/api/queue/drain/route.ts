import { env } from "#lib/env.ts";
import { notFound } from "#lib/errors.ts";
import { route } from "#lib/http.ts";
import { drain } from "#lib/workers.ts";
import { triggerDrain } from "../trigger-drain.ts";

export const maxDuration = 300;
const budgetMs = (maxDuration - 30) * 1000;

async function work(request: Request) {
  if (!env().VERCEL) throw notFound("La relance de la file (le serveur la traite lui-même)");
  const idle = await drain(budgetMs);
  // What cron calls ends by itself: cron comes again.
  if (!idle && request.method === "POST") triggerDrain(request);
  return Response.json({ status: idle ? "idle" : "continued" });
}

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({ GET: work, POST: work });
