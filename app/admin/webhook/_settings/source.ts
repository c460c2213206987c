import type { WebhookSettings } from "#lib/contract/webhook.ts";

type Name = keyof WebhookSettings["sources"];

const variables: Record<Name, string | undefined> = {
  enabled: undefined,
  url: "WEBHOOK_URL",
  environment: "ENVIRONMENT",
  secret: "WEBHOOK_SECRET",
};

/** Names the source of a value. */
export function sourceOf(name: Name, source: WebhookSettings["sources"][Name]): string {
  if (source === "page") return "défini ici";
  const variable = variables[name];
  return source === "environment" && variable ? `variable ${variable}` : "valeur par défaut";
}
