import type { Failure } from "../../http-client/failure.ts";
import type { Exchange } from "../../http-client/request.ts";
import type { Phase } from "../../http-client/trace.ts";
import { ownReceiverInsteadOf } from "../endpoints/own-receiver.ts";
import { explainProtocol } from "./explain-protocol.ts";

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

const noClientCertificate = "Sorami n’en présente pas\u202f: ouvrez-lui un accès sans certificat client.";

const tlsFaults: [RegExp, (url: URL) => string][] = [
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
    /ALERT_(CERTIFICATE_REQUIRED|BAD_CERTIFICATE|CERTIFICATE_UNKNOWN|UNKNOWN_CA|ACCESS_DENIED)/,
    ({ host }) => `${host} exige un certificat client. ${noClientCertificate}`,
  ],
  [
    /ALERT_HANDSHAKE_FAILURE/,
    ({ host }) =>
      `${host} refuse la poignée de main TLS\u202f: il n’a aucun chiffrement en commun avec Sorami, ou il exige un certificat client. ${noClientCertificate}`,
  ],
  [/UNRECOGNIZED_NAME/, ({ hostname }) => `Le serveur ne connaît pas le nom ${hostname} (SNI). Corrigez l’adresse.`],
  [
    /NO_APPLICATION_PROTOCOL/,
    ({ host }) => `${host} ne parle pas HTTP/1.1, peut-être HTTP/2 seulement. Ouvrez-y HTTP/1.1.`,
  ],
  [
    /PROTOCOL_VERSION|UNSUPPORTED_PROTOCOL/,
    ({ host }) => `${host} ne parle que d’anciennes versions de TLS. Ouvrez-y TLS 1.2 ou 1.3.`,
  ],
  [
    /^(ERR_SSL_WRONG_VERSION|ERR_SSL_PACKET_LENGTH|EPROTO)/,
    ({ host }) => `${host} ne parle pas TLS sur ce port. Vérifiez le port, ou http: au lieu de https:.`,
  ],
];

function explainTls({ detail }: Failed, url: URL): string {
  const known = tlsFaults.find(([pattern]) => pattern.test(detail))?.[1](url);
  return known
    ? `${known} (${detail})`
    : `La connexion sécurisée a échoué (${detail}). Vérifiez le TLS de ${url.host}.`;
}

function explainReset({ path, status, detail }: Failed, url: URL): string {
  if (path.phase === "tls")
    return `${url.host} a coupé la connexion pendant la poignée de main TLS (${detail}). Vérifiez que ce port parle HTTPS.`;
  if (path.phase !== "body") {
    const other =
      url.protocol === "https:"
        ? "s’il exige un certificat client, Sorami n’en présente pas"
        : "si ce port attend du TLS, mettez https: au lieu de http:";
    return `${url.host} a coupé la connexion sans répondre (${detail}). Les journaux du récepteur disent pourquoi\u202f; ${other}.`;
  }
  const started = status === undefined ? "" : ` (HTTP ${status})`;
  return `La connexion a été coupée avant la fin de la réponse${started} (${detail}). Les journaux du récepteur disent pourquoi.`;
}

function explainRefused({ detail }: Failed, url: URL): string {
  const own = ownReceiverInsteadOf(url);
  const itself = own ? `\u202f; si ce devait être Sorami lui-même, l’adresse à donner est ${own}` : "";
  return `Personne ne répond à ${url.host} (${detail}). Vérifiez que le récepteur est démarré${itself}.`;
}

function sentenceOf(failed: Failed, sent: Sent): string {
  const { url } = sent;
  const { detail } = failed;
  const sentences: Record<Failure, () => string> = {
    dns: () => `Le nom ${url.hostname} ne se résout pas (${detail}). Vérifiez l’adresse et le DNS.`,
    blocked: () =>
      `L’adresse ${detail} est hors de portée du mode d’envoi. En production, WEBHOOK_ALLOWED_HOSTS peut l’autoriser.`,
    refused: () => explainRefused(failed, url),
    tls: () => explainTls(failed, url),
    timeout: () => explainTimeout(failed, sent),
    reset: () => explainReset(failed, url),
    protocol: () => explainProtocol(failed, url),
  };
  return sentences[failed.failure]();
}

export function explainFailure(failed: Failed, sent: Sent) {
  const { failure } = failed;
  const words: Partial<Record<Failure, string>> = { timeout: "Timeout du webhook", dns: offline, refused: offline };
  const message = sentenceOf(failed, sent);
  return { failure, words: words[failure] ?? `Erreur webhook: ${message}`, message };
}
