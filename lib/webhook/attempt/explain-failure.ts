import type { Failure } from "../../http-client/failure.ts";
import type { Exchange } from "../../http-client/request.ts";
import type { Phase } from "../../http-client/trace.ts";

type Failed = Extract<Exchange, { ok: false }>;
type Sent = { url: URL; timeoutMs: number };

const offline = "Erreur de connexion - Frontend hors ligne";

function explainTimeout({ path, status }: Failed, { url, timeoutMs }: Sent): string {
  const within = `en ${timeoutMs / 1000} s`;
  const started = status === undefined ? "" : ` (HTTP ${status})`;
  const sentences: Record<Phase, string> = {
    dns: `Le DNS n’a rien répondu pour ${url.hostname} ${within}. Vérifiez le serveur DNS de cette machine.`,
    connect: `La connexion à ${url.host} n’a pas abouti ${within}. Vérifiez le pare-feu, et que la machine est allumée.`,
    tls: `${url.host} a accepté la connexion, mais n’a pas terminé la poignée de main TLS ${within}. Vérifiez que ce port parle HTTPS.`,
    answer: `${url.host} a reçu la requête, mais n’a rien répondu ${within}. Le récepteur doit répondre vite et traiter ensuite.`,
    body: `La réponse a commencé${started}, mais ne s’est pas terminée ${within}. Le récepteur doit répondre vite et clore sa réponse.`,
  };
  return sentences[path.phase];
}

const certificates: [RegExp, (url: URL) => string][] = [
  [/^CERT_HAS_EXPIRED$/, ({ hostname }) => `Le certificat de ${hostname} a expiré. Renouvelez-le.`],
  [
    /^CERT_NOT_YET_VALID$/,
    ({ hostname }) => `Le certificat de ${hostname} n’est pas encore valable. Vérifiez les horloges.`,
  ],
  [
    /^ERR_TLS_CERT_ALTNAME/,
    ({ hostname }) => `Le certificat présenté n’est pas au nom de ${hostname}. Corrigez l’adresse, ou le certificat.`,
  ],
  [
    /^(DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_)/,
    ({ hostname }) =>
      `Le certificat de ${hostname} vient d’une autorité inconnue. Installez la chaîne complète, ou déclarez l’autorité par NODE_EXTRA_CA_CERTS.`,
  ],
  [
    /^(ERR_SSL_WRONG_VERSION|ERR_SSL_PACKET_LENGTH|EPROTO)/,
    ({ host }) => `${host} ne parle pas TLS sur ce port. Vérifiez le port, ou http: au lieu de https:.`,
  ],
];

function explainTls({ detail }: Failed, url: URL): string {
  const known = certificates.find(([pattern]) => pattern.test(detail))?.[1](url);
  return known
    ? `${known} (${detail})`
    : `La connexion sécurisée a échoué (${detail}). Vérifiez le TLS de ${url.host}.`;
}

function explainReset({ path, status, detail }: Failed, url: URL): string {
  if (path.phase === "tls")
    return `${url.host} a coupé la connexion pendant la poignée de main TLS (${detail}). Vérifiez que ce port parle HTTPS.`;
  if (path.phase !== "body")
    return `${url.host} a coupé la connexion sans répondre (${detail}). Les journaux du récepteur disent pourquoi.`;
  const started = status === undefined ? "" : ` (HTTP ${status})`;
  return `La connexion a été coupée avant la fin de la réponse${started} (${detail}). Les journaux du récepteur disent pourquoi.`;
}

function explainProtocol({ detail }: Failed): string {
  if (detail === "UND_ERR_HEADERS_OVERFLOW")
    return "Les en-têtes de la réponse dépassent 16 Kio. Vérifiez que l’adresse est celle du récepteur.";
  return `La réponse n’est pas du HTTP valide (${detail}). Vérifiez que l’adresse est celle du récepteur.`;
}

function sentenceOf(failed: Failed, sent: Sent): string {
  const { url } = sent;
  const { detail } = failed;
  const sentences: Record<Failure, () => string> = {
    dns: () => `Le nom ${url.hostname} ne se résout pas (${detail}). Vérifiez l’adresse et le DNS.`,
    blocked: () =>
      `L’adresse ${detail} est hors de portée du mode d’envoi. En production, WEBHOOK_ALLOWED_HOSTS peut l’autoriser.`,
    refused: () => `Personne ne répond à ${url.host} (${detail}). Vérifiez que le récepteur est démarré.`,
    tls: () => explainTls(failed, url),
    timeout: () => explainTimeout(failed, sent),
    reset: () => explainReset(failed, url),
    protocol: () => explainProtocol(failed),
  };
  return sentences[failed.failure]();
}

/** Explains where a request without a complete answer stopped, and what to look at. */
export function explainFailure(failed: Failed, sent: Sent) {
  const { failure } = failed;
  const words: Partial<Record<Failure, string>> = { timeout: "Timeout du webhook", dns: offline, refused: offline };
  const message = sentenceOf(failed, sent);
  return { failure, words: words[failure] ?? `Erreur webhook: ${message}`, message };
}
