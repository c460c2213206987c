import type { Issue } from "../../contract/error.ts";
import type { Environment } from "../../contract/wire.ts";
import { env } from "../../env.ts";
import type { Reach } from "../../http-client/addresses.ts";
import { isRefusedByName, resolve } from "../../http-client/resolve.ts";

export function reachOf(environment: Environment): Reach {
  if (environment === "development") return { only: "loopback" };
  return { only: "public", allowed: env().WEBHOOK_ALLOWED_HOSTS };
}

const outOfReach: Record<Environment, string> = {
  development: "doit désigner cette machine en développement (localhost, 127.0.0.0/8, [::1])",
  production: "ne doit pas être privée ni réservée en production",
};

function urlFault(text: string, environment: Environment): string | undefined {
  const url = URL.parse(text);
  if (/[\s\p{Cc}]/u.test(text)) return "contient une espace, un retour à la ligne ou un caractère de contrôle";
  if (!url || !/^https?:$/.test(url.protocol)) return "n’est pas une URL http: ou https:";
  if (url.username || url.password) return "ne doit pas contenir d’identifiants";
  if (environment === "production" && url.protocol !== "https:") return "doit être en https: en production";
  return isRefusedByName(url.hostname, reachOf(environment)) ? outOfReach[environment] : undefined;
}

export function checkRules(config: { url: string; environment: Environment; hasSecret: boolean }): Issue[] {
  const fault = urlFault(config.url, config.environment);
  const issues: Issue[] = fault ? [{ path: "url", message: fault }] : [];
  if (config.environment === "production" && !config.hasSecret) {
    issues.push({ path: "secret", message: "est requis en production" });
  }
  return issues;
}

/** Resolves an endpoint's host: an address out of reach is an issue, a name that does not resolve yet a warning. */
export async function checkHost(url: string, environment: Environment): Promise<{ issue?: Issue; warning?: string }> {
  const { hostname } = new URL(url);
  const resolved = await resolve(hostname, reachOf(environment));
  if ("addresses" in resolved) return {};
  if (resolved.fault === "blocked") return { issue: { path: "url", message: outOfReach[environment] } };
  return {
    warning: `Le nom ${hostname} ne se résout pas encore\u202f: les envois échoueront tant que le DNS ne répond pas.`,
  };
}
