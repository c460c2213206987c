import type { Path } from "../../http-client/trace.ts";
import type { Adoption } from "../secrets/adoption.ts";
import type { Explanation } from "./explain.ts";

export type SendableEvent = { id: string; type: string; jobId: string; body: Uint8Array };

/** The outcome of one attempt; a success has no explanation. */
export type AttemptResult = {
  explanation: Explanation | null;
  status: number | null;
  headers: Record<string, string> | null;
  body: Buffer | null;
  truncated: boolean;
  durationMs: number;
  /** The phases of the exchange, as far as it came. */
  path: Path;
  retryAfterMs: number;
  /** The secret that the receiver says it verified with. */
  adoption: Adoption | null;
  finishedAt: Date;
};
