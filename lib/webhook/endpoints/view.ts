import { now } from "../../clock.ts";
import type { EndpointList, EndpointSecret, EndpointView, KeyView } from "../../contract/endpoint.ts";
import { fingerprint } from "../../contract/fingerprint.ts";
import { parseSecrets } from "../../contract/secret.ts";
import { unseal } from "../../sealed.ts";
import { environmentKeyId, lastEnvironmentUse } from "../secrets/environment-secret.ts";
import { mask } from "../secrets/mask.ts";
import { environmentKey, storedKeys } from "../secrets/signing-secrets.ts";
import { blockedReason, effective } from "./config.ts";
import { pausesFrom, percentUsed } from "./failure-window.ts";
import { countMissed } from "./missed.ts";
import { type EndpointRow, endpointRows, findEndpoint, isDefault } from "./endpoint-rows.ts";

async function keysOf(row: EndpointRow, at: Date): Promise<KeyView[]> {
  const { valid, configured } = storedKeys(row, at);
  const fromEnvironment = isDefault(row) ? environmentKey() : undefined;
  const given = fromEnvironment && fingerprint(fromEnvironment);
  const stored = valid.map((one): KeyView => {
    const key = parseSecrets(unseal(one.secret) ?? "")?.[0];
    const name = key ? fingerprint(key) : "";
    return {
      id: one.id,
      fingerprint: name,
      current: one.expiresAt === null,
      source: key && name === given ? "environment" : "page",
      created_at: one.createdAt.toISOString(),
      expires_at: one.expiresAt?.toISOString() ?? null,
      last_verified_at: one.lastVerifiedAt?.toISOString() ?? null,
    };
  });
  if (configured || given === undefined) return stored;
  const created_at = row.createdAt.toISOString();
  const last_verified_at = (await lastEnvironmentUse(row))?.toISOString() ?? null;
  const current = { id: environmentKeyId, fingerprint: given, current: true, source: "environment" as const };
  return [{ ...current, created_at, expires_at: null, last_verified_at }, ...stored];
}

function failingOf({ failingSince, pausesAt, failures }: EndpointRow, at: Date): EndpointView["failing"] {
  if (!failingSince) return null;
  const failing = { failingSince, pausesAt };
  const pauses_at = pausesFrom(failing, at).toISOString();
  return { since: failingSince.toISOString(), failures, percent: percentUsed(failing, at), pauses_at };
}

async function toView(row: EndpointRow, missed: number): Promise<EndpointView> {
  const config = effective(row);
  const at = now();
  const { throttledUntil } = row;
  return {
    id: row.id,
    is_default: isDefault(row),
    name: row.name,
    url: config.url,
    environment: config.environment,
    enabled: config.enabled,
    event_types: config.eventTypes,
    headers: Object.fromEntries(Object.keys(config.customHeaders).map((name) => [name, mask])),
    send_secret: config.sendSecret,
    retry_schedule: row.retrySchedule,
    keys: await keysOf(row, at),
    blocked: blockedReason(config),
    disabled_at: row.disabledAt?.toISOString() ?? null,
    enabled_at:
      row.enabledAt && row.enabledAt >= (row.disabledAt ?? row.enabledAt) ? row.enabledAt.toISOString() : null,
    missed,
    missed_since: row.missedSince?.toISOString() ?? null,
    throttled_until: throttledUntil && throttledUntil > at ? throttledUntil.toISOString() : null,
    failing: failingOf(row, at),
    created_at: row.createdAt.toISOString(),
    updated_at: row.updatedAt.toISOString(),
  };
}

async function toViews(rows: EndpointRow[]): Promise<EndpointView[]> {
  const missed = await countMissed(rows);
  return Promise.all(rows.map((row) => toView(row, missed.get(row.id) ?? 0)));
}

/** Every endpoint, the default one first. */
export const listEndpoints = async (): Promise<EndpointList> => ({ items: await toViews(await endpointRows()) });

/** What a change answers, with what is told only once. */
export async function toEndpointSecret(changed: {
  row: EndpointRow;
  secret?: string;
  warning?: string;
}): Promise<EndpointSecret> {
  const { row, ...told } = changed;
  return { endpoint: await toEndpointView(row), ...told };
}

/** One endpoint as the API shows it. */
export async function toEndpointView(row: EndpointRow): Promise<EndpointView> {
  return toView(row, (await countMissed([row])).get(row.id) ?? 0);
}

/** One endpoint. @throws {AppError} not_found */
export const getEndpoint = async (id: string): Promise<EndpointView> => toEndpointView(await findEndpoint(id));
