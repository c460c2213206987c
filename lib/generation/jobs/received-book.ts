import { type BookLanguage, BookOptions } from "../../contract/book.ts";
import { bookLanguages } from "../../contract/values.ts";
import { db } from "../../database/client.ts";
import { capabilitiesOf } from "../capabilities.ts";
import { detectLanguage } from "../language/detect.ts";

/** The language of a received book: its job's where the job is here, else the one in which `readText` is written. */
export async function languageOfBook(jobId: string, readText: () => Promise<string>): Promise<BookLanguage> {
  const job = await db().job.findUnique({ where: { id: jobId }, select: { options: true } });
  const options = BookOptions.safeParse(job?.options);
  if (options.success) return options.data.language;
  const detected = await detectLanguage(await readText());
  return bookLanguages.find((one) => one === detected) ?? bookLanguages[0];
}

/** Whether a model wrote a received book: all that a webhook brings, but what its job, being here, knows for its author's own. */
export async function isByModel(jobId: string): Promise<boolean> {
  const job = await db().job.findUnique({ where: { id: jobId }, select: { model: true } });
  return job === null || capabilitiesOf(job.model).writes;
}
