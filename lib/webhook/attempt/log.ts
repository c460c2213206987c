import { logger } from "../../logger.ts";
import type { EndpointConfig } from "../endpoints/config.ts";
import { encodedBody, isEncoded } from "./encoding.ts";
import type { AttemptResult } from "./result.ts";

const maxAnswerLength = 500;

/** Writes the seed’s lines, word for word, before a request leaves. */
export function logRequest(jobId: string, { environment, url }: EndpointConfig) {
  logger.info([
    environment === "production"
      ? "🔒 Webhook en mode PRODUCTION avec authentification"
      : "📡 Webhook en mode DÉVELOPPEMENT sans authentification",
    `📡 Envoi du webhook pour le job ${jobId}`,
    `   URL: ${url}`,
    `   Environnement: ${environment}`,
  ]);
}

/** Writes the seed’s lines, word for word, once the attempt is over, and below a failure its job and its explanation. */
export function logAnswer(jobId: string, result: Pick<AttemptResult, "explanation" | "headers" | "body">) {
  const { explanation, headers, body } = result;
  if (explanation) {
    const { words, message } = explanation;
    return logger.error([`❌ ${words}`, words.endsWith(message) ? `   Job ${jobId}` : `   Job ${jobId}: ${message}`]);
  }
  const encoding = isEncoded(headers);
  const text = (body ?? Buffer.alloc(0)).subarray(0, 4 * maxAnswerLength).toString("utf8");
  const answer = encoding ? encodedBody(encoding) : text;
  logger.info([
    `✅ Webhook envoyé avec succès pour le job ${jobId}`,
    `   Réponse du webhook: ${answer.replace(/\p{Cc}+/gu, " ").slice(0, maxAnswerLength)}`,
  ]);
}
