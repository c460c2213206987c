import { now } from "../../clock.ts";
import type { Transaction } from "../../database/client.ts";
import { enqueue } from "../../queue/enqueue.ts";
import { shownUntil } from "../failure.ts";
import { lockWanted } from "./lock-job.ts";
import { type StageRun, stageKey } from "./stage-run.ts";

/** Sends the stage back to the queue until then; it has not failed. */
export class RetryLater extends Error {
  override name = "RetryLater";
  readonly until: Date;

  constructor(until: Date) {
    super(`pas avant ${until.toISOString()}`);
    this.until = until;
  }
}

export async function postpone(tx: Transaction, stage: StageRun, until: Date): Promise<void> {
  if (!(await lockWanted(tx, stage.data))) return;
  const retryAt = shownUntil(until, now());
  await tx.jobStage.updateMany({ where: stageKey(stage), data: { retryAt } });
  await enqueue(tx, stage.name, stage.data, { startAfter: until });
}
