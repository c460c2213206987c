import { z } from "zod";
import type { Warning } from "../../contract/warning.ts";
import { db } from "../../database/client.ts";

const Result = z.object({
  contradictions: z
    .array(z.object({ text: z.string(), against: z.string(), setIn: z.number().int().nullable() }))
    .default([]),
});

/** What a chapter says against the bible, and that one could not be read for it. */
export async function continuityWarnings(jobId: string): Promise<Warning[]> {
  const rows = await db().jobStage.findMany({
    where: { jobId, name: "continuity", finishedAt: { not: null } },
    orderBy: { position: "asc" },
  });
  return rows.flatMap(({ position, error, result }): Warning[] => {
    const { contradictions } = Result.parse(result ?? {});
    const of = { code: "continuity", chapter: position } as const;
    return [
      ...(error === null ? [] : [{ ...of, message: error }]),
      ...contradictions.map(({ text, against, setIn }) => {
        const where = setIn === null ? "" : ` (chapitre ${setIn})`;
        const message = `Le texte dit «\u202f${text}\u202f», contre ce qui est établi\u202f: «\u202f${against}\u202f»${where}. À corriger dans l’un des deux.`;
        return { ...of, message };
      }),
    ];
  });
}
