import { afterAll, beforeAll, expect, test } from "vitest";
import { type GenerationHarness, openGenerationHarness, orderBook, waitForJob } from "#testing/harness/generation.ts";
import { startLocalServer } from "#testing/model/local.ts";
import { outlineAnswer } from "#testing/model/outline.ts";
import type { Exchange, Script } from "#testing/model/script.ts";
import type { ModelServer } from "#testing/model/server.ts";
import { reloadEnv } from "../../env.ts";
import { getJobDetail } from "../jobs/jobs.ts";

let harness: GenerationHarness;
const servers: ModelServer[] = [];
beforeAll(async () => {
  harness = await openGenerationHarness({}, { skipsWaits: true });
});
afterAll(async () => {
  await harness.close();
  await Promise.all(servers.map((server) => server.close()));
});

async function planWith(options: { kind: "llamacpp" | "vllm"; window: number; script?: Script }, chapters = 30) {
  const server = await startLocalServer(options);
  servers.push(server);
  Object.assign(process.env, { BOOK_MODEL: "openai-compatible:fake", OPENAI_COMPATIBLE_BASE_URL: server.baseUrl });
  reloadEnv();
  const id = await orderBook({ chapters, words_per_chapter: 200, review_outline: true });
  const job = await waitForJob(id, ({ status }) => status === "awaiting_approval" || status === "failed", 60);
  return { server, job, outline: (await getJobDetail(id)).outline };
}

/** The model keeps to the form that it is shown: titles alone where nothing else is asked for. */
const onlyTitles = ({ system, prompt }: Exchange) => {
  const { title, chapters } = JSON.parse(outlineAnswer(prompt));
  if (`${system}${prompt}`.includes("description")) return {};
  return { text: JSON.stringify({ title, chapters: chapters.map(({ title }: { title: string }) => ({ title })) }) };
};

test.each<[string, Script]>([
  ["qui suit la forme montrée", onlyTitles],
  ["qui donne toujours des plans entiers", () => ({})],
])(
  "un plan de trente chapitres se fait en parts avec un modèle %s, par une fenêtre de 4 096",
  async (_name, script) => {
    const { server, job, outline } = await planWith({ kind: "llamacpp", window: 4096, script });
    expect(job.error).toBeUndefined();
    expect(outline?.chapters.map(({ title }) => title)).toEqual(
      Array.from({ length: 30 }, (_, index) => `Étape ${index + 1} de la découverte`),
    );
    expect(outline?.chapters.filter(({ description, key_points }) => !description || key_points.length < 3)).toEqual(
      [],
    );
    const asked = server.journal.filter(({ role }) => role === "outline");
    expect(asked.length).toBeLessThanOrEqual(10);
    for (const { system, prompt } of asked) {
      expect(`${system}${prompt}`).toContain('"chapters":');
      expect(prompt).toMatch(/exactement \d+/);
    }
  },
);

test("un plan coupé par un serveur qui ne dit pas sa fenêtre se continue en parts, sans être redemandé", async () => {
  const server = await startLocalServer({ kind: "llamacpp", window: 4096, script: onlyTitles, says: false });
  servers.push(server);
  process.env.OPENAI_COMPATIBLE_BASE_URL = server.baseUrl;
  reloadEnv();
  const id = await orderBook({ chapters: 30, words_per_chapter: 200, review_outline: true });
  const done = await waitForJob(id, ({ status }) => status === "awaiting_approval" || status === "failed", 50);
  expect(done.error).toBeUndefined();
  const prompts = server.journal.map(({ system, prompt }) => system + prompt);
  expect(new Set(prompts).size).toBe(prompts.length);
  expect((await getJobDetail(id)).outline?.chapters).toHaveLength(30);
});

test("une fenêtre trop petite pour un seul chapitre est dite, avec sa taille", async () => {
  const { job } = await planWith({ kind: "vllm", window: 700 });
  expect(job).toMatchObject({ status: "failed", error: expect.stringContaining("(700 tokens) est trop petite") });
});
