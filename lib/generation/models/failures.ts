import { APICallError, LoadAPIKeyError } from "ai";
import { now } from "../../clock.ts";
import { Failure } from "../failure.ts";
import { keyVariable } from "./configured.ts";

const longestWait = 24 * 3_600_000;

/** `Retry-After` in milliseconds: seconds or a date, at most 24 h. */
export function retryAfter(header: string | undefined): number | undefined {
  if (!header) return undefined;
  const wait = /^\d+(\.\d+)?$/.test(header.trim())
    ? Number(header) * 1000
    : new Date(header).getTime() - now().getTime();
  return Number.isNaN(wait) ? undefined : Math.min(Math.max(wait, 0), longestWait);
}

function ofStatus(status: number, model: string, wait: number | undefined): Failure {
  if (status === 401 || status === 403)
    return new Failure(`Le fournisseur du modèle a refusé la clé (${status})\u202f: vérifiez ${keyVariable(model)}.`, {
      tries: 1,
    });
  if (status === 404)
    return new Failure(`Le fournisseur ne connaît pas le modèle «\u202f${model}\u202f»\u202f: vérifiez BOOK_MODEL.`, {
      tries: 1,
    });
  if (status === 429 || status === 503) {
    const message =
      status === 429
        ? "Le fournisseur du modèle limite les demandes (429)."
        : "Le fournisseur du modèle est surchargé (503).";
    return new Failure(message, { tries: wait === undefined ? 5 : 10, retryAfterMs: wait });
  }
  if (status >= 400 && status < 500 && status !== 408 && status !== 409)
    return new Failure(
      `Le fournisseur du modèle a rejeté la demande (${status})\u202f: vérifiez BOOK_MODEL («\u202f${model}\u202f»).`,
      { tries: 1 },
    );
  if (status >= 400) return new Failure(`Le fournisseur du modèle a répondu par une erreur (${status}).`);
  return new Failure("Le fournisseur du modèle a répondu quelque chose d’illisible.");
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
    return new Failure(`La clé du modèle manque\u202f: définissez ${keyVariable(model)}.`, { tries: 1 });
  if (error instanceof Error && /^(Timeout|Abort)Error$/.test(error.name))
    return new Failure("Le modèle n’a plus rien envoyé dans le temps imparti.", { cause: error });
  const status = statusOf(error);
  if (status !== undefined) {
    const headers = APICallError.isInstance(error) ? error.responseHeaders : undefined;
    return ofStatus(status, model, retryAfter(headers?.["retry-after"]));
  }
  if (APICallError.isInstance(error))
    return new Failure("Le fournisseur du modèle est injoignable, ou a coupé la connexion.", { cause: error });
  return new Failure("La réponse du modèle est illisible ou incomplète.", { cause: error });
}
