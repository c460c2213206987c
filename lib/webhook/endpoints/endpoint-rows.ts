import { now } from "../../clock.ts";
import { usualTypes } from "../../contract/values.ts";
import { db, type Transaction } from "../../database/client.ts";
import type { Endpoint, EndpointKey } from "../../database/generated/client.ts";
import { notFound } from "../../errors.ts";
import { perProcess } from "../../per-process.ts";

const processStart = perProcess("started at", now);

export const defaultEndpoint = "default";

export type EndpointRow = Endpoint & { keys: EndpointKey[] };

export const isDefault = ({ id }: { id: string }) => id === defaultEndpoint;
const withKeys = { include: { keys: true } } as const;

export async function readDefaultEndpoint(client: Transaction = db()): Promise<EndpointRow> {
  const where = { id: defaultEndpoint };
  const row = await client.endpoint.findUnique({ where, ...withKeys });
  if (row) return row;
  const updatedAt = processStart.get();
  await client.endpoint.createMany({
    data: [{ ...where, eventTypes: usualTypes(true), createdAt: updatedAt, updatedAt }],
    skipDuplicates: true,
  });
  return client.endpoint.findUniqueOrThrow({ where, ...withKeys });
}

export async function readEndpoints(client: Transaction = db()): Promise<EndpointRow[]> {
  const rows = await client.endpoint.findMany({
    where: { OR: [{ id: defaultEndpoint }, { deletedAt: null }] },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    ...withKeys,
  });
  return [rows.find(isDefault) ?? (await readDefaultEndpoint(client)), ...rows.filter((row) => !isDefault(row))];
}

export async function findEndpoint(id: string, client: Transaction = db()): Promise<EndpointRow> {
  if (id === defaultEndpoint) return readDefaultEndpoint(client);
  const known =
    !id.includes("\0") && (await client.endpoint.findFirst({ where: { id, deletedAt: null }, ...withKeys }));
  if (!known) throw notFound("Destination");
  return known;
}

/** Locks an endpoint for a change; deliveries are still created for it. @throws {AppError} not_found */
export async function lockEndpoint(tx: Transaction, id: string): Promise<EndpointRow> {
  await findEndpoint(id, tx);
  await tx.$queryRaw`SELECT 1 FROM "Endpoint" WHERE id = ${id} FOR NO KEY UPDATE`;
  return findEndpoint(id, tx);
}
