import { now } from "../../clock.ts";
import { type BookLanguage, BookOptions, type BookRequest } from "../../contract/book.ts";
import type { JobCreated } from "../../contract/job.ts";
import { db } from "../../database/client.ts";
import { invalid } from "../../errors.ts";
import { enqueue } from "../../queue/enqueue.ts";
import { capabilitiesOf } from "../capabilities.ts";
import { chainsOfOrder } from "../choice/chains-of-order.ts";
import { estimateBook } from "../estimate/estimate.ts";
import { contradictionIn } from "../language/contradiction.ts";
import { nameOf } from "../language/names.ts";
import { checkCap } from "../money/cap.ts";
import { holdReferences } from "../references/references.ts";
import { voiceOfOrder } from "../voices/voices.ts";
import { originWriter, voiceOfOrigin } from "./from.ts";
import { checkIdempotencyKey, hashOf, insertJob, readFirstAnswer } from "./insert-job.ts";
import { newJob } from "./new-job.ts";

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

/**
 * The same key within 24 h, or the same id, gives the first answer again (contract §2).
 * @throws {AppError} invalid, when the key or the id served for another request, the model is unknown, not ready,
 * cannot write in the language, reads no book or document or follows no voice, there is no such voice or document, the order
 * asks for another language than its own, a cap is asked for and the price of a model is unknown, no endpoint has the URL of
 * `webhookUrl`, or `from` is no finished book's
 */
export async function createJob(request: BookRequest, idempotencyKey?: string): Promise<JobCreated> {
  checkIdempotencyKey(idempotencyKey);
  const requestHash = hashOf(request);
  const { jobId } = request;
  const first = await readFirstAnswer(db(), { jobId, idempotencyKey, requestHash, at: now() });
  if (first) return first;
  const chains = await chainsOfOrder(request);
  checkLanguage(request.language, chains.model);
  checkReport(request.reader_report, chains.model);
  checkDocuments(request.documents, chains.model);
  checkAskedLanguage(request);
  checkCap(request.max_cost, chains.models);
  const options = BookOptions.parse(request);
  const named = await voiceOfOrder(request.voice, chains.model);
  const voice = named ?? (await voiceOfOrigin(request.from, chains.model));
  const writeOrigin = await originWriter(request.from, options);
  const { title, topic, goal, userId, metadata, webhookUrl } = request;
  const ordered = { title, topic, goal, jobId, userId, metadata, webhookUrl };
  const job = {
    ...(await newJob({ ...ordered, ...chains, options, requestHash })),
    ...(voice && { voice }),
    estimate: await estimateBook(request),
  };
  return insertJob(job, idempotencyKey, async (tx) => {
    await writeOrigin(tx, job.id);
    await holdReferences(tx, request.documents ?? []);
    await enqueue(tx, "research", { jobId: job.id, run: 1 });
  });
}
