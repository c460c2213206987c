import { setTimeout as sleep } from "node:timers/promises";
import type { PgBoss } from "pg-boss";
import { describeError, logger } from "../../logger.ts";
import type { Finished } from "./attempt-rows.ts";
import { record } from "./record.ts";

const batchingMs = 4;
const retryMs = 500;

type Options = {
  signal: AbortSignal;
  /** Called before each batch, when requests have ended and made room. */
  onBatch: () => void;
  /** Called once a batch is on record. @param nextInMs when the soonest attempt that follows is due */
  onRecorded: (batch: Finished[], nextInMs: number | undefined) => void;
};

/** Records finished attempts in batches and, after an error, one by one: one that cannot be recorded holds back itself alone. */
export function createRecorder(boss: PgBoss, { signal, onBatch, onRecorded }: Options) {
  let finished: Finished[] = [];
  let recording: Promise<void> | undefined;

  async function recordAll() {
    await sleep(batchingMs);
    let together = true;
    while (finished.length > 0) {
      const batch = together ? finished : finished.slice(0, 1);
      finished = finished.slice(batch.length);
      onBatch();
      try {
        onRecorded(batch, await record(boss, batch));
      } catch (error) {
        logger.error("❌ Erreur à l’enregistrement des envois", describeError(error));
        together = false;
        finished = [...finished, ...batch];
        if (signal.aborted) break;
        await sleep(retryMs);
      }
    }
    recording = undefined;
  }

  return {
    add(one: Finished) {
      finished.push(one);
      recording ??= recordAll();
    },
    /** Waits for what is being recorded. */
    drain: () => recording,
  };
}
