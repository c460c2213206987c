import { afterAll, beforeAll, expect, test } from "vitest";
import { type GenerationHarness, openGenerationHarness, orderBook, waitForJob } from "#testing/harness/generation.ts";
import { db } from "../../database/client.ts";

let harness: GenerationHarness;
beforeAll(async () => {
  harness = await openGenerationHarness({}, { skipsWaits: true });
  // A sequence is not rolled back: the fault happens once, whatever is tried again.
  for (const sql of [
    "CREATE SEQUENCE faults",
    `CREATE FUNCTION fault() RETURNS trigger LANGUAGE plpgsql AS $$
       BEGIN
         IF nextval('faults') = 1 THEN RAISE EXCEPTION 'la base s’en va' USING ERRCODE = TG_ARGV[0]; END IF;
         RETURN NEW;
       END $$`,
  ])
    await db().$executeRawUnsafe(sql);
});
afterAll(() => harness.close());

/** Only an answer that was lost on its way to the database is asked for again. */
const places = {
  "le départ d’un appel": { table: "ModelCall", when: 'UPDATE OF "aliveAt"', calls: 3 },
  "la réponse d’un appel": { table: "ModelCall", when: 'UPDATE OF "outcome"', calls: 4 },
  "un chapitre": { table: "JobChapter", when: "UPDATE", calls: 3 },
  "le livre": { table: "Event", when: "INSERT", calls: 3 },
};

test.each(
  Object.entries(places).flatMap(([name, place]) =>
    ["57P01", "40001", "40P01", "08006"].map((code) => ({ name, code, ...place })),
  ),
)(
  "une base absente ($code) au moment d’enregistrer $name : rien n’est compté comme échec",
  async ({ table, when, calls, code }) => {
    harness.reset();
    await db().$executeRawUnsafe("SELECT setval('faults', 1, false)");
    await db().$executeRawUnsafe(
      `CREATE TRIGGER fault BEFORE ${when} ON "${table}" FOR EACH ROW EXECUTE FUNCTION fault('${code}')`,
    );
    try {
      const id = await orderBook({ chapters: 2 });
      await waitForJob(id, "completed");
      expect(await db().jobStage.findMany({ where: { jobId: id, failures: { gt: 0 } } })).toEqual([]);
      expect(await db().jobStage.count({ where: { jobId: id, name: "chapter" } })).toBe(2);
      expect(harness.models.journal.length).toBe(calls);
    } finally {
      await db().$executeRawUnsafe(`DROP TRIGGER fault ON "${table}"`);
    }
  },
);
