import { db } from "../../database/client.ts";
import { AppError, notFound } from "../../errors.ts";
import { readId } from "../../ids.ts";

/** Reads the text that every attempt of a delivery sends. @throws {AppError} not_found; conflict, once it is pruned */
export async function getSentBody(id: string): Promise<{ eventId: string; body: string }> {
  const row = await db().delivery.findUnique({
    where: { id: readId(id, "Livraison") },
    select: { event: { select: { id: true, body: true } } },
  });
  if (!row) throw notFound("Livraison");
  if (row.event.body === null) throw new AppError("conflict", "Le corps de cet événement n’est plus conservé.");
  return { eventId: row.event.id, body: row.event.body };
}
