import type { Path } from "../../http-client/trace.ts";
import type { Adoption } from "../secrets/adoption.ts";
import type { Explanation } from "./explain.ts";

export type SendableEvent = { id: string; type: string; jobId: string; body: Uint8Array };

export type AttemptResult = {
  explanation: Explanation | null;
  status: number | null;
  headers: Record<string, string> | null;
  body: Buffer | null;
  truncated: boolean;
  durationMs: number;
  path: Path;
  retryAfterMs: number;
  adoption: Adoption | null;
  finishedAt: Date;
};
