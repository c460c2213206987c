import type { StageName } from "../../database/generated/client.ts";
import type { QueueData } from "../../queue/queues.ts";

export type StageRun = { [Name in StageName]: { name: Name; data: QueueData[Name] } }[StageName];

/** Position 0 stands for a stage of the whole job. */
export const stageKey = ({ name, data }: StageRun) => ({
  jobId: data.jobId,
  name,
  position: ("position" in data && data.position) || 0,
});
