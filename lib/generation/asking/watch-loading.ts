import { clock, now } from "../../clock.ts";
import { describeError, logger } from "../../logger.ts";
import { isLoading } from "../models/local/is-loading.ts";
import { noWait, serverWaits } from "../stage-state/server-wait.ts";
import type { StageRun } from "../stage-state/stage-run.ts";
import { writeStageModels } from "./stage-models.ts";

const firstLookMs = 5000;
const everyMs = 15_000;

/** Says on the job's page that the model is being loaded while a call that has left waits for it. @returns what ends it */
export function watchLoading(stage: StageRun, id: string): () => void {
  const running = clock();
  let isOver = false;
  let isNoted = false;
  const note = (data: Parameters<typeof writeStageModels>[1]) =>
    writeStageModels(stage, data).catch((error) =>
      logger.warn("⚠️ Le chargement n’a pas pu être noté", describeError(error)),
    );
  const look = async () => {
    const isNew = !isNoted && (await isLoading(id));
    if (isOver) return;
    isNoted ||= isNew;
    if (isNew) await note({ waitsSince: now(), waitsFor: serverWaits.loading });
    timer = running.setTimeout(() => void look(), everyMs);
  };
  let timer = running.setTimeout(() => void look(), firstLookMs);
  return () => {
    if (!isOver && isNoted) void note(noWait);
    isOver = true;
    running.clearTimeout(timer);
  };
}
