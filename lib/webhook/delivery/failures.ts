import type { Transaction } from "../../database/client.ts";
import { logger } from "../../logger.ts";
import { shouldThrottle } from "../attempt/throttling.ts";
import { dueWarning, lastWarning, pausesFrom, percentUsed } from "../endpoints/failure-window.ts";
import type { Claimed, Finished } from "./attempt-rows.ts";

const french = new Intl.DateTimeFormat("fr-FR", { dateStyle: "long", timeStyle: "short", timeZone: "UTC" });
const spell = (date: Date) => `${french.format(date)} UTC`;

const isOn = { OR: [{ enabled: null }, { enabled: true }] };

type Cause = { reason: string; since: Date; at: Date };

async function switchOff(tx: Transaction, { config }: Claimed, { reason, since, at }: Cause) {
  const { endpointId: id, url, sources, enabledAt } = config;
  // A resend may find it gone while it is off: what it has missed since then goes on counting.
  const state = config.enabled ? isOn : { enabled: false };
  const changes = config.enabled ? { disabledAt: at, missedSince: since, enabledAt: null } : {};
  const unchanged = { url: sources.url === "page" ? url : null, enabledAt, deletedAt: null };
  const { count } = await tx.endpoint.updateMany({
    where: { id, ...unchanged, ...state },
    data: { enabled: false, disabledReason: reason, ...changes, updatedAt: at },
  });
  return count === 1;
}

type FailureState = { failingSince: Date; failures: number; warned: number; pausesAt: Date | null };

/** Throttles by the longest `Retry-After`, else by 1 s, 2 s, … 60 s each time it is still overloaded after a throttle. */
async function countFailures(tx: Transaction, id: string, failed: Finished[]): Promise<FailureState | undefined> {
  const times = failed.map(({ result }) => result.finishedAt.getTime());
  const first = new Date(Math.min(...times));
  const last = new Date(Math.max(...times));
  const throttling = failed.filter(({ result }) => shouldThrottle(result));
  const ends = throttling.map(({ result }) => result.finishedAt.getTime() + result.retryAfterMs);
  const until = ends.length > 0 ? new Date(Math.max(...ends)) : null;
  const [state] = await tx.$queryRaw<FailureState[]>`
    UPDATE "Endpoint" e SET
      failures = e.failures + ${failed.length}::int,
      "failingSince" = least(e."failingSince", ${first}::timestamptz),
      warned = CASE WHEN e."failingSince" > ${first}::timestamptz THEN 0 ELSE e.warned END,
      "pausesAt" = CASE WHEN e."failingSince" > ${first}::timestamptz THEN NULL ELSE e."pausesAt" END,
      throttles = e.throttles + CASE WHEN x.again THEN 1 ELSE 0 END,
      "throttledUntil" = CASE WHEN x.again
        THEN greatest(${until}::timestamptz, ${last}::timestamptz + least(60, 2 ^ least(e.throttles, 6)) * interval '1 s')
        ELSE greatest(e."throttledUntil", ${until}::timestamptz) END
    FROM (
      SELECT id, ${until}::timestamptz IS NOT NULL AND (
        "throttledUntil" IS NULL OR "throttledUntil" <= ${last}::timestamptz
        OR "throttledUntil" > ${last}::timestamptz + interval '1 day') AS again
      FROM "Endpoint" WHERE id = ${id} FOR NO KEY UPDATE
    ) x
    WHERE e.id = x.id
    RETURNING e."failingSince", e.failures, e.warned, e."pausesAt"`;
  return state;
}

async function recordWarning(tx: Transaction, { config }: Claimed, state: FailureState & { at: Date }) {
  const { failingSince, warned, at } = state;
  const warning = dueWarning(percentUsed(state, at), warned);
  if (!warning) return undefined;
  const pausesAt = pausesFrom(state, at);
  const { endpointId: id, url } = config;
  const { count } = await tx.endpoint.updateMany({
    where: { id, warned: { lt: warning }, ...isOn },
    data: { warned: warning, ...(warning === lastWarning && { pausesAt }) },
  });
  if (count === 0) return undefined;
  const pause = `sans réussite, l’envoi sera désactivé le ${spell(pausesAt)} ou au premier échec qui suivra`;
  return () =>
    logger.warn(`⚠️ ${url} n’a fait qu’échouer depuis le ${spell(failingSince)} (${warning} % du délai) : ${pause}.`);
}

/** `410`, and five days without a success, switch it off. @returns what writes the log, once this has committed */
export async function recordFailures(
  tx: Transaction,
  id: string,
  failed: Finished[],
): Promise<(() => void) | undefined> {
  const state = await countFailures(tx, id, failed);
  const last = failed.at(-1);
  if (!state || !last) return undefined;
  const at = last.result.finishedAt;
  const gone = failed.find(({ result }) => result.explanation?.failure === "gone");
  const { failingSince, failures, pausesAt } = state;
  const isOver = pausesAt !== null && at >= pausesAt;
  if (!gone && !isOver) return recordWarning(tx, last.claimed, { ...state, at });
  const { claimed } = gone ?? last;
  const { url } = claimed.config;
  const reason = gone
    ? `${url} a répondu 410 (Gone)\u202f: l’envoi est désactivé jusqu’à ce qu’on le réactive.`
    : `${url} n’a fait qu’échouer depuis le ${spell(failingSince)} (${failures} échecs)\u202f: l’envoi est désactivé jusqu’à ce qu’on le réactive.`;
  const isOff = await switchOff(tx, claimed, { reason, since: failingSince, at });
  return isOff ? () => logger.error(`❌ ${reason}`) : undefined;
}
