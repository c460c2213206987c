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
