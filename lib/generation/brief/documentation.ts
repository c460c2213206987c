import { z } from "zod";
import { db } from "../../database/client.ts";
import { citedIn } from "../citations/marks.ts";
import type { Documentation } from "../citations/source.ts";

const ResearchResult = z.object({ notes: z.string().optional() });

/** Holds only the sources that the notes cite: no other may be cited. */
export async function readDocumentation(jobId: string): Promise<Documentation> {
  const key = { jobId, name: "research", position: 0 } as const;
  const stage = await db().jobStage.findUnique({ where: { jobId_name_position: key }, select: { result: true } });
  const { notes } = ResearchResult.parse(stage?.result ?? {});
  const number = { in: citedIn(notes ?? "") };
  return { notes, sources: await db().jobSource.findMany({ where: { jobId, number }, orderBy: { number: "asc" } }) };
}
