import { now } from "../../clock.ts";
import type { EndpointList, EndpointSecret, EndpointView, KeyView } from "../../contract/endpoint.ts";
import { fingerprint } from "../../contract/fingerprint.ts";
import { parseSecrets } from "../../contract/secret.ts";
import type { EndpointKey } from "../../database/generated/client.ts";
import { unseal } from "../../sealed.ts";
import { environmentSecretId, lastEnvironmentUse } from "../secrets/environment-secret.ts";
import { mask } from "../secrets/mask.ts";
import { environmentSecret, storedSecrets } from "../secrets/signing-secrets.ts";
import { blockedReason, effective } from "./config.ts";
import { type EndpointRow, findEndpoint, isDefault, readEndpoints } from "./endpoint-rows.ts";
import { pausesFrom, percentUsed } from "./failure-window.ts";
import { countMissed } from "./missed.ts";

function toKeyView(row: EndpointKey, environmentFingerprint: string | undefined): KeyView {
  const secret = parseSecrets(unseal(row.secret) ?? "")?.[0];
  const name = secret ? fingerprint(secret) : "";
  return {
    id: row.id,
    fingerprint: name,
    current: row.expiresAt === null,
    source: secret && name === environmentFingerprint ? "environment" : "page",
    created_at: row.createdAt.toISOString(),
    expires_at: row.expiresAt?.toISOString() ?? null,
    last_verified_at: row.lastVerifiedAt?.toISOString() ?? null,
  };
}

async function toKeyViews(row: EndpointRow, at: Date): Promise<KeyView[]> {
  const { valid, configured } = storedSecrets(row, at);
  const inEnvironment = isDefault(row) ? environmentSecret() : undefined;
  const name = inEnvironment && fingerprint(inEnvironment);
  const stored = valid.map((key) => toKeyView(key, name));
  if (configured || name === undefined) return stored;
  const current: KeyView = {
    id: environmentSecretId,
    fingerprint: name,
    current: true,
    source: "environment",
    created_at: row.createdAt.toISOString(),
    expires_at: null,
    last_verified_at: (await lastEnvironmentUse(row))?.toISOString() ?? null,
  };
  return [current, ...stored];
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
    keys: await toKeyViews(row, at),
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

export const listEndpoints = async (): Promise<EndpointList> => ({ items: await toViews(await readEndpoints()) });

/** Answers a change, with a generated secret that is shown this once. */
export async function toEndpointSecret(changed: {
  row: EndpointRow;
  secret?: string;
  warning?: string;
}): Promise<EndpointSecret> {
  const { row, ...told } = changed;
  return { endpoint: await toEndpointView(row), ...told };
}

export async function toEndpointView(row: EndpointRow): Promise<EndpointView> {
  return toView(row, (await countMissed([row])).get(row.id) ?? 0);
}

/** @throws {AppError} not_found */
export const getEndpoint = async (id: string): Promise<EndpointView> => toEndpointView(await findEndpoint(id));
