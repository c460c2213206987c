import { env } from "#lib/env.ts";
import { notFound } from "#lib/errors.ts";
import { route } from "#lib/http.ts";
import { drain } from "#lib/workers.ts";
import { triggerDrain } from "../trigger-drain.ts";

/** The longest that every plan allows. Next reads it here alone: a deployment whose functions end sooner sets FUNCTION_SECONDS. */
export const maxDuration = 300;

async function work(request: Request) {
  const { VERCEL, FUNCTION_SECONDS } = env();
  if (!VERCEL) throw notFound("La relance de la file (le serveur la traite lui-même)");
  const idle = await drain(FUNCTION_SECONDS * 1000);
  // A drain that cron began ends by itself: cron comes again.
  if (!idle && request.method === "POST") triggerDrain(request);
  return Response.json({ status: idle ? "idle" : "continued" });
}

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({ GET: work, POST: work });
