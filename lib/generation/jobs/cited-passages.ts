import type { CitedPassage } from "../../contract/reading.ts";
import { db } from "../../database/client.ts";
import { citedSources } from "../citations/bibliography.ts";
import { toSourceView } from "./detail.ts";

/** The passages of documents that each chapter of a finished job cites, under the numbers that its text has for them. */
export async function citedPassages(jobId: string): Promise<CitedPassage[]> {
  const shown = { jobId, job: { deletedAt: null } };
  const sources = await db().jobSource.findMany({ where: shown, orderBy: { number: "asc" } });
  if (sources.every(({ passage }) => passage === null)) return [];
  const chapters = await db().jobChapter.findMany({
    where: { jobId, written: { not: null } },
    orderBy: { position: "asc" },
    select: { position: true, written: true },
  });
  const stored = new Map(sources.map((source) => [source.number, source]));
  return chapters.flatMap(({ position, written }) =>
    citedSources(written ?? "", sources).flatMap(({ number }, index): CitedPassage[] => {
      const source = stored.get(number);
      if (!source || source.passage === null) return [];
      const { id, title, url, place } = toSourceView(source);
      return [{ chapter: position, number: index + 1, id, title, ...(url && { url }), ...(place && { place }) }];
    }),
  );
}
