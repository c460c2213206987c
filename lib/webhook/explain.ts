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
  400: "le récepteur ne comprend pas la requête. Vérifiez que l’adresse est bien la sienne.",
  401: "le récepteur refuse le secret. Vérifiez que le secret est le même des deux côtés.",
  403: "le récepteur interdit l’accès. Vérifiez le secret, et ce qui filtre devant le récepteur.",
  404: "il n’y a rien à cette adresse. Vérifiez son chemin.",
  405: "cette adresse n’accepte pas POST. Vérifiez son chemin.",
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
    return {
      failure: "clock",
      words,
      message: `HTTP 401\u202f: l’horloge du récepteur est ${offset} sur celle de Sorami. Mettez-les à l’heure.`,
    };
  }
  if (status >= 300 && status < 400) {
    const target = headers.location ? ` vers ${headers.location}` : "";
    const message = `HTTP ${status}\u202f: le récepteur redirige${target}. Une redirection n’est jamais suivie\u202f: corrigez l’adresse.`;
    return { failure: "redirect", words, message };
  }
  if (status === 410) {
    return {
      failure: "gone",
      words,
      message:
        "HTTP 410\u202f: le récepteur n’existe plus. L’envoi est désactivé\u202f: corrigez l’adresse, puis réactivez-le.",
    };
  }
  const fallback =
    status >= 500
      ? "le récepteur a échoué. Ses propres journaux disent pourquoi."
      : "réponse inattendue. Seul un statut 2xx vaut réception.";
  return { failure: "status", words, message: `HTTP ${status}\u202f: ${advice[status] ?? fallback}` };
}

function explainFailure(failure: Failure, { detail, url, timeoutMs }: { detail: string; url: URL; timeoutMs: number }) {
  const sentences: Record<Failure, string> = {
    dns: `Le nom ${url.hostname} ne se résout pas (${detail}). Vérifiez l’adresse et le DNS.`,
    blocked: `L’adresse ${detail} est hors de portée du mode d’envoi. En production, WEBHOOK_ALLOWED_HOSTS peut l’autoriser.`,
    refused: `Personne ne répond à ${url.host} (${detail}). Vérifiez que le récepteur est démarré.`,
    tls: `La connexion sécurisée a échoué (${detail}). Vérifiez le certificat de ${url.hostname}.`,
    timeout: `Pas de réponse complète en ${timeoutMs / 1000} s. Le récepteur doit répondre vite et traiter ensuite.`,
    reset: `La connexion a été coupée avant la fin de la réponse (${detail}). Les journaux du récepteur disent pourquoi.`,
    protocol: `La réponse n’est pas du HTTP valide (${detail}). Vérifiez que l’adresse est celle du récepteur.`,
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
