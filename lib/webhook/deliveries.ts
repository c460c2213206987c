import { z } from "zod";
import type { DeliveryList, DeliveryQuery, DeliveryView } from "../contract/delivery.ts";
import { db } from "../database/client.ts";
import type { Prisma } from "../database/generated/client.ts";
import { notFound } from "../errors.ts";
import { type Excerpts, toDeliveryView } from "./view.ts";

const excerptBytes = 2048;
const wholeBytes = 64 * 1024;

const select = {
  event: { omit: { body: true } },
  attempts: { omit: { responseBody: true }, orderBy: { number: "asc" } },
} satisfies Prisma.DeliveryInclude;

/** What lists leave in the database: how big the bodies are, and how the answers begin. */
async function excerptsOf(deliveryIds: string[], bytes: number): Promise<Excerpts> {
  const sizes = await db().$queryRaw<{ id: string; size: number }[]>`
    SELECT d.id, octet_length(e.body) AS size FROM "Delivery" d JOIN "Event" e ON e.id = d."eventId"
    WHERE d.id = ANY(${deliveryIds}::uuid[]) AND e.body IS NOT NULL`;
  const answers = await db().$queryRaw<{ id: string; body: string }[]>`
    SELECT id, encode(substring("responseBody" FROM 1 FOR ${bytes}::int), 'base64') AS body FROM "Attempt"
    WHERE "deliveryId" = ANY(${deliveryIds}::uuid[]) AND "responseBody" IS NOT NULL`;
  return {
    sizes: new Map(sizes.map(({ id, size }) => [id, size])),
    answers: new Map(answers.map(({ id, body }) => [id, Buffer.from(body, "base64").toString("utf8")])),
  };
}

/** Deliveries with their attempts, newest first; answers are cut at 2 KiB. */
export async function listDeliveries({ job_id, cursor, limit }: DeliveryQuery): Promise<DeliveryList> {
  const rows = await db().delivery.findMany({
    where: { ...(job_id !== undefined && { event: { jobId: job_id } }), ...(cursor && { id: { lt: cursor } }) },
    orderBy: { id: "desc" },
    take: limit + 1,
    include: select,
  });
  const page = rows.slice(0, limit);
  const excerpts = await excerptsOf(
    page.map(({ id }) => id),
    excerptBytes,
  );
  const next = rows.length > limit ? page.at(-1)?.id : undefined;
  return { items: page.map((row) => toDeliveryView(row, excerpts)), next_cursor: next ?? null };
}

/** One delivery, its answers as far as they were kept (64 KiB). @throws {AppError} not_found */
export async function getDelivery(id: string): Promise<DeliveryView> {
  const known = z.uuid().safeParse(id).success;
  const row = known ? await db().delivery.findUnique({ where: { id }, include: select }) : null;
  if (!row) throw notFound("Livraison");
  return toDeliveryView(row, await excerptsOf([id], wholeBytes));
}
