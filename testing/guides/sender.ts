import { once } from "node:events";
import { type IncomingMessage, request } from "node:http";
import { parseSecrets } from "#lib/contract/secret.ts";
import type { BookData } from "#lib/contract/wire.ts";
import type { Transaction } from "#lib/database/client.ts";
import { requestHeaders } from "#lib/webhook/attempt/headers.ts";
import type { SendableEvent } from "#lib/webhook/attempt/result.ts";
import { send } from "#lib/webhook/attempt/send.ts";
import { type NewEvent, recordEvent } from "#lib/webhook/publish.ts";
import { sampleBook } from "#lib/webhook/test-event/sample.ts";
import { endpointConfig } from "../harness/endpoint-config.ts";

const unsaved = { event: { create: async ({ data }: { data: unknown }) => data } } as unknown as Transaction;

async function publish(event: NewEvent): Promise<SendableEvent> {
  const recorded = await recordEvent(unsaved, event, "development");
  return { ...recorded, body: Buffer.from(recorded.body ?? "") };
}

export function publishBook(
  jobId: string,
  book: Partial<BookData> = {},
  type: "book.completed" | "webhook.test" = "book.completed",
) {
  const bookData = { ...sampleBook(), ...book };
  return publish({ type, jobId, title: bookData.book_title, bookData });
}

export const publishFailure = (jobId: string) =>
  publish({ type: "book.failed", jobId, title: "Un livre", error: "Le modèle ne répond plus." });

type Sending = {
  /** As `WEBHOOK_SECRET` holds them; the empty text is no secret. */
  secrets?: string;
  at?: Date;
  /** Put over the attempt's own; undefined takes one off. */
  headers?: Record<string, string | undefined>;
  /** Sent in place of what was signed. */
  body?: Uint8Array;
};

export async function attempt(
  url: string,
  event: SendableEvent,
  { secrets = "", at = new Date(), headers, body }: Sending,
) {
  const signing = (parseSecrets(secrets) ?? []).map((secret) => ({ ...secret, id: null, lastVerifiedAt: null }));
  const config = endpointConfig({ url, secrets: signing, hasSecret: signing.length > 0 });
  const own = { ...requestHeaders(event, config, { at }), ...headers };
  const sent = Object.fromEntries(
    Object.entries(own).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
  const result = await send({ ...event, body: body ?? event.body }, config, { headers: sent, timeoutMs: 20_000 });
  const text = result.body?.toString() ?? "";
  return { status: result.status, answer: text.startsWith("{") ? JSON.parse(text) : text };
}

/** Sends an endless body that announces no length, until it is answered, and stops at so many bytes. @returns the status */
export async function stream(url: string, headers: Record<string, string>, maxBytes: number) {
  const outgoing = request(url, { method: "POST", headers: { "Content-Type": "application/json", ...headers } });
  const answered = once(outgoing, "response") as Promise<[IncomingMessage]>;
  outgoing.on("error", () => {});
  const chunk = Buffer.alloc(256 * 1024, "a");
  for (let sent = 0; sent < maxBytes && !outgoing.destroyed; sent += chunk.length) {
    if (!outgoing.write(chunk)) await Promise.race([once(outgoing, "drain"), answered]);
  }
  outgoing.end();
  const [response] = await answered;
  response.resume();
  return response.statusCode;
}
