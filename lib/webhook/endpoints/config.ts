import { now } from "../../clock.ts";
import { parseSchedule } from "../../contract/schedule.ts";
import type { Source } from "../../contract/webhook.ts";
import type { Environment, EventType } from "../../contract/wire.ts";
import type { Transaction } from "../../database/client.ts";
import { env } from "../../env.ts";
import { type SigningKey, signingKeys, storedKeys } from "../secrets/signing-secrets.ts";
import { openHeaders } from "./custom-headers.ts";
import { type EndpointRow, endpointRow, endpointRows, isDefault } from "./endpoint-rows.ts";
import { checkRules } from "./target-rules.ts";

/** What sending to an endpoint works with: what the page set, over the environment, over the defaults (contract §3). */
export type EndpointConfig = {
  endpointId: string;
  name: string;
  enabled: boolean;
  url: string;
  environment: Environment;
  hasSecret: boolean;
  /** All sign, the current one first. Empty without a secret, or when the stored one can no longer be decrypted. */
  keys: SigningKey[];
  /** Whether `X-Webhook-Secret` goes with the signature in production. */
  sendSecret: boolean;
  customHeaders: Record<string, string>;
  /** Empty: all. */
  eventTypes: EventType[];
  /** Milliseconds before each attempt. */
  schedule: number[];
  throttledUntil: Date | null;
  sources: Record<"enabled" | "url" | "environment" | "secret", Source>;
  disabledReason: string | null;
  /** When it was last switched on again; null while it is off, or never was. */
  enabledAt: Date | null;
  updatedAt: Date;
};

const fromPage = (value: unknown, given = false): Source =>
  value !== null ? "page" : given ? "environment" : "default";

/** Lays a stored endpoint over the environment. Only the default one has null fields. */
export function effective(row: EndpointRow): EndpointConfig {
  const { given, VERCEL_ENV } = env();
  const stored = storedKeys(row, now());
  return {
    endpointId: row.id,
    name: row.name,
    enabled: row.enabled ?? true,
    url: row.url ?? env().WEBHOOK_URL,
    environment: (row.environment as Environment | null) ?? env().ENVIRONMENT,
    hasSecret: stored.configured || (isDefault(row) && Boolean(env().WEBHOOK_SECRET)),
    keys: signingKeys(row, now()),
    sendSecret: row.sendSecret,
    customHeaders: openHeaders(row.headers),
    eventTypes: row.eventTypes as EventType[],
    schedule: (row.retrySchedule !== null && parseSchedule(row.retrySchedule)) || env().WEBHOOK_RETRY_SCHEDULE,
    throttledUntil: row.throttledUntil,
    sources: {
      enabled: fromPage(row.enabled),
      url: fromPage(row.url, given.has("WEBHOOK_URL")),
      environment: fromPage(row.environment, given.has("ENVIRONMENT") || VERCEL_ENV === "production"),
      secret: stored.configured ? "page" : fromPage(null, given.has("WEBHOOK_SECRET")),
    },
    disabledReason: row.disabledReason,
    enabledAt: row.enabledAt,
    updatedAt: row.updatedAt,
  };
}

/** Every endpoint that was not deleted, the default one first, then the oldest. */
export const readConfigs = async (client?: Transaction): Promise<EndpointConfig[]> =>
  (await endpointRows(client)).map(effective);

/** The default endpoint's configuration in force. */
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
