import type { Failure } from "../../http-client/failure.ts";
import type { Exchange } from "../../http-client/request.ts";
import type { EndpointConfig } from "../endpoints/config.ts";
import { explainFailure } from "./explain-failure.ts";
import { clockSkew, describeSkew, quoteAnswer } from "./hints.ts";

/** The cause of a failed attempt; `words` are the seed’s for the log, `message` a sentence an operator can act on. */
export type Explanation = {
  failure: Failure | "redirect" | "status" | "gone" | "clock";
  words: string;
  message: string;
};

/** Receivers refuse the signature of a clock that is further off. */
const maxSkewMs = 300_000;

const advice: Record<number, string> = {
  400: "le récepteur ne comprend pas la requête. Vérifiez que l’adresse est bien la sienne, et qu’il lit webhook-id, webhook-timestamp et webhook-signature\u202f: les en-têtes svix-… ne partent pas.",
  304: "le récepteur ou un cache devant lui répond « non modifié », comme à une lecture. Vérifiez qu’un POST lui parvient.",
  401: "le récepteur refuse la signature ou le secret. Vérifiez que le secret est le même des deux côtés.",
  403: "le récepteur interdit l’accès. Vérifiez le secret, et ce qui filtre devant le récepteur.",
  404: "il n’y a rien à cette adresse. Vérifiez son chemin.",
  405: "cette adresse n’accepte pas POST. Vérifiez son chemin.",
  409: "le récepteur a déjà cet événement sous un autre contenu. Ses propres journaux disent lequel.",
  413: "le livre est trop gros pour le récepteur. Relevez sa limite de taille.",
  415: "le récepteur n’accepte pas du JSON (application/json). Vérifiez que l’adresse est celle d’un webhook.",
  422: "le récepteur refuse le contenu. Sa réponse dit quel champ.",
  429: "le récepteur demande de ralentir. L’essai suivant attendra ce qu’il demande.",
  502: "ce qui est devant le récepteur ne le joint pas. Vérifiez qu’il est démarré.",
  503: "le récepteur est indisponible ou surchargé. L’essai suivant attendra ce qu’il demande.",
  504: "le récepteur est trop lent pour ce qui est devant lui. Il doit répondre vite et traiter ensuite.",
};

type Sent = Pick<EndpointConfig, "url" | "environment" | "sendSecret"> & { timeoutMs: number; at: Date };

type Answer = { status: number; headers: Record<string, string>; body: Buffer };

function redirected({ status, headers }: Answer): string {
  const target = headers.location ? ` vers ${headers.location.slice(0, 300)}` : " sans dire où (Location)";
  return `HTTP ${status}\u202f: le récepteur redirige${target}. Une redirection n’est jamais suivie\u202f: corrigez l’adresse.`;
}

function adviceFor(status: number): string {
  if (status >= 600)
    return "ce statut n’existe pas dans HTTP. Ce qui filtre devant le récepteur répond peut-être à sa place.";
  if (status >= 500)
    return "le récepteur a échoué. Ses propres journaux disent pourquoi. S’il note un événement comme traité avant de l’avoir rangé, il dira réussi l’essai suivant, sans livre\u202f: vérifiez chez lui.";
  return "réponse inattendue. Seul un statut 2xx vaut réception.";
}

const advise = (answer: Answer, more = ""): string =>
  `HTTP ${answer.status}\u202f: ${advice[answer.status] ?? adviceFor(answer.status)}${more}${quoteAnswer(answer)}`;

/** Says why `X-Webhook-Secret` did not go out: a receiver that reads nothing else refuses the right secret too. */
function withoutSecretHeader({ environment, sendSecret }: Sent): string {
  if (environment === "development")
    return " En développement, X-Webhook-Secret ne part jamais\u202f: un récepteur qui l’exige n’est servi qu’en production.";
  return sendSecret ? "" : " Pour cette destination, X-Webhook-Secret est coupé\u202f: seule la signature part.";
}

function explainStatus(answer: Answer, sent: Sent): Explanation {
  const { status, headers } = answer;
  const words = `Erreur webhook: HTTP ${status}`;
  if (status >= 300 && status < 400 && status !== 304)
    return { failure: "redirect", words, message: redirected(answer) };
  if (status === 410) {
    const message =
      "HTTP 410\u202f: le récepteur n’existe plus. L’envoi est désactivé\u202f: corrigez l’adresse, puis réactivez-le.";
    return { failure: "gone", words, message };
  }
  const skew = status === 401 || status === 403 ? clockSkew(headers.date, sent.at) : 0;
  if (Math.abs(skew) > maxSkewMs)
    return { failure: "clock", words, message: `HTTP ${status}\u202f: ${describeSkew(skew)}${quoteAnswer(answer)}` };
  const advised = advise(answer, status === 401 || status === 403 ? withoutSecretHeader(sent) : "");
  const message = skew === 0 ? advised : `${advised} De plus, ${describeSkew(skew)}`;
  return { failure: "status", words, message };
}

export function explain(exchange: Exchange, sent: Sent): Explanation | null {
  if (!exchange.ok) return explainFailure(exchange, { url: new URL(sent.url), timeoutMs: sent.timeoutMs });
  return exchange.status >= 200 && exchange.status < 300 ? null : explainStatus(exchange, sent);
}
