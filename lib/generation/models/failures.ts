import { APICallError, LoadAPIKeyError } from "ai";
import { now } from "../../clock.ts";
import { parseRetryAfter } from "../../retry-after.ts";
import { Failure } from "../failure.ts";
import { addressVariable, keyVariable, modelVariable } from "./configured.ts";

/** As many tries take some four minutes, longer than most outages. */
const patience = 6;

const named = (model: string) => `«\u202f${model}\u202f»`;

function unknownModel(model: string): Failure {
  const address = model.startsWith("openai-compatible:") ? " et OPENAI_COMPATIBLE_BASE_URL" : "";
  return new Failure(
    `Le fournisseur ne connaît pas le modèle ${named(model)}\u202f: vérifiez ${modelVariable(model)}${address}.`,
    { code: "model", tries: 1 },
  );
}

const outOfCredit = /insufficient_quota|billing_hard_limit|billing_not_active|credit balance is too low/i;

/** Google's word for it, with a 400. */
const badKey = /API_KEY_INVALID|API key not valid/i;

function ofStatus(status: number, model: string, said: { wait: number | undefined; body: string }): Failure {
  if (status >= 300 && status < 400)
    return new Failure(
      `Le fournisseur du modèle redirige vers une autre adresse (${status}), qui n’est pas suivie\u202f: vérifiez ${addressVariable(model)}.`,
      { code: "rejected", tries: 1 },
    );
  if (status === 402 || (status >= 400 && status < 500 && outOfCredit.test(said.body)))
    return new Failure(
      `Le compte du fournisseur n’a plus de crédit pour ${named(model)}\u202f: rechargez-le, ou changez ${modelVariable(model)}.`,
      { code: "quota", tries: 1 },
    );
  if (status === 401 || status === 403 || (status === 400 && badKey.test(said.body)))
    return new Failure(`Le fournisseur du modèle a refusé la clé (${status})\u202f: vérifiez ${keyVariable(model)}.`, {
      code: "key",
      tries: 1,
    });
  if (status === 404 || (status === 400 && /model_not_found/.test(said.body))) return unknownModel(model);
  const [tries, retryAfterMs] = [said.wait === undefined ? patience : 10, said.wait];
  if (status === 429)
    return new Failure("Le fournisseur du modèle limite les demandes (429).", { code: "rate", tries, retryAfterMs });
  // Anthropic's « overloaded » is 529.
  if (status === 503 || status === 529)
    return new Failure(`Le fournisseur du modèle est surchargé (${status}).`, {
      code: "overload",
      tries,
      retryAfterMs,
    });
  if (status >= 400 && status < 500 && status !== 408 && status !== 409)
    return new Failure(
      `Le fournisseur du modèle a rejeté la demande (${status})\u202f: vérifiez ${modelVariable(model)} (${named(model)}).`,
      { code: "rejected", tries: 1 },
    );
  if (status >= 400)
    return new Failure(`Le fournisseur du modèle a répondu par une erreur (${status}).`, {
      code: "provider",
      tries,
      retryAfterMs,
    });
  return new Failure("Le fournisseur du modèle a répondu quelque chose d’illisible.", { code: "unreadable" });
}

/** The call that failed: the gateway's own errors only hold it. */
function callOf(error: unknown): APICallError | undefined {
  const held = error instanceof Error ? error.cause : undefined;
  return [error, held].find((one) => APICallError.isInstance(one));
}

const statusOf = (error: unknown): number | undefined =>
  typeof error === "object" && error !== null && "statusCode" in error && typeof error.statusCode === "number"
    ? error.statusCode
    : undefined;

/**
 * What went wrong in a call, as a failure a person can act on. What the provider wrote is left out of the
 * sentence: it may quote the key or the whole prompt.
 */
export function callFailure(error: unknown, model: string): Failure {
  if (error instanceof Failure) return error;
  if (LoadAPIKeyError.isInstance(error))
    return new Failure(`La clé du modèle manque\u202f: définissez ${keyVariable(model)}.`, { code: "key", tries: 1 });
  if (error instanceof Error && /^(Timeout|Abort)Error$/.test(error.name))
    return new Failure("Le modèle n’a plus rien envoyé dans le temps imparti.", { code: "silent", cause: error });
  const call = callOf(error);
  const status = statusOf(call ?? error);
  if (status !== undefined) {
    const { responseHeaders, responseBody = "" } = call ?? {};
    return ofStatus(status, model, {
      wait: parseRetryAfter(responseHeaders?.["retry-after"], now()),
      body: responseBody,
    });
  }
  if (call)
    return new Failure("Le fournisseur du modèle est injoignable, ou a coupé la connexion.", {
      code: "unreachable",
      tries: patience,
      cause: error,
    });
  return new Failure("La réponse du modèle est illisible ou incomplète.", { code: "unreadable", cause: error });
}
