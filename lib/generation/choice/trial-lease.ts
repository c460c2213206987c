import { now } from "../../clock.ts";
import { db } from "../../database/client.ts";
import { AppError } from "../../errors.ts";
import { newId } from "../../ids.ts";

/** The only row. */
const place = 1;

/**
 * Has one trial at a time, whichever instance runs it.
 * @param longestMs after that the trial is over, should its process have died
 * @returns the function that ends it
 * @throws {AppError} conflict, while another runs
 */
export async function beginTrial(model: string, longestMs: number): Promise<() => Promise<void>> {
  const id = newId();
  const until = new Date(now().getTime() + longestMs);
  const taken = await db().$executeRaw`
    INSERT INTO "ModelTrial" (place, id, model, until) VALUES (${place}, ${id}, ${model}, ${until}::timestamptz)
    ON CONFLICT (place) DO UPDATE SET id = excluded.id, model = excluded.model, until = excluded.until
    WHERE "ModelTrial".until <= ${now()}::timestamptz`;
  if (taken === 0) {
    const current = await db().modelTrial.findUnique({ where: { place } });
    const what = current ? `Un essai de ${current.model}` : "Un essai";
    throw new AppError("conflict", `${what} est en cours\u202f: attendez sa fin.`);
  }
  return async () => {
    await db().modelTrial.deleteMany({ where: { place, id } });
  };
}
