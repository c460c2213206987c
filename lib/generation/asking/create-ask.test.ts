import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type GenerationHarness, openGenerationHarness, orderBook, waitForJob } from "#testing/harness/generation.ts";
import type { Behaviour } from "#testing/model/script.ts";
import { type ModelServer, startModelServer } from "#testing/model/server.ts";
import { reloadEnv } from "../../env.ts";
import { getJobDetail } from "../jobs/jobs.ts";
import { retryJob } from "../jobs/retry.ts";

const first = "openai-compatible:premier";
const second = "openai:second";
let harness: GenerationHarness;
let other: ModelServer;
beforeAll(async () => {
  other = await startModelServer();
  harness = await openGenerationHarness(
    { GENERATION_CONCURRENCY: "8", OPENAI_BASE_URL: other.baseUrl, OPENAI_API_KEY: "sk-x" },
    { skipsWaits: true },
  );
});
afterAll(async () => {
  await harness.close();
  await other.close();
});

const chain = `${first},${second}`;
function configure(variables: Record<string, string>) {
  for (const role of ["OUTLINE", "CHAPTER", "REVIEW"]) delete process.env[`BOOK_MODEL_${role}`];
  Object.assign(process.env, variables);
  reloadEnv();
}
beforeEach(() => {
  configure({ BOOK_MODEL: chain });
  harness.reset();
  other.journal.length = 0;
  other.setScript(undefined);
});
const roles = (server: ModelServer) => server.journal.map((call) => call.role);

const quota = {
  status: 429,
  body: '{"error":{"message":"…","type":"insufficient_quota","code":"insufficient_quota"}}',
};
test.each([
  ["une clé refusée", { status: 401 }],
  ["un modèle inconnu", { status: 404 }],
  ["un crédit épuisé", quota],
  ["un refus", { text: "Je suis désolé, je ne peux pas." }],
  ["un filtre de contenu", { text: "", finish: "content_filter" }],
] satisfies [string, Behaviour][])("%s fait demander le modèle suivant, aussitôt et une fois", async (_name, fault) => {
  harness.reset(({ position }) => (position === 2 ? fault : {}));
  const id = await orderBook();
  await waitForJob(id, "completed");
  expect(harness.models.journal.filter((call) => call.position === 2)).toHaveLength(1);
  expect(other.journal.map((call) => call.position)).toEqual([2]);
  const { stages, chapters } = await getJobDetail(id);
  expect(stages.find((stage) => stage.name === "outline")?.model).toBe(first);
  expect(chapters.map((chapter) => chapter.model)).toEqual([first, second, first]);
  expect(chapters[1]?.error).toBeUndefined();
});

test("une panne fait demander le modèle suivant, une fois ses essais épuisés", async () => {
  harness.reset(({ position }) => (position === 2 ? { status: 500 } : {}));
  await waitForJob(await orderBook(), "completed");
  expect(harness.models.journal.filter((call) => call.position === 2)).toHaveLength(3);
  expect(other.journal.map((call) => call.position)).toEqual([2]);
});

test("quand toute la suite a échoué, le livre dit pourquoi, modèle par modèle ; une reprise les redemande tous", async () => {
  harness.reset(() => ({ status: 401 }));
  other.setScript(() => ({ status: 404 }));
  const id = await orderBook();
  const { error = "" } = await waitForJob(id, "failed");
  for (const part of [first, "OPENAI_COMPATIBLE_API_KEY", second, "BOOK_MODEL"]) expect(error).toContain(part);
  expect([harness.models.journal.length, other.journal.length]).toEqual([1, 1]);
  harness.reset();
  await retryJob(id);
  await waitForJob(id, "completed");
  expect(roles(harness.models)).toEqual(["outline", "chapter", "chapter", "chapter"]);
  expect(other.journal).toHaveLength(1);
});

test("chaque rôle parle à son modèle, et un livre garde les modèles de sa création", async () => {
  configure({ BOOK_MODEL: first, BOOK_MODEL_OUTLINE: second });
  harness.reset(() => ({ delayMs: 300 }));
  other.setScript(() => ({ delayMs: 300 }));
  const id = await orderBook();
  configure({ BOOK_MODEL: second });
  await waitForJob(id, "completed");
  expect(roles(other)).toEqual(["outline"]);
  expect(roles(harness.models)).toEqual(["chapter", "chapter", "chapter"]);
  expect((await getJobDetail(id)).model).toBe(first);
});
