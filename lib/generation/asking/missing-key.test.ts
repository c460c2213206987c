import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type GenerationHarness, openGenerationHarness, orderBook, waitForJob } from "#testing/harness/generation.ts";
import { startSearchServer } from "#testing/servers/search.ts";
import { reloadEnv } from "../../env.ts";

let harness: GenerationHarness;
let web: Awaited<ReturnType<typeof startSearchServer>>;
let searches = 0;
beforeAll(async () => {
  web = await startSearchServer();
  web.setFound(() => {
    searches += 1;
    return [];
  });
  harness = await openGenerationHarness({ RESEARCH: "on", WIKIPEDIA_BASE_URL: web.baseUrl });
});
afterAll(async () => {
  await harness.close();
  await web.close();
});

function configure(variables: Record<string, string>) {
  delete process.env.BOOK_MODEL_CHAPTER;
  Object.assign(process.env, { BOOK_MODEL: "openai-compatible:fake", ...variables });
  reloadEnv();
}
beforeEach(() => {
  searches = 0;
  harness.reset();
});

test.each([
  ["du livre", { BOOK_MODEL: "mistral:mistral-large-latest" }],
  ["d’un seul rôle", { BOOK_MODEL_CHAPTER: "mistral:mistral-large-latest" }],
])("une clé qui manque au modèle %s arrête le livre avant toute recherche et tout appel", async (_name, variables) => {
  configure(variables);
  const job = await waitForJob(await orderBook(), "failed");
  expect(job.error).toContain("définissez MISTRAL_API_KEY");
  expect({ searches, calls: harness.models.journal.length }).toEqual({ searches: 0, calls: 0 });
});

test("une clé qui manque n’arrête rien quand un autre modèle de la suite peut répondre", async () => {
  configure({ BOOK_MODEL: "mistral:mistral-large-latest,openai-compatible:fake" });
  await waitForJob(await orderBook({ chapters: 1 }), "completed");
  // One for the subject, one for the chapter.
  expect(searches).toBe(2);
});
