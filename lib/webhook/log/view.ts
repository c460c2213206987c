import { z } from "zod";
import type { AttemptView, DeliveryView } from "../../contract/delivery.ts";
import { parseSchedule } from "../../contract/schedule.ts";
import { EventType } from "../../contract/wire.ts";
import type { Attempt, Delivery, Endpoint, Event } from "../../database/generated/client.ts";
import { env } from "../../env.ts";
import { encodedBody, isEncoded } from "../attempt/encoding.ts";

export type Excerpts = { sizes: Map<string, number>; answers: Map<string, string> };

const Headers = z.record(z.string(), z.string());

type AttemptRow = Omit<Attempt, "responseBody">;
type DeliveryRow = Delivery & {
  event: Pick<Event, "title">;
  endpoint: Pick<Endpoint, "retrySchedule">;
  attempts: AttemptRow[];
};

function maxAttempts({ eventType, endpoint }: DeliveryRow): number {
  if (eventType === "webhook.test") return 1;
  const own = endpoint.retrySchedule === null ? undefined : parseSchedule(endpoint.retrySchedule);
  return (own ?? env().WEBHOOK_RETRY_SCHEDULE).length;
}

function toAttemptView(row: AttemptRow, answer: string | undefined): AttemptView {
  const responseHeaders = Headers.nullable().parse(row.responseHeaders);
  const encoding = answer && isEncoded(responseHeaders);
  return {
    id: row.id,
    number: row.number,
    trigger: row.trigger,
    outcome: row.outcome,
    url: row.url,
    remote_address: row.remoteAddress,
    request_headers: Headers.parse(row.requestHeaders),
    response_status: row.responseStatus,
    response_headers: responseHeaders,
    response_body: encoding ? encodedBody(encoding) : (answer ?? null),
    response_truncated: row.responseTruncated,
    failure: row.failure,
    message: row.message,
    duration_ms: row.durationMs,
    replaced_at: row.replacedAt?.toISOString() ?? null,
    timings: {
      dns: row.dnsMs,
      connect: row.connectMs,
      tls: row.tlsMs,
      first_byte: row.firstByteMs,
      total: row.durationMs,
    },
    started_at: row.startedAt.toISOString(),
  };
}

export function toDeliveryView(row: DeliveryRow, { sizes, answers }: Excerpts): DeliveryView {
  return {
    id: row.id,
    event_id: row.eventId,
    event_type: EventType.parse(row.eventType),
    endpoint_id: row.endpointId,
    job_id: row.jobId,
    title: row.event.title,
    status: row.status,
    http_status: row.httpStatus,
    body_bytes: sizes.get(row.id) ?? 0,
    pruned: !sizes.has(row.id),
    max_attempts: maxAttempts(row),
    next_attempt_at: row.nextAttemptAt?.toISOString() ?? null,
    postponed: row.postponed,
    created_at: row.createdAt.toISOString(),
    attempts: row.attempts.map((attempt) => toAttemptView(attempt, answers.get(attempt.id))),
  };
}
