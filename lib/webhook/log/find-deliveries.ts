import type { ResendFilter } from "../../contract/bulk-resend.ts";
import type { DeliveryFilter } from "../../contract/delivery.ts";
import { type Transaction, transaction } from "../../database/client.ts";
import { Prisma } from "../../database/generated/client.ts";
import { conditionOf, type Parts, partsOf } from "./filter.ts";

type Where = { filter: ResendFilter; before?: string | undefined; limit: number };

const isUnfiltered = ({ status, event_type, endpoint_id, http_status }: DeliveryFilter) =>
  !status?.length && event_type === undefined && endpoint_id === undefined && http_status === undefined;

const byId = (condition: Prisma.Sql, limit: number) => Prisma.sql`
  SELECT d.id FROM "Delivery" d WHERE ${condition} ORDER BY d.id DESC LIMIT ${limit}`;

/** The newest rows of one group `g`, which is equal in all columns of the index but the last, the id. */
const newestOf = (time: Prisma.Sql, limit: number) => Prisma.sql`
  (SELECT d.id FROM "Delivery" d
   WHERE d.status = g.status AND d."endpointId" = g.endpoint AND d."eventType" = g.type AND d."httpStatus" = g.http
     AND ${time} ORDER BY d.id DESC LIMIT ${limit})
  UNION ALL
  (SELECT d.id FROM "Delivery" d
   WHERE d.status = g.status AND d."endpointId" = g.endpoint AND d."eventType" = g.type AND d."httpStatus" IS NULL
     AND g.http IS NULL AND ${time} ORDER BY d."httpStatus" DESC, d.id DESC LIMIT ${limit})`;

/** The lowest HTTP status of a group `g` that satisfies a condition. */
const lowestStatus = (condition: Prisma.Sql) => Prisma.sql`
  SELECT d."httpStatus" FROM "Delivery" d
  WHERE d.status = g.status AND d."endpointId" = g.endpoint AND d."eventType" = g.type AND ${condition}
  ORDER BY d."httpStatus" LIMIT 1`;

/**
 * Walks the index `(status, endpointId, eventType, httpStatus, id)` group by group, so that no combination of filters
 * reads more than it answers, however rare its rows and however far back: the groups are few, and the HTTP statuses
 * within them are found by jumping from one to the next. A page can only come from the `limit` groups whose newest row
 * is newest.
 */
const byGroup = ({ statuses, types, endpoint, http, time }: Parts, limit: number) => Prisma.sql`
  WITH RECURSIVE combined AS (
    SELECT s.status, e.id AS endpoint, t.type
    FROM unnest(${statuses}) s(status), unnest(${types}) t(type), "Endpoint" e
    WHERE ${endpoint}::text IS NULL OR e.id = ${endpoint}
  ), answered AS (
    SELECT g.*, (${lowestStatus(Prisma.sql`d."httpStatus" >= ${http.low}`)}) AS http FROM combined g
    UNION ALL
    SELECT g.status, g.endpoint, g.type, (${lowestStatus(Prisma.sql`d."httpStatus" > g.http`)})
    FROM answered g WHERE g.http < ${http.high}
  ), groups AS (
    SELECT * FROM answered WHERE http <= ${http.high}
    UNION ALL
    SELECT *, NULL FROM combined WHERE ${http.none}
  ), newest AS (
    SELECT g.* FROM groups g, LATERAL (${newestOf(time, 1)}) n ORDER BY n.id DESC LIMIT ${limit}
  )
  SELECT n.id FROM newest g, LATERAL (${newestOf(time, limit)}) n ORDER BY n.id DESC LIMIT ${limit}`;

/** Exported for `EXPLAIN`. */
export function pageQuery({ filter, before, limit }: Where): Prisma.Sql {
  const parts = partsOf(filter, before);
  if (filter.job_id !== undefined)
    return byId(Prisma.sql`d."jobId" = ${filter.job_id} AND ${conditionOf(parts)}`, limit);
  return isUnfiltered(filter) ? byId(parts.time, limit) : byGroup(parts, limit);
}

async function find(tx: Transaction, where: Where): Promise<{ id: string }[]> {
  // Postgres overrates the walk: compiling it would take 250 ms, running it takes 5.
  await tx.$executeRaw`SET LOCAL jit = off`;
  return tx.$queryRaw<{ id: string }[]>(pageQuery(where));
}

/** Finds the deliveries that a filter keeps, newest first, below the id `before`. */
export const findDeliveries = (where: Where, tx?: Transaction): Promise<{ id: string }[]> =>
  tx ? find(tx, where) : transaction((own) => find(own, where));
