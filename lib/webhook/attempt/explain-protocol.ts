import { toOneLine } from "../../contract/text.ts";
import type { Exchange } from "../../http-client/request.ts";

type Failed = Extract<Exchange, { ok: false }>;

/** The parser’s reasons, and those of the answer’s head, in French; the first that matches counts. */
const reasons: [RegExp, string][] = [
  [/^Status below 100$/, "son statut est inférieur à 100"],
  [/^Invalid (response )?status/, "son statut n’a pas trois chiffres"],
  [
    /^Invalid HTTP version$|^Invalid (major|minor) version$|^Expected dot$|after version$/,
    "ce n’est pas HTTP/1.0 ou 1.1",
  ],
  [/^Expected HTTP\//, "elle ne commence pas par une version d’HTTP"],
  [/^Content-Length values differ$|^Duplicate Content-Length$/, "elle annonce deux longueurs différentes"],
  [
    /^Content-Length can't be|^Transfer-Encoding can't be/,
    "elle annonce à la fois une longueur (Content-Length) et un codage (Transfer-Encoding)",
  ],
  [/^Content-Length overflow$/, "sa longueur (Content-Length) est démesurée"],
  [/^Empty Content-Length$/, "sa longueur (Content-Length) est vide"],
  [/in Content-Length$/, "sa longueur (Content-Length) n’est pas un nombre entier"],
  [/Transfer-Encoding/, "son codage (Transfer-Encoding) est mal formé"],
  [/^Chunk size overflow$/, "la taille d’un morceau (chunked) est démesurée"],
  [/after chunk data$/, "un morceau (chunked) n’a pas la taille qu’il annonce"],
  [/^Missing expected CR after chunk/, "la taille d’un morceau (chunked) finit par LF seul, au lieu de CR LF"],
  [/chunk size/, "la taille d’un morceau (chunked) est illisible"],
  [/chunk extension/, "l’extension d’un morceau (chunked) est mal formée"],
  [/^Unexpected whitespace after header value$/, "un en-tête continue sur la ligne suivante, ce qu’HTTP n’admet plus"],
  [/^Unexpected space after start line$/, "une espace suit sa première ligne"],
  [/^Missing expected CR/, "ses lignes finissent par LF seul, au lieu de CR LF"],
  [/LF/, "un CR n’y est pas suivi de LF"],
  [/^Invalid header (token|field char)$/, "le nom d’un en-tête contient un caractère interdit, peut-être une espace"],
  [/^Invalid header value char$/, "la valeur d’un en-tête contient un caractère de contrôle"],
  [/^Data after/, "des octets suivent une réponse qui devait être la dernière"],
  [/^Invalid EOF state$/, "elle s’arrête avant sa fin"],
  [/^Too many interim answers$/, "elle n’en finit pas de répondre 1xx"],
  [/^Too many bytes$/, "ses en-têtes et son découpage dépassent 1 Mio"],
];

const others: Record<string, (url: URL) => string> = {
  UND_ERR_HEADERS_OVERFLOW: () =>
    "Les en-têtes de la réponse dépassent 16 Kio. Vérifiez que l’adresse est celle du récepteur.",
  "Unasked protocol change": () =>
    "HTTP 101\u202f: le récepteur passe à un autre protocole sans qu’on le lui demande. Vérifiez que l’adresse est celle d’un webhook, et non d’un WebSocket.",
  "TLS record": ({ host }) => `${host} parle TLS sur ce port. Mettez https: au lieu de http:.`,
  "HTTP/2 frame": ({ host }) => `${host} répond en HTTP/2, que Sorami ne parle pas. Ouvrez-y HTTP/1.1.`,
};

function quoteOpening(opening: Buffer): string {
  const text = opening.toString("latin1").split(/[\r\n]/, 1)[0] ?? "";
  const isText = /^[\x20-\x7e]+$/.test(text);
  const shown = isText ? `«\u00a0${toOneLine(text)}\u00a0»` : `les octets ${opening.subarray(0, 8).toString("hex")}`;
  return ` Elle commence par ${shown}.`;
}

export function explainProtocol({ detail, opening }: Failed, url: URL): string {
  const other = others[detail]?.(url);
  if (other) return other;
  const reason = reasons.find(([pattern]) => pattern.test(detail))?.[1];
  const quoted = opening ? quoteOpening(opening) : "";
  return `La réponse n’est pas du HTTP valide${reason ? `\u202f: ${reason}` : ""} (${detail}).${quoted} Vérifiez que l’adresse est celle du récepteur.`;
}
