import { z } from "zod";
import { isJobId } from "../../contract/order.ts";
import { db } from "../../database/client.ts";
import { notFound } from "../../errors.ts";

const isUuid = (id: string) => z.uuid().safeParse(id).success;

/**
 * Reads the id of a job in an address. A client's own id is found as it was given; a UUID that is nobody's own is one of
 * ours, whatever its case.
 * @throws {AppError} not_found when it cannot be a job's
 */
export async function readJobId(id: string): Promise<string> {
  if (!isJobId(id)) throw notFound("Rédaction");
  const canonical = isUuid(id) ? id.toLowerCase() : id;
  if (canonical === id || (await db().job.count({ where: { id } })) > 0) return id;
  return canonical;
}
