import { now } from "../../../clock.ts";
import { perProcess } from "../../../per-process.ts";

type InFlight = { sentAt: number; answersSince?: number };

/** What this process sees of one server. `together` is the most answers that came at the same time. */
type Traffic = {
  calls: Set<InFlight>;
  lastHeardAt: number;
  /** The call that ended last. */
  last: { answersSince: number; endedAt: number };
  together: number;
  queuedInARow: number;
  queuedAt: number;
};

const servers = perProcess("generation.traffic", () => new Map<string, Traffic>());

function trafficOf(server: string): Traffic {
  const known = servers.get().get(server);
  if (known) return known;
  const last = { answersSince: 0, endedAt: 0 };
  const traffic: Traffic = { calls: new Set(), lastHeardAt: 0, last, together: 0, queuedInARow: 0, queuedAt: 0 };
  servers.get().set(server, traffic);
  return traffic;
}

const minWaitMs = 5000;
/** The share of a call's wait that passed after the answer before it had begun: less may be chance. */
const minShareAfter = 0.3;
const queuedToBelieve = 2;
const believedMs = 1_800_000;

function noteFirstWord(traffic: Traffic, { sentAt }: InFlight, at: number) {
  const answering = [...traffic.calls].filter(({ answersSince }) => answersSince !== undefined).length;
  const waitMs = at - sentAt;
  const { last, together } = traffic;
  const isAfter = last.endedAt > sentAt && at - last.answersSince >= waitMs * minShareAfter;
  if (answering > together) Object.assign(traffic, { together: answering, queuedInARow: 0 });
  else if (waitMs >= minWaitMs && isAfter)
    Object.assign(traffic, { queuedInARow: traffic.queuedInARow + 1, queuedAt: at });
}

/** Follows a call until its end. */
export function followCall(server: string): { heard: () => void; end: () => void } {
  const traffic = trafficOf(server);
  const call: InFlight = { sentAt: now().getTime() };
  traffic.calls.add(call);
  return {
    heard() {
      const at = now().getTime();
      traffic.lastHeardAt = at;
      if (call.answersSince !== undefined) return;
      call.answersSince = at;
      noteFirstWord(traffic, call, at);
    },
    end() {
      if (!traffic.calls.delete(call) || call.answersSince === undefined) return;
      const endedAt = now().getTime();
      traffic.last = { answersSince: call.answersSince, endedAt };
      // Another call may only now have its turn.
      traffic.lastHeardAt = endedAt;
    },
  };
}

/** When the server last said something to any call of this process, or ended an answer; 0 when it never did. */
export const lastHeardFrom = (server: string): number => trafficOf(server).lastHeardAt;

/** @returns how many requests a server answers at a time, once answers were seen to begin only when others ended */
export function observedSlots(server: string): number | undefined {
  const { queuedInARow, queuedAt, together } = trafficOf(server);
  const isBelieved = queuedInARow >= queuedToBelieve && now().getTime() - queuedAt < believedMs;
  return isBelieved ? Math.max(1, together) : undefined;
}
