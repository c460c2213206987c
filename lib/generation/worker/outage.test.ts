import { afterAll, beforeAll, expect, test } from "vitest";
import { type GenerationHarness, openGenerationHarness, orderBook, waitForJob } from "#testing/harness/generation.ts";
import { chapterAnswer } from "#testing/model/answers.ts";
import { db } from "../../database/client.ts";

let harness: GenerationHarness;
beforeAll(async () => {
  harness = await openGenerationHarness({}, { skipsWaits: true });
  // A sequence is not rolled back: the fault happens once, whatever is tried again.
  for (const sql of [
    "CREATE SEQUENCE faults",
    `CREATE FUNCTION fault() RETURNS trigger LANGUAGE plpgsql AS $$
       BEGIN
         IF nextval('faults') = coalesce(TG_ARGV[1], '1')::int THEN RAISE EXCEPTION 'la base s’en va' USING ERRCODE = TG_ARGV[0]; END IF;
         RETURN NEW;
       END $$`,
  ])
    await db().$executeRawUnsafe(sql);
});
afterAll(() => harness.close());

const places = {
  "le départ d’un appel": { table: "ModelCall", when: 'UPDATE OF "aliveAt"' },
  "la réponse d’un appel": { table: "ModelCall", when: 'UPDATE OF "outcome"' },
  "un chapitre": { table: "JobChapter", when: "UPDATE" },
  "le livre": { table: "Event", when: "INSERT" },
};

test.each(
  Object.entries(places).flatMap(([name, place]) =>
    ["57P01", "40001", "40P01", "08006"].map((code) => ({ name, code, ...place })),
  ),
)(
  "une base absente ($code) au moment d’enregistrer $name : rien n’est compté comme échec, ni payé deux fois",
  async ({ table, when, code }) => {
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
      expect(harness.models.journal.length).toBe(3);
    } finally {
      await db().$executeRawUnsafe(`DROP TRIGGER fault ON "${table}"`);
    }
  },
);

const opening =
  "Au commencement était la patience du boulanger devant son pétrin. La rue dormait encore, le four était froid, et personne ne savait quel pain sortirait de la nuit.";

test("une base absente au départ d’un appel attend ceux qui sont en cours : aucun n’est payé deux fois", async () => {
  // Chapters that begin alike have their openings rewritten, several at once.
  harness.reset(({ role, prompt }) => {
    if (role === "review") return { delayMs: 1500 };
    if (role !== "chapter") return {};
    const [title, ...rest] = chapterAnswer(prompt).split("\n\n");
    return { text: [title, opening, ...rest].join("\n\n") };
  });
  await db().$executeRawUnsafe("SELECT setval('faults', 1, false)");
  await db().$executeRawUnsafe(
    `CREATE TRIGGER fault BEFORE INSERT ON "ModelCall" FOR EACH ROW WHEN (NEW.stage = 'review') EXECUTE FUNCTION fault('57P01', '2')`,
  );
  try {
    await waitForJob(await orderBook({ chapters: 3 }), "completed");
    const asked = harness.models.journal.filter(({ role }) => role === "review").map(({ prompt }) => prompt);
    expect(asked.length).toBeGreaterThan(1);
    expect(new Set(asked).size).toBe(asked.length);
  } finally {
    await db().$executeRawUnsafe('DROP TRIGGER fault ON "ModelCall"');
  }
});
