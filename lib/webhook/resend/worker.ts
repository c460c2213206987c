import { setTimeout as sleep } from "node:timers/promises";
import type { PgBoss } from "pg-boss";
import { db } from "../../database/client.ts";
import { describeError, logger } from "../../logger.ts";
import { workQueue } from "../../queue/work.ts";
import { feed } from "./bulk-feed.ts";

const restMs = 50;
const maxRestMs = 400;

function createRests() {
  const rests = new Map<string, { ms: number; until: number }>();
  return {
    isOver: (id: string) => (rests.get(id)?.until ?? 0) <= performance.now(),
    begin(id: string, ms = Math.min(2 * (rests.get(id)?.ms ?? restMs / 2), maxRestMs)) {
      rests.set(id, { ms, until: performance.now() + ms });
    },
    end: (id: string) => rests.delete(id),
  };
}

const running = () => db().bulkResend.findMany({ where: { status: "running" }, select: { id: true } });

/** The holder of one entry feeds all that run, in turn: none waits for another to end. @returns what stops it */
export async function startResends(boss: PgBoss): Promise<() => Promise<void>> {
  const stopping = new AbortController();
  const rests = createRests();

  async function feedOne(id: string) {
    const state = await feed(boss, id).catch((error) => {
      logger.error("❌ Erreur d’un renvoi groupé", describeError(error));
      rests.begin(id, maxRestMs);
    });
    if (state === "full") rests.begin(id);
    else if (state) rests.end(id);
    return state === "fed";
  }

  async function work(claim: AbortSignal) {
    const signal = AbortSignal.any([stopping.signal, claim]);
    for (let all = await running(); all.length > 0; all = await running()) {
      let fed = false;
      for (const { id } of all) {
        signal.throwIfAborted();
        if (rests.isOver(id) && (await feedOne(id))) fed = true;
      }
      if (!fed) await sleep(restMs, undefined, { signal });
    }
  }

  const stop = await workQueue(boss, "resend", { concurrency: 1, handle: (job) => work(job.signal) });
  return async () => {
    const stopped = stop();
    stopping.abort();
    await stopped;
  };
}
