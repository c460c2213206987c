import { randomUUID } from "node:crypto";
import type { EndpointTest } from "../../contract/test-stages.ts";
import type { WebhookTest } from "../../contract/webhook.ts";
import { transaction } from "../../database/client.ts";
import { notFound } from "../../errors.ts";
import { newId } from "../../ids.ts";
import { maskHeaders, requestHeaders } from "../attempt/headers.ts";
import type { AttemptResult } from "../attempt/result.ts";
import { send } from "../attempt/send.ts";
import { attemptColumns, updateAttempts } from "../delivery/attempt-rows.ts";
import { type EndpointConfig, effective, readConfig } from "../endpoints/config.ts";
import { findEndpoint } from "../endpoints/endpoint-rows.ts";
import { getDelivery } from "../log/deliveries.ts";
import { recordEvent } from "../publish.ts";
import { recordAdoptions } from "../secrets/adoption.ts";
import { sampleBook } from "./sample.ts";
import { stagesOf } from "./stages.ts";

async function begin(config: EndpointConfig) {
  const bookData = sampleBook();
  const jobId = `test-${randomUUID()}`;
  const id = newId();
  const attemptId = newId();
  const { endpointId, environment, url } = config;
  return transaction(async (tx) => {
    const event = { type: "webhook.test" as const, jobId, title: bookData.book_title, bookData };
    const recorded = await recordEvent(tx, event, environment);
    const row = { ...recorded, body: Buffer.from(recorded.body ?? "") };
    const { createdAt } = row;
    const signingStart = performance.now();
    const headers = requestHeaders(row, config, { at: createdAt });
    const signMs = Math.round((performance.now() - signingStart) * 10) / 10;
    await tx.delivery.create({
      data: { id, eventId: row.id, endpointId, eventType: row.type, jobId, createdAt, updatedAt: createdAt },
    });
    await tx.attempt.create({
      data: {
        id: attemptId,
        deliveryId: id,
        number: 1,
        trigger: "test",
        url,
        requestHeaders: maskHeaders(headers, config),
        startedAt: createdAt,
      },
    });
    return { event: row, deliveryId: id, attemptId, headers, signMs };
  });
}

function conclude(begun: Awaited<ReturnType<typeof begin>>, result: AttemptResult) {
  const { deliveryId: id, attemptId } = begun;
  const status = result.explanation ? ("failed" as const) : ("delivered" as const);
  return transaction(async (tx) => {
    await updateAttempts(tx, [attemptColumns(attemptId, result)]);
    await recordAdoptions(tx, [result]);
    await tx.delivery.update({
      where: { id },
      data: {
        status,
        httpStatus: result.status,
        failure: result.explanation?.failure ?? null,
        updatedAt: result.finishedAt,
      },
    });
  });
}

async function perform(config: EndpointConfig) {
  const begun = await begin(config);
  const result = await send(begun.event, config, { headers: begun.headers, fresh: true });
  await conclude(begun, result);
  return { begun, result, answer: toAnswer(config, begun, result) };
}

function toAnswer(
  config: EndpointConfig,
  { event }: Pick<Awaited<ReturnType<typeof begin>>, "event">,
  { explanation, status, durationMs }: AttemptResult,
): WebhookTest {
  const attempt = { ...(status !== null && { status }), duration_ms: durationMs };
  return {
    success: !explanation,
    message: explanation?.words ?? "Webhook de test envoyé avec succès",
    job_id: event.jobId,
    environment: config.environment,
    webhook_url: config.url,
    has_secret: config.hasSecret,
    timestamp: event.createdAt.toISOString(),
    ...(explanation && { attempt }),
  };
}

/**
 * Sends a sample book to the default endpoint by the real path, once, whether sending is on or off (contract §3).
 * It is on record like any delivery.
 * @returns the answer of `POST /api/webhook/test`; `success` tells 200 from 502
 */
export async function sendTest(): Promise<WebhookTest> {
  return (await perform(await readConfig())).answer;
}

/**
 * Does the same for any endpoint and shows every stage, over a connection of its own so that all of them happen.
 * @throws {AppError} not_found
 */
export async function testEndpoint(id: string): Promise<EndpointTest> {
  const config = effective(await findEndpoint(id));
  const { begun, result, answer } = await perform(config);
  const { id: delivery_id, attempts } = await getDelivery(begun.deliveryId);
  const [exchange] = attempts;
  if (!exchange) throw notFound("Livraison");
  return { ...answer, delivery_id, stages: stagesOf(config, result, begun.signMs), exchange };
}
