import { APICallError, LoadAPIKeyError } from "@ai-sdk/provider";
import { now } from "../../clock.ts";
import { parseRetryAfter } from "../../retry-after.ts";
import { Failure } from "../failure.ts";
import { addressVariable, keyVariable, modelVariable } from "./configured.ts";

const quoted = (model: string) => `«\u202f${model}\u202f»`;

function unknownModel(model: string): Failure {
  const address = model.startsWith("openai-compatible:") ? " et OPENAI_COMPATIBLE_BASE_URL" : "";
  return new Failure(
    "model",
    `Le fournisseur ne connaît pas le modèle ${quoted(model)}\u202f: vérifiez ${modelVariable(model)}${address}.`,
  );
}

const outOfCredit = /insufficient_quota|billing_hard_limit|billing_not_active|credit balance is too low/i;

/** Google answers a bad key with a 400 and one of these. */
const badKey = /API_KEY_INVALID|API key not valid/i;

function statusFailure(
  status: number,
  model: string,
  said: { retryAfterMs: number | undefined; body: string },
): Failure {
  if (status >= 300 && status < 400)
    return new Failure(
      "rejected",
      `Le fournisseur du modèle redirige vers une autre adresse (${status}), qui n’est pas suivie\u202f: vérifiez ${addressVariable(model)}.`,
    );
  if (status === 402 || (status >= 400 && status < 500 && outOfCredit.test(said.body)))
    return new Failure(
      "quota",
      `Le compte du fournisseur n’a plus de crédit pour ${quoted(model)}\u202f: rechargez-le, ou changez ${modelVariable(model)}.`,
    );
  if (status === 401 || status === 403 || (status === 400 && badKey.test(said.body)))
    return new Failure(
      "key",
      `Le fournisseur du modèle a refusé la clé (${status})\u202f: vérifiez ${keyVariable(model)}.`,
    );
  if (status === 404 || (status === 400 && /model_not_found/.test(said.body))) return unknownModel(model);
  const { retryAfterMs } = said;
  if (status === 429)
    return new Failure("rate", "Le fournisseur du modèle limite les demandes (429).", { retryAfterMs });
  // Anthropic's « overloaded » is 529.
  if (status === 503 || status === 529)
    return new Failure("overload", `Le fournisseur du modèle est surchargé (${status}).`, { retryAfterMs });
  if (status >= 400 && status < 500 && status !== 408 && status !== 409)
    return new Failure(
      "rejected",
      `Le fournisseur du modèle a rejeté la demande (${status})\u202f: vérifiez ${modelVariable(model)} (${quoted(model)}).`,
    );
  if (status >= 400)
    return new Failure("provider", `Le fournisseur du modèle a répondu par une erreur (${status}).`, { retryAfterMs });
  return new Failure("unreadable", "Le fournisseur du modèle a répondu quelque chose d’illisible.");
}

/** The gateway's own errors hold the failed call as their cause. */
function callOf(error: unknown): APICallError | undefined {
  const held = error instanceof Error ? error.cause : undefined;
  return [error, held].find((one) => APICallError.isInstance(one));
}

const statusOf = (error: unknown): number | undefined =>
  typeof error === "object" && error !== null && "statusCode" in error && typeof error.statusCode === "number"
    ? error.statusCode
    : undefined;

/** Leaves out the provider's own words: they may quote the key or the whole prompt. */
export function callFailure(error: unknown, model: string): Failure {
  if (error instanceof Failure) return error;
  if (LoadAPIKeyError.isInstance(error))
    return new Failure("key", `La clé du modèle manque\u202f: définissez ${keyVariable(model)}.`);
  if (error instanceof Error && /^(Timeout|Abort)Error$/.test(error.name))
    return new Failure("silent", "Le modèle n’a plus rien envoyé dans le temps imparti.", { cause: error });
  const call = callOf(error);
  const status = statusOf(call ?? error);
  if (status !== undefined) {
    const { responseHeaders, responseBody = "" } = call ?? {};
    return statusFailure(status, model, {
      retryAfterMs: parseRetryAfter(responseHeaders?.["retry-after"], now()),
      body: responseBody,
    });
  }
  if (call)
    return new Failure("unreachable", "Le fournisseur du modèle est injoignable, ou a coupé la connexion.", {
      cause: error,
    });
  return new Failure("unreadable", "La réponse du modèle est illisible ou incomplète.", { cause: error });
}
