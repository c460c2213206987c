import { now } from "../../clock.ts";
import { type BookLanguage, BookOptions, type BookRequest } from "../../contract/book.ts";
import type { JobCreated } from "../../contract/job.ts";
import { db } from "../../database/client.ts";
import { invalid } from "../../errors.ts";
import { newId } from "../../ids.ts";
import { enqueue } from "../../queue/enqueue.ts";
import { endpointAt } from "../../webhook/endpoints/at-url.ts";
import { capabilitiesOf } from "../capabilities.ts";
import { chainsOfOrder } from "../choice/chains-of-order.ts";
import { estimateBook } from "../estimate/estimate.ts";
import { contradictionIn } from "../language/contradiction.ts";
import { nameOf } from "../language/names.ts";
import { checkCap } from "../money/cap.ts";
import { holdReferences } from "../references/references.ts";
import { checkIdempotencyKey, hashOf, insertJob, readFirstAnswer } from "./insert-job.ts";

function checkLanguage(language: BookLanguage, model: string) {
  const { languages, demonstrates } = capabilitiesOf(model);
  if (!languages || languages.includes(language)) return;
  const name = demonstrates ? "Le modèle de démonstration" : `Le modèle ${model}`;
  throw invalid("language", `${name} n’écrit qu’en ${languages.map(nameOf).join(" et en ")}.`);
}

function checkReport(reader_report: boolean | undefined, model: string) {
  if (reader_report && !capabilitiesOf(model).reviews)
    throw invalid(
      "reader_report",
      "Le modèle de démonstration ne lit pas les livres\u202f: choisissez un autre modèle.",
    );
}

function checkDocuments(documents: string[] | undefined, model: string) {
  if (documents && !capabilitiesOf(model).researches)
    throw invalid(
      "documents",
      "Le modèle de démonstration n’a que ses propres pages, et ne lit pas de document\u202f: choisissez un autre modèle.",
    );
}

/** An order that says two languages would be paid for, then judged by the other one. */
function checkAskedLanguage(request: BookRequest) {
  const found = contradictionIn(request);
  if (found?.isSure) throw invalid(found.field, found.message);
}

async function findEndpoint(webhookUrl: string | undefined): Promise<string | null> {
  if (webhookUrl === undefined) return null;
  const endpointId = await endpointAt(webhookUrl);
  if (endpointId === undefined)
    throw invalid("webhookUrl", "webhookUrl\u202f: aucune destination n’a cette adresse\u202f; ajoutez-la d’abord.");
  return endpointId;
}

/**
 * The same key within 24 h, or the same id, gives the first answer again (contract §2).
 * @throws {AppError} invalid, when the key or the id served for another request, the model is unknown, not ready,
 * cannot write in the language or reads no book or document, a document is not there, the order asks for another language than its own, a cap is asked for and the price of a model is unknown, or no endpoint has the URL of `webhookUrl`
 */
export async function createJob(request: BookRequest, idempotencyKey?: string): Promise<JobCreated> {
  checkIdempotencyKey(idempotencyKey);
  const { title = null, topic, goal, jobId, userId = null, metadata, webhookUrl } = request;
  const requestHash = hashOf(request);
  const createdAt = now();
  const first = await readFirstAnswer(db(), { jobId, idempotencyKey, requestHash, at: createdAt });
  if (first) return first;
  const { model, models } = await chainsOfOrder(request);
  checkLanguage(request.language, model);
  checkReport(request.reader_report, model);
  checkDocuments(request.documents, model);
  checkAskedLanguage(request);
  checkCap(request.max_cost, models);
  const rank = newId();
  const job = {
    id: jobId ?? rank,
    rank,
    title,
    topic,
    goal,
    options: BookOptions.parse(request),
    userId,
    metadata: metadata === undefined ? null : JSON.stringify(metadata),
    endpointId: await findEndpoint(webhookUrl),
    model,
    models,
    estimate: await estimateBook(request),
    requestHash,
    createdAt,
    updatedAt: createdAt,
  };
  return insertJob(job, idempotencyKey, async (tx) => {
    await holdReferences(tx, request.documents ?? []);
    await enqueue(tx, "research", { jobId: job.id, run: 1 });
  });
}
