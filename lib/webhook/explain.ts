import type { Failure } from "../http-client/failure.ts";
import type { Exchange } from "../http-client/request.ts";

/** Why an attempt failed: a code, the seed's words for the log, and a sentence an operator can act on. */
export type Explanation = {
  failure: Failure | "redirect" | "status" | "gone" | "clock";
  words: string;
  message: string;
};

const offline = "Erreur de connexion - Frontend hors ligne";
const longestSkewMs = 300_000;

const advice: Record<number, string> = {
  400: "le récepteur ne comprend pas la requête. Vérifiez que l’URL est bien celle du récepteur.",
  401: "le récepteur refuse le secret. Vérifiez que WEBHOOK_SECRET est le même des deux côtés.",
  403: "le récepteur interdit l’accès. Vérifiez le secret, et ce qui filtre devant le récepteur.",
  404: "rien à cette adresse. Vérifiez le chemin de l’URL.",
  405: "cette adresse n’accepte pas POST. Vérifiez le chemin de l’URL.",
  413: "le livre est trop gros pour le récepteur. Relevez sa limite de taille.",
  422: "le récepteur refuse le contenu. Sa réponse dit quel champ.",
  429: "le récepteur demande de ralentir. L’essai suivant attendra ce qu’il demande.",
};

function clockSkew(headers: Record<string, string>, at: Date): number {
  const theirs = Date.parse(headers.date ?? "");
  return Number.isNaN(theirs) ? 0 : theirs - at.getTime();
}

function explainStatus(answer: { status: number; headers: Record<string, string> }, at: Date): Explanation {
  const { status, headers } = answer;
  const words = `Erreur webhook: HTTP ${status}`;
  const skew = clockSkew(headers, at);
  if (status === 401 && Math.abs(skew) > longestSkewMs) {
    const offset = `de ${Math.round(Math.abs(skew) / 1000)} s en ${skew > 0 ? "avance" : "retard"}`;
    return { failure: "clock", words, message: `HTTP 401 : l’horloge du récepteur est ${offset} sur la nôtre.` };
  }
  if (status >= 300 && status < 400) {
    const target = headers.location ? ` vers ${headers.location}` : "";
    const message = `HTTP ${status} : le récepteur redirige${target}. Une redirection n’est jamais suivie : corrigez l’URL.`;
    return { failure: "redirect", words, message };
  }
  if (status === 410) {
    return {
      failure: "gone",
      words,
      message: "HTTP 410 : le récepteur n’existe plus. L’envoi vers lui est désactivé.",
    };
  }
  const fallback =
    status >= 500 ? "le récepteur a échoué. Ses propres journaux disent pourquoi." : "réponse inattendue.";
  return { failure: "status", words, message: `HTTP ${status} : ${advice[status] ?? fallback}` };
}

function explainFailure(failure: Failure, { detail, url, timeoutMs }: { detail: string; url: URL; timeoutMs: number }) {
  const sentences: Record<Failure, string> = {
    dns: `Le nom ${url.hostname} ne se résout pas (${detail}). Vérifiez l’URL et le DNS.`,
    blocked: `L’adresse ${detail} est hors de portée du mode d’envoi. En production, WEBHOOK_ALLOWED_HOSTS peut l’autoriser.`,
    refused: `Personne ne répond à ${url.host} (${detail}). Vérifiez que le frontend est démarré.`,
    tls: `La connexion sécurisée a échoué (${detail}). Vérifiez le certificat de ${url.hostname}.`,
    timeout: `Pas de réponse complète en ${timeoutMs / 1000} s. Le récepteur doit répondre vite et traiter ensuite.`,
    reset: `La connexion a été coupée avant la fin de la réponse (${detail}).`,
    protocol: `La réponse n’est pas du HTTP valide (${detail}).`,
  };
  const words: Partial<Record<Failure, string>> = { timeout: "Timeout du webhook", dns: offline, refused: offline };
  const message = sentences[failure];
  return { failure, words: words[failure] ?? `Erreur webhook: ${message}`, message };
}

/** Explains what came of a request; null when it is a success: `2xx`, and nothing else. */
export function explain(
  exchange: Exchange,
  { url, timeoutMs, at }: { url: string; timeoutMs: number; at: Date },
): Explanation | null {
  if (!exchange.ok) return explainFailure(exchange.failure, { detail: exchange.detail, url: new URL(url), timeoutMs });
  return exchange.status >= 200 && exchange.status < 300 ? null : explainStatus(exchange, at);
}
