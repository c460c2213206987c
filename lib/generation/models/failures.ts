import { APICallError, LoadAPIKeyError } from "@ai-sdk/provider";
import { now } from "../../clock.ts";
import { parseRetryAfter } from "../../retry-after.ts";
import { Failure, type FailureCode } from "../failure.ts";
import { splitModel, whereAddressIsSet, whereKeyIsSet, whereModelIsSet } from "./configured.ts";
import { contextExceeded, explanationOf, filtered, orLater, outOfCredit, unknownModel } from "./explanations.ts";
import { isLocalKind, localKinds } from "./local/kinds.ts";
import { providerWords } from "./provider-words.ts";

const quoted = (model: string) => `«\u202f${model}\u202f»`;

type Fault = { status: number; body: string; retryAfterMs: number | undefined };

/** Says the cause in a sentence, then gives the provider's own. */
function faultFailure(code: FailureCode, sentence: string, fault: Fault): Failure {
  const words = providerWords(fault.body);
  const message = words ? `${sentence} Réponse du fournisseur\u202f: «\u202f${words}\u202f».` : sentence;
  return new Failure(code, message, { retryAfterMs: fault.retryAfterMs });
}

/** The causes that a status alone names, from the first that fits. */
const causes: [(status: number) => boolean, FailureCode, (model: string, status: number) => string][] = [
  [
    (status) => status >= 300 && status < 400,
    "rejected",
    (model, status) =>
      `Le fournisseur du modèle redirige vers une autre adresse (${status}), qui n’est pas suivie\u202f: vérifiez ${whereAddressIsSet(model)}.`,
  ],
  [(status) => status === 402, "quota", outOfCredit],
  [
    (status) => status === 401 || status === 403,
    "key",
    (model, status) =>
      `Le fournisseur du modèle a refusé la clé (${status})\u202f: vérifiez ${whereKeyIsSet(model)}, et que son compte a droit à ${quoted(model)}.`,
  ],
  [(status) => status === 404, "model", unknownModel],
  [
    (status) => status === 410,
    "withdrawn",
    (model) => `Le fournisseur a retiré le modèle ${quoted(model)}\u202f: changez ${whereModelIsSet(model)}.`,
  ],
  [(status) => status === 413, "context", contextExceeded],
  [(status) => status === 451, "filter", filtered],
  [
    (status) => status === 429,
    "rate",
    (model) => `Le fournisseur du modèle limite les demandes (429)\u202f: ${orLater(model)}.`,
  ],
  [
    // Anthropic's « overloaded » is 529.
    (status) => status === 503 || status === 529,
    "overload",
    (model, status) => `Le fournisseur du modèle est surchargé (${status})\u202f: ${orLater(model)}.`,
  ],
  [
    (status) => status >= 400 && status < 500 && status !== 408 && status !== 409,
    "rejected",
    (model, status) =>
      `Le fournisseur du modèle a rejeté la demande (${status}), même réduite à l’essentiel\u202f: vérifiez ${whereModelIsSet(model)} (${quoted(model)}).`,
  ],
  [
    (status) => status >= 400,
    "provider",
    (model, status) => `Le fournisseur du modèle a répondu par une erreur (${status})\u202f: ${orLater(model)}.`,
  ],
];

/** Statuses under which a provider's words name the cause better. */
const isExplainedByWords = ({ status, body }: Fault) =>
  status >= 400 && !(status === 429 && !/quota|usage limit|balance|credit|arrear|余额|欠费/i.test(body));

const unreadable = (model: string, cause?: unknown) =>
  new Failure(
    "unreadable",
    `Le fournisseur du modèle a coupé sa réponse, ou l’a rendue illisible\u202f: ${orLater(model)}.`,
    { cause },
  );

function statusFailure(model: string, fault: Fault): Failure {
  const explanation = isExplainedByWords(fault) ? explanationOf(fault.body) : undefined;
  if (explanation) return faultFailure(explanation.code, explanation.sentence(model), fault);
  const [, code, sentence] = causes.find(([fits]) => fits(fault.status)) ?? [];
  if (!code || !sentence) return unreadable(model);
  return faultFailure(code, sentence(model, fault.status), fault);
}

const maxBodyCharacters = 20_000;

/** @returns whether nothing listens at the address */
function isRefused(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return ("code" in error && error.code === "ECONNREFUSED") || isRefused(error.cause);
}

/** The gateway's own errors, and a stream that breaks, hold the failed call as their cause. */
function callOf(error: unknown): APICallError | undefined {
  const held = error instanceof Error ? error.cause : undefined;
  return [held, error].find((one) => APICallError.isInstance(one));
}

const statusOf = (error: unknown): number | undefined =>
  typeof error === "object" && error !== null && "statusCode" in error && typeof error.statusCode === "number"
    ? error.statusCode
    : undefined;

export function callFailure(error: unknown, model: string): Failure {
  if (error instanceof Failure) return error;
  if (LoadAPIKeyError.isInstance(error))
    return new Failure("key", `La clé du modèle manque\u202f: définissez ${whereKeyIsSet(model)}.`);
  if (error instanceof Error && /^(Timeout|Abort)Error$/.test(error.name))
    return new Failure(
      "silent",
      `Le modèle n’a plus rien envoyé dans le temps imparti\u202f: reprenez la rédaction, ou changez ${whereModelIsSet(model)} pour un plus rapide.`,
      { cause: error },
    );
  const call = callOf(error);
  const status = statusOf(call ?? error);
  if (status !== undefined) {
    const { responseHeaders, responseBody = "" } = call ?? {};
    const body = responseBody.slice(0, maxBodyCharacters);
    const retryAfterMs = parseRetryAfter(responseHeaders?.["retry-after"], now());
    return statusFailure(model, { status, body, retryAfterMs });
  }
  const { provider } = splitModel(model);
  if (isLocalKind(provider) && isRefused(error))
    return new Failure(
      "absent",
      `${localKinds[provider].name} ne répond pas à son adresse\u202f: démarrez-le, ou donnez son adresse dans ${whereAddressIsSet(model)}, puis reprenez la rédaction.`,
      { cause: error },
    );
  if (call)
    return new Failure(
      "unreachable",
      `Le fournisseur du modèle est injoignable, ou a coupé la connexion\u202f: vérifiez ${whereAddressIsSet(model)}, puis reprenez la rédaction.`,
      {
        cause: error,
      },
    );
  return unreadable(model, error);
}
