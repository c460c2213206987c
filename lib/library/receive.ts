import { z } from "zod";
import type { Receipt } from "../contract/inbox.ts";
import { toOneLine } from "../contract/text.ts";
import { WebhookPayload } from "../contract/wire.ts";
import { env } from "../env.ts";
import { AppError } from "../errors.ts";
import { errorResponse } from "../http.ts";
import { logger } from "../logger.ts";
import { parseBody, readBody } from "./body.ts";
import { readOnce } from "./header-values.ts";
import { record } from "./record.ts";
import { readReceiverSecrets } from "./secrets.ts";
import { type Proof, type Verdict, verify } from "./verify.ts";

const maxLoggedLength = 200;

const toLogLine = (text: string) => toOneLine(text.slice(0, 4 * maxLoggedLength)).slice(0, maxLoggedLength);

type Authentication = Proof | { verification: "none"; keyFingerprint: null };

/** @throws {AppError} unauthorized, unavailable */
function refuseInProduction(verdict: Verdict): void {
  if (!verdict.accepted && env().ENVIRONMENT === "production")
    throw new AppError(verdict.status === 503 ? "unavailable" : "unauthorized", verdict.reason);
}

/** Development accepts all, and says what production would have done. */
function settle(verdict: Verdict): Authentication {
  refuseInProduction(verdict);
  if (verdict.accepted) return { verification: verdict.verification, keyFingerprint: verdict.keyFingerprint };
  logger.info(`⚠️ En production, ce webhook aurait été refusé (${verdict.status}) : ${verdict.reason}`);
  return { verification: "none", keyFingerprint: null };
}

async function accept(request: Request): Promise<Receipt> {
  const { headers } = request;
  const secrets = await readReceiverSecrets();
  const known = verify(headers, undefined, secrets);
  if (known) refuseInProduction(known);
  const body = await readBody(request);
  const authentication = settle(known ?? verify(headers, body, secrets));
  const { text, value } = parseBody(body);
  const payload = WebhookPayload.parse(value);
  const webhookId = readOnce(headers, "webhook-id") || null;
  const receipt = await record({ webhookId, body, text, payload, ...authentication });
  log(payload, receipt);
  const { keyFingerprint } = authentication;
  return keyFingerprint === null ? receipt : { ...receipt, verified_with: keyFingerprint };
}

function log(payload: WebhookPayload, receipt: Receipt) {
  const { version, book_created } = receipt;
  const about = [
    `job ${toLogLine(payload.job_id)}`,
    ...(version === undefined ? [] : [`version ${version}`]),
    ...(book_created === false ? ["un essai\u202f: aucun livre n’est créé"] : []),
  ];
  const job = `(${about.join(", ")})`;
  if (receipt.duplicate) logger.info(`📚 Webhook déjà reçu ${job}`);
  else if (payload.status === "failed")
    logger.info(`📚 Échec reçu via webhook: ${toLogLine(payload.error || "sans raison donnée")} ${job}`);
  else logger.info(`📚 Livre reçu via webhook: ${toLogLine(payload.book_data.book_title)} ${job}`);
}

function refuse(error: unknown): Response {
  const response = errorResponse(error);
  const { status } = response;
  logger[status < 500 ? "warn" : "error"](`❌ Webhook refusé (${status}) : ${reasonOf(error)}`);
  if (status === 401) return Response.json({ error: "Unauthorized", message: reasonOf(error) }, { status });
  return response;
}

function reasonOf(error: unknown): string {
  if (error instanceof AppError) return error.message;
  if (error instanceof z.ZodError)
    return toLogLine(error.issues.map(({ path, message }) => `${path.join(".")} ${message}`).join(" ; "));
  return "il n’a pas pu être enregistré.";
}

/**
 * Receives a book (contract §5): refuses what its headers give away, reads the body, authenticates its raw bytes, parses,
 * then stores. An event is answered `200` if and only if it is safely stored.
 */
export async function receive(request: Request): Promise<Response> {
  try {
    return Response.json(await accept(request));
  } catch (error) {
    return refuse(error);
  }
}
