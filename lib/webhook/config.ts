import { now } from "../clock.ts";
import { parseSecrets, type SecretKey } from "../contract/secret.ts";
import type { Source } from "../contract/webhook.ts";
import type { Environment } from "../contract/wire.ts";
import { db, type Transaction } from "../database/client.ts";
import type { Endpoint } from "../database/generated/client.ts";
import { env } from "../env.ts";
import { unseal } from "../sealed.ts";
import { perProcess } from "../shared.ts";
import { checkRules } from "./rules.ts";

const processStart = perProcess("started at", now);

/** The one endpoint there is today. */
export const defaultEndpoint = "default";

/** What sending works with: what the page set, over the environment, over the defaults (contract §3). */
export type EndpointConfig = {
  endpointId: string;
  enabled: boolean;
  url: string;
  environment: Environment;
  hasSecret: boolean;
  /** The first signs. Empty without a secret, or when the stored one can no longer be decrypted. */
  keys: SecretKey[];
  sources: Record<"enabled" | "url" | "environment" | "secret", Source>;
  disabledReason: string | null;
  updatedAt: Date;
};

const fromPage = (value: unknown, given = false): Source =>
  value !== null ? "page" : given ? "environment" : "default";

/** Lays a stored endpoint over the environment. */
export function effective(row: Endpoint): EndpointConfig {
  const setting = row.secret ? unseal(row.secret) : env().WEBHOOK_SECRET;
  const { given, VERCEL_ENV } = env();
  return {
    endpointId: row.id,
    enabled: row.enabled ?? true,
    url: row.url ?? env().WEBHOOK_URL,
    environment: (row.environment as Environment | null) ?? env().ENVIRONMENT,
    hasSecret: Boolean(row.secret ?? env().WEBHOOK_SECRET),
    keys: (setting && parseSecrets(setting)) || [],
    sources: {
      enabled: fromPage(row.enabled),
      url: fromPage(row.url, given.has("WEBHOOK_URL")),
      environment: fromPage(row.environment, given.has("ENVIRONMENT") || VERCEL_ENV === "production"),
      secret: fromPage(row.secret, given.has("WEBHOOK_SECRET")),
    },
    disabledReason: row.disabledReason,
    updatedAt: row.updatedAt,
  };
}

/** The stored endpoint, made at its first use. */
export async function endpointRow(client: Transaction = db()): Promise<Endpoint> {
  const where = { id: defaultEndpoint };
  const row = await client.endpoint.findUnique({ where });
  if (row) return row;
  await client.endpoint.createMany({ data: [{ ...where, updatedAt: processStart.get() }], skipDuplicates: true });
  return client.endpoint.findUniqueOrThrow({ where });
}

/** The configuration in force. */
export const readConfig = async (client?: Transaction): Promise<EndpointConfig> => effective(await endpointRow(client));

/** Why nothing can be sent with this configuration, switched on or not, as a French sentence; null when it can. */
export function misconfiguration(config: EndpointConfig): string | null {
  if (config.hasSecret && config.keys.length === 0) {
    return "Le secret enregistré ne peut plus être déchiffré (APP_SECRET a changé)\u202f: saisissez-le de nouveau.";
  }
  const names = { url: "L’adresse", secret: "Le secret", environment: "Le mode" };
  const [issue] = checkRules(config);
  return issue ? `${names[issue.path as keyof typeof names]} ${issue.message}.` : null;
}

/** Why nothing would be sent now; null when sending works. */
export function blockedReason(config: EndpointConfig): string | null {
  if (!config.enabled)
    return (
      config.disabledReason ?? "L’envoi est désactivé\u202f: les livres terminés attendent qu’on les envoie à la main."
    );
  return misconfiguration(config);
}
