import { now } from "../../clock.ts";
import type { BookOptions, BookRequest } from "../../contract/book.ts";
import { invalid } from "../../errors.ts";
import { newId } from "../../ids.ts";
import { endpointAt } from "../../webhook/endpoints/at-url.ts";
import type { Chains } from "../models/chains.ts";

async function findEndpoint(webhookUrl: string | undefined): Promise<string | null> {
  if (webhookUrl === undefined) return null;
  const endpointId = await endpointAt(webhookUrl);
  if (endpointId === undefined)
    throw invalid("webhookUrl", "webhookUrl\u202f: aucune destination n’a cette adresse\u202f; ajoutez-la d’abord.");
  return endpointId;
}

type Ordered = Pick<BookRequest, "title" | "topic" | "goal" | "jobId" | "userId" | "metadata" | "webhookUrl"> & {
  options: BookOptions;
  model: string;
  models: Chains;
  requestHash: string;
};

/** The row of a job that is ordered now. @throws {AppError} invalid, when no endpoint has the URL of `webhookUrl` */
export async function newJob({ title, jobId, userId, metadata, webhookUrl, ...order }: Ordered) {
  const rank = newId();
  const createdAt = now();
  return {
    ...order,
    id: jobId ?? rank,
    rank,
    title: title ?? null,
    userId: userId ?? null,
    metadata: metadata === undefined ? null : JSON.stringify(metadata),
    endpointId: await findEndpoint(webhookUrl),
    createdAt,
    updatedAt: createdAt,
  };
}
