import type { StageName } from "../../database/generated/client.ts";
import type { QueueData } from "../../queue/queues.ts";

export type StageRun = { [Name in StageName]: { name: Name; data: QueueData[Name] } }[StageName];

/** `begunAt` tells one life of a stage from the next: a stage may be begun again while what is left of it still runs. */
export type BegunStage = StageRun & { begunAt: Date };

/** Position 0 stands for a stage of the whole job. */
export const stageKey = ({ name, data }: StageRun) => ({
  jobId: data.jobId,
  name,
  position: ("position" in data && data.position) || 0,
});
