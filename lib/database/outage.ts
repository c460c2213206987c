import { setTimeout as sleep } from "node:timers/promises";
import { Prisma } from "./generated/client.ts";

/** Postgres's codes: lost connection, out of resources, shut down by its operator, lost to another transaction. */
const transientPostgres = /^(08|53|57P|40001|40P01)/;
/** Prisma's codes: unreachable, no free connection, no transaction in time, lost to another transaction. */
const transientPrisma = /^(P1\d{3}|P2024|P2028|P2034)$/;

type Meta = { code?: unknown; driverAdapterError?: { cause?: { originalCode?: unknown; code?: unknown } } };

export function isOutage(error: unknown): boolean {
  if (error instanceof Prisma.PrismaClientInitializationError) return true;
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false;
  const { code, driverAdapterError } = (error.meta ?? {}) as Meta;
  const cause = driverAdapterError?.cause;
  const codes = [code, cause?.originalCode, cause?.code].filter((one) => typeof one === "string");
  return transientPrisma.test(error.code) || codes.some((one) => transientPostgres.test(one));
}

const maxOutageMs = 10_000;
const pauseMs = 250;

/**
 * Tries again while the database is away, for what would be lost with the process's memory. `write` may have taken effect
 * although its answer was lost: it must count once however often it runs.
 */
export async function retryThroughOutage<T>(write: () => Promise<T>): Promise<T> {
  const deadline = performance.now() + maxOutageMs;
  for (;;) {
    try {
      return await write();
    } catch (error) {
      if (!isOutage(error) || performance.now() > deadline) throw error;
      await sleep(pauseMs);
    }
  }
}
