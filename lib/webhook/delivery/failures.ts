import type { Transaction } from "../../database/client.ts";
import { logger } from "../../logger.ts";
import { slows } from "../attempt/throttling.ts";
import { dueWarning, lastWarning, pausesFrom, percentUsed } from "../endpoints/failure-window.ts";
import type { Claimed } from "./attempt-rows.ts";
import type { Finished } from "./record.ts";

const french = new Intl.DateTimeFormat("fr-FR", { dateStyle: "long", timeStyle: "short", timeZone: "UTC" });
const spell = (date: Date) => `${french.format(date)} UTC`;

/** The default endpoint is on although nobody has ever said so. */
const isOn = { OR: [{ enabled: null }, { enabled: true }] };

type Cause = { reason: string; since: Date; at: Date };

/**
 * Switches an endpoint off until a person switches it on again, unless since the attempt left it was given another
 * address, or switched off or on. A new name or key changes nothing of what its receiver said.
 */
async function switchOff(tx: Transaction, { config }: Claimed, { reason, since, at }: Cause) {
  const { endpointId: id, url, sources, enabledAt } = config;
  // A resend by hand may learn it of one that is off already: what that one missed goes on counting.
  const [still, turned] = config.enabled
    ? [isOn, { disabledAt: at, missedSince: since, enabledAt: null }]
    : [{ enabled: false }, {}];
  const same = { url: sources.url === "page" ? url : null, enabledAt, deletedAt: null };
  const { count } = await tx.endpoint.updateMany({
    where: { id, ...same, ...still },
    data: { enabled: false, disabledReason: reason, ...turned, updatedAt: at },
  });
  return count === 1;
}

type Health = { failingSince: Date; failures: number; warned: number; pausesAt: Date | null };

/**
 * Counts failures, forgets the warnings of a clock that was ahead, and slows the endpoint down when they ask for it:
 * by what the longest `Retry-After` says, and by 1 s, 2 s, … 60 s each time it is still unwell once it was spared.
 */
async function countFailures(tx: Transaction, id: string, failed: Finished[]): Promise<Health | undefined> {
  const times = failed.map(({ result }) => result.finishedAt.getTime());
  const slowing = failed.filter(({ result }) => slows(result));
  const until = slowing.map(({ result }) => result.finishedAt.getTime() + result.retryAfterMs);
  const [first, at] = [new Date(Math.min(...times)), new Date(Math.max(...times))];
  const asked = until.length > 0 ? new Date(Math.max(...until)) : null;
  const [health] = await tx.$queryRaw<Health[]>`
    UPDATE "Endpoint" e SET
      failures = e.failures + ${failed.length}::int,
      "failingSince" = least(e."failingSince", ${first}::timestamptz),
      warned = CASE WHEN e."failingSince" > ${first}::timestamptz THEN 0 ELSE e.warned END,
      "pausesAt" = CASE WHEN e."failingSince" > ${first}::timestamptz THEN NULL ELSE e."pausesAt" END,
      throttles = e.throttles + CASE WHEN x.again THEN 1 ELSE 0 END,
      "throttledUntil" = CASE WHEN x.again
        THEN greatest(${asked}::timestamptz, ${at}::timestamptz + least(60, 2 ^ least(e.throttles, 6)) * interval '1 s')
        ELSE greatest(e."throttledUntil", ${asked}::timestamptz) END
    FROM (
      SELECT id, ${asked}::timestamptz IS NOT NULL AND (
        "throttledUntil" IS NULL OR "throttledUntil" <= ${at}::timestamptz
        OR "throttledUntil" > ${at}::timestamptz + interval '1 day') AS again
      FROM "Endpoint" WHERE id = ${id} FOR NO KEY UPDATE
    ) x
    WHERE e.id = x.id
    RETURNING e."failingSince", e.failures, e.warned, e."pausesAt"`;
  return health;
}

async function warn(tx: Transaction, { config }: Claimed, health: Health & { at: Date }) {
  const { failingSince, warned, at } = health;
  const warning = dueWarning(percentUsed(health, at), warned);
  if (!warning) return undefined;
  const pausesAt = pausesFrom(health, at);
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

/**
 * Writes what failures mean for their endpoint, in the order they came: `410` and five days without a success
 * switch it off.
 * @returns what to say in the log once the transaction has committed
 */
export async function suffer(tx: Transaction, id: string, failed: Finished[]): Promise<(() => void) | undefined> {
  const health = await countFailures(tx, id, failed);
  const last = failed.at(-1);
  if (!health || !last) return undefined;
  const at = last.result.finishedAt;
  const gone = failed.find(({ result }) => result.explanation?.failure === "gone");
  const { failingSince, failures, pausesAt } = health;
  const over = pausesAt !== null && at >= pausesAt;
  if (!gone && !over) return warn(tx, last.claimed, { ...health, at });
  const { claimed } = gone ?? last;
  const { url } = claimed.config;
  const reason = gone
    ? `${url} a répondu 410 (Gone)\u202f: l’envoi est désactivé jusqu’à ce qu’on le réactive.`
    : `${url} n’a fait qu’échouer depuis le ${spell(failingSince)} (${failures} échecs)\u202f: l’envoi est désactivé jusqu’à ce qu’on le réactive.`;
  return (await switchOff(tx, claimed, { reason, since: failingSince, at }))
    ? () => logger.error(`❌ ${reason}`)
    : undefined;
}
