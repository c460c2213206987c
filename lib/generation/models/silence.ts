import { clock, now } from "../../clock.ts";
import { serverOf } from "./configured.ts";
import { isOwnServer } from "./local/own-server.ts";
import { followCall, lastHeardFrom } from "./local/traffic.ts";

/** Bounds what a call may wait for: its first word, each further one, its end once it has begun. */
export type Patience = { firstWordMs: number; nextWordMs: number; totalMs: number };

const providersPatience: Patience = { firstWordMs: 300_000, nextWordMs: 90_000, totalMs: 1_800_000 };
/** One's own server may read a model from its disk first, then think and write at one token a second. */
const ownPatience: Patience = { firstWordMs: 1_200_000, nextWordMs: 300_000, totalMs: 6 * 3_600_000 };

export const patienceFor = (id: string): Patience => (isOwnServer(id) ? ownPatience : providersPatience);

export type Watch = { signal: AbortSignal; heard: () => void; end: () => void };

/**
 * Aborts a call that stays silent for too long. Before its first word it may stand in the queue of its server: as long as
 * that one answers another call of ours, it is not silent.
 */
export function watchSilence(id: string, patience = patienceFor(id)): Watch {
  const server = serverOf(id);
  const call = followCall(server || id);
  const controller = new AbortController();
  const sentAt = now().getTime();
  let begunAt: number | undefined;
  let heardAt = sentAt;
  const dueAt = () => {
    if (begunAt !== undefined) return Math.min(heardAt + patience.nextWordMs, begunAt + patience.totalMs);
    return Math.max(sentAt, server ? lastHeardFrom(server) : 0) + patience.firstWordMs;
  };
  const running = clock();
  const check = () => {
    const leftMs = dueAt() - now().getTime();
    if (leftMs <= 0) controller.abort();
    else timer = running.setTimeout(check, leftMs);
  };
  let timer = running.setTimeout(check, Math.min(...Object.values(patience)));
  return {
    signal: controller.signal,
    heard() {
      heardAt = now().getTime();
      begunAt ??= heardAt;
      call.heard();
    },
    end() {
      running.clearTimeout(timer);
      call.end();
    },
  };
}
