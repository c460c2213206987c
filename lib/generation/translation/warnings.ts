import { z } from "zod";
import { Warning } from "../../contract/warning.ts";
import { db } from "../../database/client.ts";
import { startOf } from "./run.ts";

const PlanResult = z.object({ untranslated: z.array(z.string()).default([]) });
const ChapterResult = z.object({ faults: z.array(Warning.pick({ code: true, message: true })).default([]) });

function planWarnings(untranslated: string[]): Warning[] {
  const [first, ...others] = untranslated.map(startOf);
  if (first === undefined) return [];
  const more = others.length > 0 ? `, et ${others.length} autre${others.length > 1 ? "s" : ""}` : "";
  const message = `Le modèle n’a pas traduit un titre ou une description du plan («\u202f${first}\u202f»${more})\u202f: à traduire.`;
  return [{ code: "translation", message }];
}

/** What of a translation does not measure up to its original, as its stages found it. */
export async function translationWarnings(jobId: string): Promise<Warning[]> {
  const rows = await db().jobStage.findMany({
    where: { jobId, name: { in: ["outline", "chapter"] } },
    orderBy: { position: "asc" },
  });
  return rows.flatMap(({ name, position, result }): Warning[] =>
    name === "outline"
      ? planWarnings(PlanResult.parse(result ?? {}).untranslated)
      : ChapterResult.parse(result ?? {}).faults.map((fault) => ({ ...fault, chapter: position })),
  );
}
