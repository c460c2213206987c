import { SourceText } from "../../contract/job.ts";
import { db } from "../../database/client.ts";
import { notFound } from "../../errors.ts";
import { toSourceView } from "./detail.ts";
import { readJobId } from "./job-id.ts";

/** @param sourceId as drafts name it: « S1 » @throws {AppError} not_found */
export async function getJobSource(id: string, sourceId: string): Promise<SourceText> {
  const [, digits] = /^S(\d{1,4})$/.exec(sourceId) ?? [];
  const where = digits && { jobId_number: { jobId: await readJobId(id), number: Number(digits) } };
  const source = where ? await db().jobSource.findUnique({ where }) : null;
  if (!source) throw notFound("Source");
  return SourceText.parse({
    ...toSourceView(source),
    ...(source.passage !== null && { passage: source.passage }),
  });
}
