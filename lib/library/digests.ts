import { createHash } from "node:crypto";
import type { BookData, WebhookPayload } from "../contract/wire.ts";

export const sha256 = (data: string | Uint8Array): string => createHash("sha256").update(data).digest("hex");

/** The same for the same text, whenever it was generated and however its words were counted. */
export const digestOfText = ({ book_title, topic, goal, outline, chapters }: BookData): string =>
  sha256(JSON.stringify([book_title, topic, goal, outline, chapters]));

/** The same for an event that comes again under another timestamp. */
export const digestOfEvent = (payload: WebhookPayload): string =>
  sha256(
    JSON.stringify([
      payload.job_id,
      payload.status,
      payload.status === "failed" ? payload.error || null : digestOfText(payload.book_data),
    ]),
  );
