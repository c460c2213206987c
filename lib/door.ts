import { isIP } from "node:net";
import type { ErrorBody } from "./contract/error.ts";
import { env } from "./env.ts";
import { safeEqual } from "./safe-equal.ts";

const safeMethods = ["GET", "HEAD", "OPTIONS"];

/** Reads the token of a request: a Bearer’s, or the password of HTTP Basic. */
function readToken(headers: Headers): string | undefined {
  const [, scheme, credentials] = /^(bearer|basic) +(\S+)$/i.exec(headers.get("authorization") ?? "") ?? [];
  if (!scheme || !credentials) return undefined;
  if (scheme.toLowerCase() === "bearer") return credentials;
  const [, password] = /^[^:]*:(.*)$/s.exec(Buffer.from(credentials, "base64").toString("utf8")) ?? [];
  return password;
}

const matches = (token: string, expected: string | undefined) => expected !== undefined && safeEqual(token, expected);

/** Tells what is open to everybody: health, the receiver, and files that are the same for all. */
export const isOpen = (pathname: string) =>
  /^\/(?:api\/webhooks\/book-completion\/?$|health\/?$|api\/health\/?$|_next\/static\/)/.test(pathname);

/** ADMIN_TOKEN opens everything, CRON_SECRET what the platform calls on schedule. */
export function showsToken(headers: Headers, pathname: string): boolean {
  const { ADMIN_TOKEN, CRON_SECRET } = env();
  const token = readToken(headers);
  if (!token) return false;
  return matches(token, ADMIN_TOKEN) || (pathname === "/api/queue/drain" && matches(token, CRON_SECRET));
}

/**
 * Recognises a request of another site’s page. A page cannot forge Sec-Fetch-Site; where it does not decide, the
 * origin’s host must be the one that was asked.
 */
function isCrossSite(headers: Headers): boolean {
  const site = headers.get("sec-fetch-site");
  if (site === "cross-site") return true;
  const origin = headers.get("origin");
  if (site === "same-origin" || site === "none" || origin === null) return false;
  const host = URL.canParse(origin) ? new URL(origin).host : "";
  return host === "" || ![headers.get("host"), headers.get("x-forwarded-host")].includes(host);
}

const isLoopback = (host: string) => host === "localhost" || host === "::1" || /^127\./.test(host);
const isLocal = (host: string) =>
  isIP(host.replace(/^\[|\]$/g, "")) !== 0 || host === env().HOST || /^(.+\.)?localhost$/.test(host);

/**
 * Recognises DNS rebinding: a page elsewhere whose name resolves to this machine is the same site to its browser. An
 * address, or a name that is always this machine’s, cannot be such a page’s.
 */
function isRebinding(headers: Headers): boolean {
  const { ENVIRONMENT, HOST, VERCEL } = env();
  if (ENVIRONMENT === "production" || VERCEL || !isLoopback(HOST)) return false;
  const address = `http://${headers.get("host")}`;
  return !URL.canParse(address) || !isLocal(new URL(address).hostname);
}

type Visitor = { method: string; pathname: string; headers: Headers };
export type DoorRefusal = { status: number; body: ErrorBody | string; headers?: Record<string, string> };

const page = `<!doctype html>
<html lang="fr">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Sorami — accès réservé</title>
<style>:root{color-scheme:light dark}body{font:1.1rem/1.5 Georgia,serif;max-width:32rem;margin:15vh auto;padding:0 1.5rem}</style>
<h1>Accès réservé</h1>
<p>Rechargez la page et donnez le jeton d’administration (ADMIN_TOKEN) comme mot de passe ; le nom est libre.</p>
</html>
`;

/**
 * Guards every page and API route but what `isOpen`: in production only ADMIN_TOKEN opens them (contract §1), and another
 * site’s page changes nothing (contract §6), nor reads anything in development.
 * @returns the refusal, an HTML page or an error, or undefined when the request may pass
 */
export function guard({ method, pathname, headers }: Visitor): DoorRefusal | undefined {
  if (env().ENVIRONMENT === "production" && !showsToken(headers, pathname)) {
    const message = "Le jeton d’administration (ADMIN_TOKEN) est requis\u202f: Authorization: Bearer, ou HTTP Basic.";
    if (/^\/+(api|job-status)(\/|$)/i.test(pathname)) {
      const challenge = { "WWW-Authenticate": 'Bearer realm="Sorami"' };
      return { status: 401, body: { error: "Unauthorized", message }, headers: challenge };
    }
    const challenge = { "WWW-Authenticate": 'Basic realm="Sorami", charset="UTF-8"' };
    return { status: 401, body: page, headers: { "Content-Type": "text/html; charset=utf-8", ...challenge } };
  }
  if (isRebinding(headers)) {
    const message =
      "En développement, Sorami ne répond qu’à l’adresse de cette machine, comme localhost\u202f; sous un autre nom, définissez HOST.";
    return { status: 403, body: { error: "forbidden", message } };
  }
  if (!safeMethods.includes(method) && isCrossSite(headers)) {
    const message = "Une page d’un autre site ne peut rien changer ici\u202f: passez par votre serveur.";
    return { status: 403, body: { error: "forbidden", message } };
  }
  return undefined;
}
