import type { ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import type { PracticeBehaviour } from "../contract/practice.ts";
import { receive } from "../library/receive.ts";

const dripMs = 500;
const askedWaitSeconds = 5;

type Received = { headers: Headers; body: Buffer };
type Behaviour = {
  title: string;
  description: string;
  answer: (response: ServerResponse, received: Received) => unknown;
};

const json = (response: ServerResponse, status: number, headers: Record<string, string> = {}) =>
  response
    .writeHead(status, { "Content-Type": "application/json", ...headers })
    .end(JSON.stringify({ success: status < 300, message: "Récepteur d’entraînement" }));

async function drip(response: ServerResponse) {
  response.writeHead(200, { "Content-Type": "text/plain" });
  while (!response.destroyed) {
    response.write(".");
    await sleep(dripMs);
  }
}

const cutOff = new Set<string>();
const maxRemembered = 1000;

/** Tells that an event comes here for the first time; the real receiver may have it from another endpoint. */
function isFirst(id: string): boolean {
  if (cutOff.has(id)) return false;
  if (cutOff.size >= maxRemembered) cutOff.clear();
  cutOff.add(id);
  return true;
}

/**
 * Stores the event as the real receiver does and, the first time, cuts its answer after a byte: the sender cannot know. Cut
 * before that, a kept connection would be replaced at once.
 */
async function resetAfterCommit(response: ServerResponse, { headers, body }: Received) {
  const stored = await receive(
    new Request("http://localhost/", { method: "POST", headers, body: new Uint8Array(body) }),
  );
  if (stored.ok && isFirst(headers.get("webhook-id") ?? "")) return response.socket?.end("H");
  response.writeHead(stored.status, { "Content-Type": "application/json" }).end(await stored.text());
}

export const behaviours: Record<PracticeBehaviour, Behaviour> = {
  ok: {
    title: "Accepte",
    description: "Répond 200 aussitôt\u202f: la livraison arrive au premier essai.",
    answer: (response) => json(response, 200),
  },
  "500": {
    title: "Échoue toujours",
    description: "Répond 500 à chaque essai\u202f: tout le calendrier se déroule, puis la livraison échoue.",
    answer: (response) => json(response, 500),
  },
  "429": {
    title: "Demande de ralentir",
    description: `Répond 429 avec Retry-After\u202f: ${askedWaitSeconds}\u202f: la destination est ralentie.`,
    answer: (response) => json(response, 429, { "Retry-After": String(askedWaitSeconds) }),
  },
  "410": {
    title: "N’existe plus",
    description: "Répond 410\u202f: la destination est désactivée jusqu’à ce qu’on la réactive.",
    answer: (response) => json(response, 410),
  },
  "301": {
    title: "Redirige",
    description: "Répond 301 vers une autre adresse\u202f: elle n’est jamais suivie, l’essai échoue.",
    answer: (response) => json(response, 301, { Location: "/api/practice/ok" }),
  },
  drip: {
    title: "Goutte sans fin",
    description: "Répond 200, puis un octet de temps en temps, sans fin\u202f: l’essai échoue après 30\u00a0s.",
    answer: drip,
  },
  hang: {
    title: "Ne répond pas",
    description: "Reçoit la requête et ne répond rien\u202f: l’essai échoue après 30\u00a0s.",
    answer: () => {},
  },
  reset: {
    title: "Coupe après avoir enregistré",
    description:
      "Enregistre vraiment l’événement, puis coupe sa réponse\u202f: l’essai suivant est reconnu comme un doublon, rien n’est reçu deux fois.",
    answer: resetAfterCommit,
  },
  garbage: {
    title: "Répond n’importe quoi",
    description: "Envoie des octets qui ne sont pas du HTTP\u202f: l’essai échoue, et le dit.",
    answer: (response) => response.socket?.end("Bonjour, ceci n’est pas du HTTP.\r\n\r\n"),
  },
};
