import { now } from "../../clock.ts";
import type { EndpointUpdate } from "../../contract/endpoint.ts";
import { type Transaction, transaction } from "../../database/client.ts";
import type { Prisma } from "../../database/generated/client.ts";
import { newId } from "../../ids.ts";
import { boss } from "../../queue/boss.ts";
import { seal } from "../../sealed.ts";
import { sendPostponed } from "../schedule/postpone.ts";
import { checkReach, checkTarget, refuse, type Target } from "./check.ts";
import { type EndpointConfig, effective } from "./config.ts";
import { sealHeaders } from "./custom-headers.ts";
import { healthy } from "./failure-window.ts";
import { mergeHeaders } from "./header-rules.ts";
import { type EndpointRow, findEndpoint, lockEndpoint } from "./endpoint-rows.ts";

/** A change of settings; a new secret takes the place of all keys at once. */
type Change = EndpointUpdate & { secret?: string | undefined };

const given = (fields: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

/** Switching off is always allowed; what touches where and how it sends must leave a configuration that can. */
const mustSend = ({ enabled, url, environment, secret, send_secret }: Change) =>
  enabled === true || [url, environment, secret].some((value) => value !== undefined) || send_secret === false;

const targetOf = ({ url, environment, secret, send_secret }: Change, current: EndpointConfig): Target => ({
  url: url ?? current.url,
  environment: environment ?? current.environment,
  hasSecret: secret !== undefined || current.hasSecret,
  sendSecret: send_secret ?? current.sendSecret,
});

type Before = { current: EndpointConfig; failingSince: Date | null; at: Date };

/** Switching on forgives what the endpoint was switched off for; switching off notes since when. */
function switched(enabled: boolean, { current, failingSince, at }: Before) {
  if (enabled) return { enabled, disabledReason: null, ...(!current.enabled && { enabledAt: at }), ...healthy };
  return { enabled, ...(current.enabled && { disabledAt: at, missedSince: failingSince ?? at, enabledAt: null }) };
}

/** What went wrong at another address says nothing of the new one. */
const moves = ({ url }: Change, current: EndpointConfig) => url !== undefined && url !== current.url;

function columns(change: Change, before: Before): Prisma.EndpointUpdateInput {
  const { current, at } = before;
  const { enabled, name, url, environment, event_types, headers, send_secret, retry_schedule } = change;
  const merged = mergeHeaders(current.customHeaders, headers ?? {});
  refuse(merged.issues);
  return {
    ...(moves(change, current) && healthy),
    ...(enabled !== undefined && switched(enabled, before)),
    ...given({ name, url, environment, sendSecret: send_secret, retrySchedule: retry_schedule }),
    ...(event_types && { eventTypes: [...new Set(event_types)] }),
    ...(headers && { headers: sealHeaders(merged.headers) }),
    updatedAt: at,
  };
}

async function replaceKeys(
  tx: Transaction,
  { endpointId, secret, at }: { endpointId: string; secret: string; at: Date },
) {
  await tx.endpointKey.deleteMany({ where: { endpointId } });
  await tx.endpointKey.create({ data: { id: newId(), endpointId, secret: seal(secret), createdAt: at } });
}

/**
 * Changes what is given of an endpoint, and leaves the rest of the default one to the environment (contract §3).
 * Switching on also forgives an endpoint that Sorami had switched off; another address starts without a past.
 * @param also what has to change with it, in its transaction
 * @returns its row, and a warning when the host does not resolve yet
 * @throws {AppError} not_found; invalid, naming the fields: nothing has changed
 */
export async function changeEndpoint(
  id: string,
  change: Change,
  also?: (tx: Transaction) => Promise<void>,
): Promise<{ row: EndpointRow; warning?: string }> {
  const before = await findEndpoint(id);
  if (Object.values(change).every((value) => value === undefined)) return { row: before };
  const target = targetOf(change, effective(before));
  if (mustSend(change)) checkTarget(target);
  const warning = mustSend(change) ? await checkReach(target) : undefined;
  const queue = await boss();
  const row = await transaction(async (tx) => {
    const locked = await lockEndpoint(tx, id);
    const { failingSince } = locked;
    const current = effective(locked);
    if (mustSend(change)) checkTarget(targetOf(change, current));
    const at = now();
    const data = columns(change, { current, failingSince, at });
    if (change.secret !== undefined) await replaceKeys(tx, { endpointId: id, secret: change.secret, at });
    const changed = await tx.endpoint.update({ where: { id }, data, include: { keys: true } });
    if (change.enabled || moves(change, current)) await sendPostponed(tx, [id], { boss: queue, at });
    await also?.(tx);
    return changed;
  });
  return { row, ...(warning && { warning }) };
}
