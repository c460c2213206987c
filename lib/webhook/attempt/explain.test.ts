import { expect, test } from "vitest";
import type { Failure } from "../../http-client/failure.ts";
import type { Exchange } from "../../http-client/request.ts";
import { type Phase, startTrace } from "../../http-client/trace.ts";
import { explain } from "./explain.ts";

const at = new Date("2026-11-23T12:00:00Z");
const url = "https://recepteur.example:8443/webhook";
type Mode = { environment?: "development" | "production"; sendSecret?: boolean };
const of = (exchange: object, { environment = "production", sendSecret = true }: Mode = {}) =>
  explain(exchange as Exchange, { url, timeoutMs: 30_000, at, environment, sendSecret });

const answered = (status: number, headers: Record<string, string> = {}, body = "", mode: Mode = {}) => {
  const path = startTrace().end();
  return of({ ok: true, status, headers, body: Buffer.from(body), truncated: false, durationMs: 1, path }, mode);
};
const failed = (failure: Failure, detail = "", phase: Phase = "answer", partial: object = {}) => {
  const path = { ...startTrace().end(), phase };
  return of({ ok: false, failure, detail, durationMs: 1, path, ...partial });
};

test.each([200, 201, 204, 299])("%i est un succès", (status) => expect(answered(status)).toBeNull());

test.each([
  [
    301,
    { location: "https://ailleurs.example/" },
    "redirige vers https://ailleurs.example/. Une redirection n’est jamais suivie",
  ],
  [302, {}, "redirige sans dire où (Location). Une redirection n’est jamais suivie"],
  [304, {}, "« non modifié »"],
  [400, {}, "les en-têtes svix-… ne partent pas"],
  [401, {}, "refuse la signature ou le secret"],
  [403, {}, "interdit l’accès"],
  [404, {}, "Vérifiez son chemin"],
  [405, {}, "n’accepte pas POST"],
  [410, {}, "L’envoi est désactivé"],
  [413, {}, "trop gros pour le récepteur"],
  [415, {}, "n’accepte pas du JSON"],
  [418, {}, "Seul un statut 2xx vaut réception"],
  [422, {}, "refuse le contenu"],
  [429, {}, "demande de ralentir"],
  [500, {}, "il dira réussi l’essai suivant, sans livre"],
  [502, {}, "ne le joint pas"],
  [503, {}, "indisponible ou surchargé"],
  [504, {}, "trop lent"],
])("HTTP %i se comprend", (status, headers, words) => {
  const explanation = answered(status, headers);
  expect(explanation?.message).toContain(`HTTP ${status}\u202f: `);
  expect(explanation?.message).toContain(words);
  expect(explanation?.words).toBe(`Erreur webhook: HTTP ${status}`);
});

test("à qui a gardé l’adresse d’un autre port, celle de Sorami est donnée", () => {
  const [path, own] = ["/api/webhooks/book-completion", "http://localhost:3000/api/webhooks/book-completion"];
  const refusedAt = (url: string) =>
    explain(
      { ok: false, failure: "refused", detail: "ECONNREFUSED", durationMs: 1, path: startTrace().end() } as Exchange,
      { url, timeoutMs: 30_000, at, environment: "development", sendSecret: false },
    )?.message;
  expect(refusedAt(`http://localhost:3777${path}`)).toContain(own);
  expect(refusedAt("http://localhost:3777/webhook")).not.toContain(own);
});

test("ce que le récepteur dit de son refus est cité, sur une ligne, et court", () => {
  const body = JSON.stringify({ error: "Unauthorized", message: "X-Webhook-Secret\nne correspond pas." });
  expect(answered(401, {}, body)?.message).toContain("Il dit\u202f: «\u00a0X-Webhook-Secret ne correspond pas.\u00a0»");
  const long = answered(422, {}, JSON.stringify({ message: "a".repeat(5000) }));
  expect(long?.message.length).toBeLessThan(400);
  for (const unreadable of ["", "<html>", "null", "[]", '{"message": 3}'])
    expect(answered(422, {}, unreadable)?.message).not.toContain("Il dit");
  expect(answered(422, { "content-encoding": "gzip" }, body)?.message).not.toContain("Il dit");
});

test("un refus dit que X-Webhook-Secret n’est pas parti, quand il ne part pas", () => {
  const missing = /X-Webhook-Secret (ne part jamais|est coupé)/;
  for (const status of [401, 403]) {
    expect(answered(status)?.message).not.toMatch(missing);
    expect(answered(status, {}, "", { environment: "development" })?.message).toMatch("ne part jamais");
    expect(answered(status, {}, "", { sendSecret: false })?.message).toMatch("est coupé");
  }
  for (const status of [400, 404, 500])
    expect(answered(status, {}, "", { environment: "development" })?.message).not.toMatch(missing);
});

test("une horloge qui s’écarte de plus d’une minute est dite, et au-delà de cinq c’est la cause", () => {
  const dated = (seconds: number, status = 401) =>
    answered(status, { date: new Date(at.getTime() + seconds * 1000).toUTCString() });
  expect(dated(412)).toMatchObject({ failure: "clock" });
  expect(dated(412)?.message).toContain("l’horloge du récepteur avance de 412 s");
  expect(dated(-3600, 403)?.message).toContain("l’horloge du récepteur retarde de 3600 s");
  expect(dated(90)).toMatchObject({ failure: "status" });
  expect(dated(90)?.message).toContain("De plus, l’horloge du récepteur avance de 90 s");
  expect(dated(30)?.message).not.toContain("horloge");
  expect(dated(412, 500)).toMatchObject({ failure: "status" });
  for (const date of ["40", "-40", "3600.5", "in 40", "2026-11-24T12:00:00Z", "Tue, 31 Feb 2026 12:00:00 GMT"])
    expect(answered(401, { date })?.message, date).not.toContain("horloge");
});

test.each<[Failure, string, Phase, string]>([
  ["dns", "ENOTFOUND", "dns", "Le nom recepteur.example ne se résout pas (ENOTFOUND)"],
  ["blocked", "10.0.0.1", "dns", "L’adresse 10.0.0.1 est hors de portée"],
  ["refused", "ECONNREFUSED", "connect", "Personne ne répond à recepteur.example:8443"],
  ["tls", "CERT_HAS_EXPIRED", "tls", "a expiré. Renouvelez-le"],
  ["tls", "CERT_NOT_YET_VALID", "tls", "n’est pas encore valable"],
  ["tls", "ERR_TLS_CERT_ALTNAME_INVALID", "tls", "n’est pas au nom de recepteur.example"],
  ["tls", "DEPTH_ZERO_SELF_SIGNED_CERT", "tls", "autorité inconnue"],
  ["tls", "UNABLE_TO_VERIFY_LEAF_SIGNATURE", "tls", "autorité inconnue"],
  ["tls", "ERR_SSL_WRONG_VERSION_NUMBER", "tls", "ne parle pas TLS sur ce port"],
  ["tls", "ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION", "tls", "anciennes versions de TLS"],
  ["tls", "ERR_SSL_TLSV1_ALERT_NO_APPLICATION_PROTOCOL", "tls", "HTTP/2 seulement"],
  ["tls", "ERR_SSL_TLSV1_UNRECOGNIZED_NAME", "tls", "ne connaît pas le nom recepteur.example (SNI)"],
  ["tls", "ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED", "answer", "exige un certificat client"],
  ["tls", "ERR_SSL_SSLV3_ALERT_BAD_CERTIFICATE", "tls", "exige un certificat client"],
  ["tls", "ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE", "tls", "ou il exige un certificat client"],
  ["tls", "ERR_SSL_TLSV1_ALERT_INTERNAL_ERROR", "tls", "La connexion sécurisée a échoué"],
  ["timeout", "", "dns", "Le DNS n’a rien répondu"],
  ["timeout", "", "connect", "n’a pas abouti en 30 s"],
  ["timeout", "", "tls", "poignée de main TLS en 30 s"],
  ["timeout", "", "answer", "a reçu la requête, mais n’a rien répondu en 30 s"],
  ["timeout", "", "body", "La réponse a commencé, mais ne s’est pas terminée en 30 s"],
  ["reset", "ECONNRESET", "tls", "pendant la poignée de main TLS"],
  ["reset", "ECONNRESET", "answer", "s’il exige un certificat client"],
  ["reset", "ECONNRESET", "body", "avant la fin de la réponse"],
  ["protocol", "UND_ERR_HEADERS_OVERFLOW", "body", "dépassent 16 Kio"],
  ["protocol", "HPE_INVALID_CONSTANT", "answer", "n’est pas du HTTP valide"],
])("%s %s pendant %s se comprend", (failure, detail, phase, words) => {
  expect(failed(failure, detail, phase)?.message).toContain(words);
});

test("une réponse commencée puis coupée dit son statut", () => {
  expect(failed("timeout", "", "body", { status: 200 })?.message).toContain("a commencé (HTTP 200)");
});

test("les mots du journal sont ceux du document", () => {
  expect(failed("timeout")?.words).toBe("Timeout du webhook");
  expect(failed("dns", "ENOTFOUND")?.words).toBe("Erreur de connexion - Frontend hors ligne");
  expect(failed("refused", "ECONNREFUSED")?.words).toBe("Erreur de connexion - Frontend hors ligne");
});
