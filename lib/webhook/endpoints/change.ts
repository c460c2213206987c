import { now } from "../../clock.ts";
import type { EndpointUpdate } from "../../contract/endpoint.ts";
import { type Transaction, transaction } from "../../database/client.ts";
import type { Prisma } from "../../database/generated/client.ts";
import { newId } from "../../ids.ts";
import { boss } from "../../queue/boss.ts";
import { seal } from "../../sealed.ts";
import { sendPostponed } from "../schedule/postpone.ts";
import { checkReach, checkTarget, type Target, throwIssues } from "./check.ts";
import { type EndpointConfig, effective } from "./config.ts";
import { sealHeaders } from "./custom-headers.ts";
import { defaultEndpoint, type EndpointRow, findEndpoint, lockEndpoint } from "./endpoint-rows.ts";
import { chosenTypes } from "./event-types.ts";
import { healthy } from "./failure-window.ts";
import { mergeHeaders } from "./header-rules.ts";

type Change = EndpointUpdate & { secret?: string | undefined };

const withoutUndefined = (fields: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

/** Switching off is always allowed; a change of where or how it sends must leave a configuration that can. */
const mustBeAbleToSend = ({ enabled, url, environment, secret, send_secret }: Change) =>
  enabled === true || [url, environment, secret].some((value) => value !== undefined) || send_secret === false;

const targetOf = ({ url, environment, secret, send_secret }: Change, current: EndpointConfig): Target => ({
  url: url ?? current.url,
  environment: environment ?? current.environment,
  hasSecret: secret !== undefined || current.hasSecret,
  secret: secret ?? current.secrets[0]?.text,
  sendSecret: send_secret ?? current.sendSecret,
});

type Before = { current: EndpointConfig; failingSince: Date | null; at: Date };

/** Switching on forgives the failures that switched the endpoint off; switching off notes the time. */
function switchColumns(enabled: boolean, { current, failingSince, at }: Before) {
  if (enabled) return { enabled, disabledReason: null, ...(!current.enabled && { enabledAt: at }), ...healthy };
  return { enabled, ...(current.enabled && { disabledAt: at, missedSince: failingSince ?? at, enabledAt: null }) };
}

const hasMoved = ({ url }: Change, current: EndpointConfig) => url !== undefined && url !== current.url;

function toColumns(change: Change, before: Before): Prisma.EndpointUpdateInput {
  const { current, at } = before;
  const { enabled, name, url, environment, event_types, headers, send_secret, retry_schedule } = change;
  const merged = mergeHeaders(current.customHeaders, headers ?? {});
  throwIssues(merged.issues);
  return {
    ...(hasMoved(change, current) && healthy),
    ...(enabled !== undefined && switchColumns(enabled, before)),
    ...withoutUndefined({ name, url, environment, sendSecret: send_secret, retrySchedule: retry_schedule }),
    ...(event_types && { eventTypes: chosenTypes(event_types, current.endpointId === defaultEndpoint) }),
    ...(headers && { headers: sealHeaders(merged.headers) }),
    updatedAt: at,
  };
}

async function replaceSecrets(
  tx: Transaction,
  { endpointId, secret, at }: { endpointId: string; secret: string; at: Date },
) {
  await tx.endpointKey.deleteMany({ where: { endpointId } });
  await tx.endpointKey.create({ data: { id: newId(), endpointId, secret: seal(secret), createdAt: at } });
}

/**
 * Switching on forgives an endpoint that Sorami had switched off, and another address starts without a past.
 * @throws {AppError} not_found; invalid, naming the fields: nothing has changed
 */
export async function changeEndpoint(
  id: string,
  change: Change,
  inSameTransaction?: (tx: Transaction) => Promise<void>,
): Promise<{ row: EndpointRow; warning?: string }> {
  const before = await findEndpoint(id);
  if (Object.values(change).every((value) => value === undefined)) return { row: before };
  const target = targetOf(change, effective(before));
  if (mustBeAbleToSend(change)) checkTarget(target);
  const warning = mustBeAbleToSend(change) ? await checkReach(target) : undefined;
  const queue = await boss();
  const row = await transaction(async (tx) => {
    const locked = await lockEndpoint(tx, id);
    const current = effective(locked);
    if (mustBeAbleToSend(change)) checkTarget(targetOf(change, current));
    const at = now();
    const data = toColumns(change, { current, failingSince: locked.failingSince, at });
    if (change.secret !== undefined) await replaceSecrets(tx, { endpointId: id, secret: change.secret, at });
    const changed = await tx.endpoint.update({ where: { id }, data, include: { keys: true } });
    if (change.enabled || hasMoved(change, current)) await sendPostponed(tx, [id], { boss: queue, at });
    await inSameTransaction?.(tx);
    return changed;
  });
  return { row, ...(warning && { warning }) };
}
