import type { StageName } from "../../database/generated/client.ts";
import type { QueueData } from "../../queue/queues.ts";

/** A stage of a job as the queue hands it out: of the run it was queued in, with its position when it is a chapter. */
export type StageRun = { [Name in StageName]: { name: Name; data: QueueData[Name] } }[StageName];

/** The key of a stage's row: chapters are told apart by their position, a stage of the whole job has position 0. */
export const stageKey = ({ name, data }: StageRun) => ({
  jobId: data.jobId,
  name,
  position: "position" in data ? data.position : 0,
});
