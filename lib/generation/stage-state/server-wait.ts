import { now } from "../../clock.ts";
import type { Transaction } from "../../database/client.ts";
import { type Failure, maxLoadingMs } from "../failure.ts";
import { type StageRun, stageKey } from "./stage-run.ts";

/** What a stage waits for, as a person reads it. */
export const serverWaits = {
  loading: "Le modèle se charge sur son serveur…",
  absent: "Le serveur du modèle ne répond pas encore\u202f: il est attendu…",
};

/** Takes a wait off a stage's row. */
export const noWait = { waitsSince: null, waitsFor: null } as const;

const minDelayMs = 2000;
/** A little less than half a minute: the queue has to bring the stage back, too. */
const maxDelayMs = 27_000;

/**
 * Notes that a stage waits for a server that is starting, or loads its model. A server that cannot be reached while it was
 * loading is still loading.
 * @returns when to ask it again; undefined for another failure, and once it has taken too long
 */
export async function waitForServer(tx: Transaction, stage: StageRun, failure: Failure): Promise<Date | undefined> {
  const row = await tx.jobStage.findUnique({ where: { jobId_name_position: stageKey(stage) } });
  const { code, policy } = failure;
  const waitMs = policy.waitMs ?? (code === "unreachable" && row?.waitsSince ? maxLoadingMs : 0);
  const at = now();
  const waitsSince = row?.waitsSince ?? at;
  const waitedMs = at.getTime() - waitsSince.getTime();
  if (waitedMs >= waitMs) return undefined;
  const waitsFor = code === "absent" ? serverWaits.absent : serverWaits.loading;
  await tx.jobStage.updateMany({ where: stageKey(stage), data: { waitsSince, waitsFor } });
  return new Date(at.getTime() + Math.min(Math.max(waitedMs / 2, minDelayMs), maxDelayMs));
}
