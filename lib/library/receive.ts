import type { Receipt } from "../contract/inbox.ts";
import { WebhookPayload } from "../contract/wire.ts";
import { logger } from "../logger.ts";
import { parseBody, readBody } from "./body.ts";
import { checkHeaders, refuseInProduction } from "./check-headers.ts";
import { readOnce } from "./header-values.ts";
import { record } from "./record.ts";
import { refuse, toLogLine } from "./refusal.ts";
import { readReceiverSecrets } from "./secrets.ts";
import { type Proof, type Verdict, verify } from "./verify.ts";

type Authentication = Proof | { verification: "none"; keyFingerprint: null };

/** Development accepts all, and says what production would have done. */
function authenticationOf(verdict: Verdict): Authentication {
  refuseInProduction(verdict);
  if (verdict.accepted) return { verification: verdict.verification, keyFingerprint: verdict.keyFingerprint };
  logger.info(`⚠️ En production, ce webhook aurait été refusé (${verdict.status}) : ${verdict.reason}`);
  return { verification: "none", keyFingerprint: null };
}

async function accept(request: Request): Promise<Receipt> {
  const { headers } = request;
  const secrets = await readReceiverSecrets();
  const known = checkHeaders(headers, secrets);
  const body = await readBody(request);
  const authentication = authenticationOf(known ?? verify(headers, body, secrets));
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

/** An event is answered `200` if and only if it is safely stored (contract §5). */
export async function receive(request: Request): Promise<Response> {
  try {
    return Response.json(await accept(request));
  } catch (error) {
    return refuse(error);
  }
}
