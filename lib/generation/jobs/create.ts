import { now } from "../../clock.ts";
import { type BookLanguage, BookOptions, type BookRequest } from "../../contract/book.ts";
import type { JobCreated } from "../../contract/job.ts";
import { invalid } from "../../errors.ts";
import { newId } from "../../ids.ts";
import { capabilitiesOf } from "../capabilities.ts";
import { estimateBook } from "../estimate/estimate.ts";
import { nameOf } from "../language/names.ts";
import { chainsOfNewJob } from "../models/chains.ts";
import { checkCap } from "../money/cap.ts";
import { checkIdempotencyKey, hashOf, insertJob } from "./insert-job.ts";

function checkLanguage(language: BookLanguage, model: string) {
  const { languages, demonstrates } = capabilitiesOf(model);
  if (!languages || languages.includes(language)) return;
  const name = demonstrates ? "Le modèle de démonstration" : `Le modèle ${model}`;
  throw invalid("language", `${name} n’écrit qu’en ${languages.map(nameOf).join(" et en ")}.`);
}

/**
 * The same key within 24 h gives the first answer again (contract §2).
 * @throws {AppError} invalid, when the key served for another request, the model cannot write in the language, or a cap
 * is asked for and the price of a model is unknown
 */
export async function createJob(request: BookRequest, idempotencyKey?: string): Promise<JobCreated> {
  checkIdempotencyKey(idempotencyKey);
  const { model, models } = chainsOfNewJob();
  checkLanguage(request.language, model);
  checkCap(request.max_cost, models);
  const { title = null, topic, goal } = request;
  const createdAt = now();
  const job = {
    id: newId(),
    title,
    topic,
    goal,
    options: BookOptions.parse(request),
    model,
    models,
    estimate: estimateBook(request),
    requestHash: hashOf(request),
    createdAt,
    updatedAt: createdAt,
  };
  return insertJob(job, idempotencyKey);
}
