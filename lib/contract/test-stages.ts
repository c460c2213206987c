import { z } from "zod";
import { AttemptView } from "./delivery.ts";
import { WebhookTest } from "./webhook.ts";

export const StageName = z.enum(["sign", "resolve", "connect", "tls", "answer"]);
export type StageName = z.infer<typeof StageName>;

/** One stage of a test; `skipped` when it does not apply (plain HTTP) or an earlier one failed. */
export const TestStage = z.object({
  name: StageName,
  status: z.enum(["done", "failed", "skipped"]),
  duration_ms: z.number().nullable(),
  /** Its result in French: the signature, the addresses, the protocol, the status. */
  detail: z.string().nullable(),
});
export type TestStage = z.infer<typeof TestStage>;

/** `POST /api/webhook/endpoints/{id}/test`: the seed’s answer, and its stages. */
export const EndpointTest = WebhookTest.extend({
  delivery_id: z.string(),
  stages: z.array(TestStage),
  exchange: AttemptView,
});
export type EndpointTest = z.infer<typeof EndpointTest>;
