import { z } from "zod";
import { isJobId } from "../../contract/order.ts";
import { db } from "../../database/client.ts";
import { notFound } from "../../errors.ts";

const isUuid = (id: string) => z.uuid().safeParse(id).success;

/** A client's own id is found as it was given; a UUID that is nobody's own is one of ours, whatever its case. */
async function findDeletion(id: string): Promise<{ id: string; deletedAt: Date | null } | undefined> {
  if (!isJobId(id)) return undefined;
  const ids = isUuid(id) ? [id, id.toLowerCase()] : [id];
  const found = await db().job.findMany({ where: { id: { in: ids } }, select: { id: true, deletedAt: true } });
  return found.find((job) => job.id === id) ?? found[0];
}

/** Reads the id of a job in an address. @throws {AppError} not_found when there is none, or it is deleted */
export async function readJobId(id: string): Promise<string> {
  const job = await findDeletion(id);
  if (!job || job.deletedAt) throw notFound("Rédaction");
  return job.id;
}

/** Reads the id of a deleted job. @throws {AppError} not_found when there is none */
export async function readDeletedJobId(id: string): Promise<string> {
  const job = await findDeletion(id);
  if (!job?.deletedAt) throw notFound("Rédaction supprimée");
  return job.id;
}
