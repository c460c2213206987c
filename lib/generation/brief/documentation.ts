import { z } from "zod";
import { db } from "../../database/client.ts";
import type { JobSource } from "../../database/generated/client.ts";
import { citedIn } from "../citations/marks.ts";

const ResearchResult = z.object({ notes: z.string().optional() });

/** Holds only the pages that the notes cite, and passages of documents: nothing else may be cited. */
export async function readDocumentation(jobId: string): Promise<{ notes: string | undefined; sources: JobSource[] }> {
  const key = { jobId, name: "research", position: 0 } as const;
  const stage = await db().jobStage.findUnique({ where: { jobId_name_position: key }, select: { result: true } });
  const { notes } = ResearchResult.parse(stage?.result ?? {});
  const citable = [{ number: { in: citedIn(notes ?? "") } }, { passage: { not: null } }];
  const sources = await db().jobSource.findMany({ where: { jobId, OR: citable }, orderBy: { number: "asc" } });
  return { notes, sources };
}
