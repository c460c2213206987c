import { afterAll, beforeAll, expect, test } from "vitest";
import { type GenerationHarness, openGenerationHarness, orderBook, waitForJob } from "#testing/harness/generation.ts";
import { realModel } from "#testing/model/real-models/script.ts";
import { getResult } from "./jobs/jobs.ts";

let harness: GenerationHarness;
beforeAll(async () => {
  harness = await openGenerationHarness({ GENERATION_CONCURRENCY: "4" }, { skipsWaits: true });
});
afterAll(() => harness.close());

/** What a reader of the book that this model once wrote had to see. */
const unwanted = [
  ["une clôture de nos demandes", /^\s*"""/m],
  ["la liste des termes à définir", /Termes que (?:ce|d’autres|d'autres) chapitre/i],
  ["la longueur demandée", /Longueur attendue|environ \d+ mots/i],
  ["le chapitre demandé", /Chapitre à écrire/i],
  ["un renvoi à un chapitre du plan", /chapitre \d+, «/i],
  ["un numéro devant le titre", /^# \d+\. /m],
  ["un titre de chapitre redit en section", /^# (.+)\n(?:.*\n)*## \1$/m],
] as const;

test("de ce qu’un vrai petit modèle a écrit, rien de nos demandes n’arrive au lecteur, et le livre arrive", async () => {
  harness.reset(realModel);
  const id = await orderBook({
    topic: "Les phares de Bretagne",
    goal: "Comprendre comment on les a bâtis",
    chapters: 2,
    words_per_chapter: 300,
  });
  await waitForJob(id, "completed", 90);
  const result = await getResult(id);
  if (!("book" in result)) throw new Error(result.status);
  const { chapters, outline } = result.book;
  expect(chapters).toHaveLength(2);
  for (const { content } of chapters) {
    const seen = unwanted.filter(([, pattern]) => pattern.test(content)).map(([name]) => name);
    expect(seen).toEqual([]);
  }
  for (const { title } of outline) expect(title).not.toMatch(/^\d/);
});
