import { now } from "../../clock.ts";
import type { Transaction } from "../../database/client.ts";
import { enqueue } from "../../queue/enqueue.ts";
import { shownUntil } from "../failure.ts";
import { lockWanted } from "./lock-job.ts";
import { type StageRun, stageKey } from "./stage-run.ts";

/** A call may not leave before `until`: its stage goes back to the queue, and has not failed. */
export class RetryLater extends Error {
  override name = "RetryLater";
  readonly until: Date;

  constructor(until: Date) {
    super(`pas avant ${until.toISOString()}`);
    this.until = until;
  }
}

/** Queues a stage again for later: nothing is counted, and what it was answered is on record. */
export async function postpone(tx: Transaction, stage: StageRun, until: Date): Promise<void> {
  if (!(await lockWanted(tx, stage.data))) return;
  const retryAt = shownUntil(until, now());
  await tx.jobStage.updateMany({ where: stageKey(stage), data: { retryAt } });
  await enqueue(tx, stage.name, stage.data, { startAfter: until });
}
