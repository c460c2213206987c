import { Prisma } from "./generated/client.ts";

/** Postgres's classes: lost connection, out of resources, taken down by its operator; and what lost to another transaction. */
const passing = /^(08|53|57P|40001|40P01)/;
/** Prisma's: not reachable or gone, no connection free, no transaction in time, a transaction that lost to another. */
const passingOfPrisma = /^(P1\d{3}|P2024|P2028|P2034)$/;

type Meta = { code?: unknown; driverAdapterError?: { cause?: { originalCode?: unknown; code?: unknown } } };

/** Whether the database was away or too busy for a moment: the same, asked again, may well succeed. */
export function isOutage(error: unknown): boolean {
  if (error instanceof Prisma.PrismaClientInitializationError) return true;
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false;
  const { code, driverAdapterError } = (error.meta ?? {}) as Meta;
  const cause = driverAdapterError?.cause;
  const codes = [code, cause?.originalCode, cause?.code].filter((one) => typeof one === "string");
  return passingOfPrisma.test(error.code) || codes.some((one) => passing.test(one));
}
