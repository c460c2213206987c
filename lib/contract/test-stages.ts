import { z } from "zod";
import { AttemptView } from "./delivery.ts";
import { WebhookTest } from "./webhook.ts";

export const StageName = z.enum(["sign", "resolve", "connect", "tls", "answer"]);
export type StageName = z.infer<typeof StageName>;

/** `skipped` when the stage does not apply (plain HTTP) or an earlier one failed. */
export const TestStage = z.object({
  name: StageName,
  status: z.enum(["done", "failed", "skipped"]),
  duration_ms: z.number().nullable(),
  detail: z.string().nullable(),
});
export type TestStage = z.infer<typeof TestStage>;

export const EndpointTest = WebhookTest.extend({
  delivery_id: z.string(),
  stages: z.array(TestStage),
  exchange: AttemptView,
});
export type EndpointTest = z.infer<typeof EndpointTest>;
