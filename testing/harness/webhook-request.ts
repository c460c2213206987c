import { createHmac } from "node:crypto";
import type { WebhookPayload } from "#lib/contract/wire.ts";

const url = "http://localhost/api/webhooks/book-completion";

type Completed = Extract<WebhookPayload, { status: "completed" }>;

/** A completed book as other senders write it: timestamps without a zone, counts that disagree with the chapters. */
export const payload = (changes: Partial<Completed> = {}, book: Partial<Completed["book_data"]> = {}): Completed => ({
  job_id: "abc-123-def",
  status: "completed",
  timestamp: "2025-10-20T14:30:00",
  environment: "development",
  ...changes,
  book_data: {
    book_title: "Mon Livre",
    topic: "Sujet du livre",
    goal: "Objectif du livre",
    outline: [{ title: "Chapitre 1", description: "Ce qu’il dit" }],
    chapters: ["Un", "Deux", "Trois"].map((title) => ({ title, content: `# ${title}\n\nTexte.` })),
    generated_at: "2025-10-20T14:30:00",
    word_count: 15000,
    chapter_count: 5,
    ...book,
  },
});

export function webhookRequest(body: BodyInit | object, headers: Record<string, string> = {}): Request {
  const isRaw = typeof body === "string" || body instanceof Uint8Array || body instanceof ReadableStream;
  return new Request(url, {
    method: "POST",
    headers: { "Content-Type": "application/json", ...headers },
    body: isRaw ? body : JSON.stringify(body),
    duplex: "half",
  } as RequestInit);
}

type Signing = { key: string | Uint8Array; id?: string; timestamp?: string };

/** Standard Webhooks headers for a body. `timestamp` is in seconds. */
export function signatureHeaders(
  body: string,
  { key, id = "evt_1", timestamp = String(Math.floor(Date.now() / 1000)) }: Signing,
) {
  const signature = createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64");
  return { "webhook-id": id, "webhook-timestamp": timestamp, "webhook-signature": `v1,${signature}` };
}
