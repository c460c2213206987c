import type { Transaction } from "../../database/client.ts";
import type { Job, StageName } from "../../database/generated/client.ts";
import type { QueueData } from "../../queue/queues.ts";
import type { Ask } from "../models/ask.ts";
import type { ModelFacts } from "../models/room.ts";

/** `work` alone calls models; `commit` holds the job's lock. A failed job still gets the chapter being paid for. */
export type Stage<Name extends StageName, Result> = {
  work: (job: Job, data: QueueData[Name], tools: ModelFacts & { ask: Ask; signal: AbortSignal }) => Promise<Result>;
  commit: (tx: Transaction, job: Job, done: { data: QueueData[Name]; result: Result }) => Promise<void>;
};
