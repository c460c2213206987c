import type { DeliveryFilter, DeliveryList, DeliveryView } from "../../contract/delivery.ts";
import { db } from "../../database/client.ts";
import type { Prisma } from "../../database/generated/client.ts";
import { notFound } from "../../errors.ts";
import { readId } from "../../ids.ts";
import { pageOf } from "../../page.ts";
import { findDeliveries } from "./find-deliveries.ts";
import { type Excerpts, toDeliveryView } from "./view.ts";

const maxExcerptBytes = 2048;
const maxAnswerBytes = 64 * 1024;

const select = {
  event: { select: { title: true } },
  endpoint: { select: { retrySchedule: true } },
  attempts: { omit: { responseBody: true }, orderBy: { number: "asc" } },
} satisfies Prisma.DeliveryInclude;

async function readExcerpts(deliveryIds: string[], bytes: number): Promise<Excerpts> {
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

type Page = DeliveryFilter & { cursor?: string | undefined; limit: number };

export async function listDeliveries({ cursor, limit, ...filter }: Page): Promise<DeliveryList> {
  const found = await findDeliveries({ filter, before: cursor, limit: limit + 1 });
  const { rows, next_cursor } = pageOf(found, limit, ({ id }) => id);
  if (rows.length === 0) return { items: [], next_cursor };
  const ids = rows.map(({ id }) => id);
  const [deliveries, excerpts] = await Promise.all([
    db().delivery.findMany({ where: { id: { in: ids } }, orderBy: { id: "desc" }, include: select }),
    readExcerpts(ids, maxExcerptBytes),
  ]);
  return { items: deliveries.map((delivery) => toDeliveryView(delivery, excerpts)), next_cursor };
}

export async function getDelivery(id: string): Promise<DeliveryView> {
  const row = await db().delivery.findUnique({ where: { id: readId(id, "Livraison") }, include: select });
  if (!row) throw notFound("Livraison");
  return toDeliveryView(row, await readExcerpts([row.id], maxAnswerBytes));
}
