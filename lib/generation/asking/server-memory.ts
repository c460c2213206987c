import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import { now } from "../../clock.ts";
import { db } from "../../database/client.ts";
import { serverOf } from "../models/configured.ts";
import { Concession } from "../models/wire/concession.ts";
import type { Memory } from "../models/wire/memory.ts";

const Concessions = z.array(Concession).catch([]);
const keptMs = 7 * 24 * 3_600_000;

/** Remembers in the database, for all instances, what a model's server does not take. */
export function serverMemory(model: string): Memory {
  const key = { model, server: serverOf(model) };
  const read = async () => {
    const row = await db().modelConcessions.findUnique({ where: { model_server: key } });
    return row && now().getTime() - row.learnedAt.getTime() < keptMs ? Concessions.parse(row.concessions) : [];
  };
  return {
    read,
    async add(found) {
      // What another call learned at the same moment and is lost here will be learned again.
      const known = await read();
      const fresh = found.filter((one) => !known.some((other) => isDeepStrictEqual(one, other)));
      const data = { concessions: [...known, ...fresh], learnedAt: now() };
      await db().modelConcessions.upsert({ where: { model_server: key }, create: { ...key, ...data }, update: data });
    },
  };
}
