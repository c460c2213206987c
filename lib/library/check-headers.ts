import { parseSecrets, type Secret } from "../contract/secret.ts";
import { env } from "../env.ts";
import { AppError } from "../errors.ts";
import { checkBodyHeaders } from "./body.ts";
import { refuse } from "./refusal.ts";
import { readReceiverSecrets } from "./secrets.ts";
import { shareReads } from "./share-reads.ts";
import { type Verdict, verify } from "./verify.ts";

/** @throws {AppError} unauthorized, unavailable */
export function refuseInProduction(verdict: Verdict): void {
  if (!verdict.accepted && env().ENVIRONMENT === "production")
    throw new AppError(verdict.status === 503 ? "unavailable" : "unauthorized", verdict.reason);
}

/** @returns the verdict, when the body has no part in it @throws {AppError} what the headers give away (contract §5) */
export function checkHeaders(headers: Headers, secrets: Secret[]): Verdict | undefined {
  const known = verify(headers, undefined, secrets);
  if (known) refuseInProduction(known);
  checkBodyHeaders(headers);
  return known;
}

const readSecrets = shareReads(readReceiverSecrets);

/** Spares the database strangers: a signature waits for its body, and without one only a secret is compared. */
async function secretsFor(headers: Headers): Promise<Secret[]> {
  const own = parseSecrets(env().WEBHOOK_SECRET ?? "") ?? [];
  const isCompared = headers.has("x-webhook-secret") && !headers.has("webhook-signature");
  return own.length > 0 && !isCompared ? own : readSecrets();
}

/** @returns the refusal, or whether a secret proves who sends */
export async function checkBeforeBody(headers: Headers): Promise<Response | { trusted: boolean }> {
  try {
    return { trusted: checkHeaders(headers, await secretsFor(headers))?.accepted ?? false };
  } catch (error) {
    return refuse(error);
  }
}
