import { now } from "../../clock.ts";
import { parseSchedule } from "../../contract/schedule.ts";
import type { Source } from "../../contract/webhook.ts";
import type { Environment, EventType } from "../../contract/wire.ts";
import type { Transaction } from "../../database/client.ts";
import { env } from "../../env.ts";
import { type SigningSecret, signingSecrets, storedSecrets } from "../secrets/signing-secrets.ts";
import { unsealHeaders } from "./custom-headers.ts";
import { type EndpointRow, isDefault, readDefaultEndpoint, readEndpoints } from "./endpoint-rows.ts";
import { checkRules } from "./target-rules.ts";

/** The configuration in force: values of the page over the environment’s, over the defaults (contract §3). */
export type EndpointConfig = {
  endpointId: string;
  name: string;
  enabled: boolean;
  url: string;
  environment: Environment;
  hasSecret: boolean;
  /** All sign, the current one first; empty when there is none that can be decrypted. */
  secrets: SigningSecret[];
  sendSecret: boolean;
  customHeaders: Record<string, string>;
  eventTypes: EventType[];
  schedule: number[];
  throttledUntil: Date | null;
  sources: Record<"enabled" | "url" | "environment" | "secret", Source>;
  disabledReason: string | null;
  /** The last time it was switched on again; null while it is off, or if it never was. */
  enabledAt: Date | null;
  updatedAt: Date;
};

const sourceOf = (value: unknown, given = false): Source =>
  value !== null ? "page" : given ? "environment" : "default";

export function effective(row: EndpointRow): EndpointConfig {
  const { given, VERCEL } = env();
  const stored = storedSecrets(row, now());
  return {
    endpointId: row.id,
    name: row.name,
    enabled: row.enabled ?? true,
    url: row.url ?? env().WEBHOOK_URL,
    environment: (row.environment as Environment | null) ?? env().ENVIRONMENT,
    hasSecret: stored.configured || (isDefault(row) && Boolean(env().WEBHOOK_SECRET)),
    secrets: signingSecrets(row, now()),
    sendSecret: row.sendSecret,
    customHeaders: unsealHeaders(row.headers),
    eventTypes: row.eventTypes as EventType[],
    schedule: (row.retrySchedule !== null && parseSchedule(row.retrySchedule)) || env().WEBHOOK_RETRY_SCHEDULE,
    throttledUntil: row.throttledUntil,
    sources: {
      enabled: sourceOf(row.enabled),
      url: sourceOf(row.url, given.has("WEBHOOK_URL")),
      environment: sourceOf(row.environment, given.has("ENVIRONMENT") || VERCEL !== undefined),
      secret: stored.configured ? "page" : sourceOf(null, given.has("WEBHOOK_SECRET")),
    },
    disabledReason: row.disabledReason,
    enabledAt: row.enabledAt,
    updatedAt: row.updatedAt,
  };
}

export const readConfigs = async (client?: Transaction): Promise<EndpointConfig[]> =>
  (await readEndpoints(client)).map(effective);

export const readConfig = async (client?: Transaction): Promise<EndpointConfig> =>
  effective(await readDefaultEndpoint(client));

export function misconfiguration(config: EndpointConfig): string | null {
  if (config.hasSecret && config.secrets.length === 0) {
    return "Le secret enregistré ne peut plus être déchiffré (APP_SECRET a changé)\u202f: saisissez-le de nouveau.";
  }
  const names = { url: "L’adresse", secret: "Le secret", environment: "Le mode" };
  const [issue] = checkRules(config);
  return issue ? `${names[issue.path as keyof typeof names]} ${issue.message}.` : null;
}

export function blockedReason(config: EndpointConfig): string | null {
  if (!config.enabled)
    return (
      config.disabledReason ?? "L’envoi est désactivé\u202f: les livres terminés attendent qu’on les envoie à la main."
    );
  return misconfiguration(config);
}
