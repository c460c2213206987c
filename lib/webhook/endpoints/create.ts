import { randomBytes } from "node:crypto";
import { now } from "../../clock.ts";
import type { EndpointCreate } from "../../contract/endpoint.ts";
import { type Transaction, transaction } from "../../database/client.ts";
import { AppError } from "../../errors.ts";
import { newId } from "../../ids.ts";
import { seal } from "../../sealed.ts";
import { checkReach, checkTarget, throwIssues } from "./check.ts";
import { readConfig } from "./config.ts";
import { sealHeaders } from "./custom-headers.ts";
import { defaultEndpoint, type EndpointRow, lockEndpoint } from "./endpoint-rows.ts";
import { chosenTypes } from "./event-types.ts";
import { mergeHeaders } from "./header-rules.ts";

const maxEndpoints = 50;

export const generateSecret = () => `whsec_${randomBytes(32).toString("base64")}`;

async function checkCount(tx: Transaction) {
  await lockEndpoint(tx, defaultEndpoint);
  const count = await tx.endpoint.count({ where: { deletedAt: null } });
  if (count >= maxEndpoints)
    throw new AppError("conflict", `Il y a déjà ${count} destinations\u202f; ${maxEndpoints} au plus.`);
}

/** @throws {AppError} invalid, naming the fields; conflict, when there are too many */
export async function createEndpoint(
  wanted: EndpointCreate,
): Promise<{ row: EndpointRow; secret?: string; warning?: string }> {
  const { url, environment = (await readConfig()).environment, send_secret: sendSecret = true } = wanted;
  const { headers, issues } = mergeHeaders({}, wanted.headers ?? {});
  throwIssues(issues);
  const secret = wanted.secret ?? generateSecret();
  const target = { url, environment, hasSecret: true, secret, sendSecret };
  checkTarget(target);
  const warning = await checkReach(target);
  const row = await transaction(async (tx) => {
    await checkCount(tx);
    const at = now();
    return tx.endpoint.create({
      data: {
        id: newId(),
        name: wanted.name || new URL(url).host.slice(0, 100),
        enabled: wanted.enabled ?? true,
        ...(wanted.enabled === false && { disabledAt: at }),
        url,
        environment,
        sendSecret,
        eventTypes: chosenTypes(wanted.event_types, false),
        headers: sealHeaders(headers),
        retrySchedule: wanted.retry_schedule ?? null,
        createdAt: at,
        updatedAt: at,
        keys: { create: { id: newId(), secret: seal(secret), createdAt: at } },
      },
      include: { keys: true },
    });
  });
  return { row, ...(wanted.secret === undefined && { secret }), ...(warning && { warning }) };
}
