import { afterAll, beforeAll, beforeEach } from "vitest";
import { db } from "#lib/database/client.ts";
import { type ModelServer, startModelServer } from "../model/server.ts";
import { setEnv } from "./delivery.ts";
import { type GenerationHarness, openGenerationHarness } from "./generation.ts";

const nowhere = "http://127.0.0.1:9";
/** No server of this machine is found by its port. */
const noLocalServer = {
  OLLAMA_BASE_URL: nowhere,
  LMSTUDIO_BASE_URL: nowhere,
  LLAMACPP_BASE_URL: nowhere,
  VLLM_BASE_URL: nowhere,
};

export const asked = (method: string, body?: unknown): Request =>
  new Request("http://localhost/", {
    method,
    ...(body !== undefined && { body: JSON.stringify(body), headers: { "Content-Type": "application/json" } }),
  });
export const refusalOf = async (answer: Response) => ({ status: answer.status, ...(await answer.json()) });

export const order = (fields: object = {}) => ({
  topic: "Le pain",
  goal: "Apprendre à faire son pain",
  chapters: 1,
  words_per_chapter: 200,
  ...fields,
});

export const key = "sk-une-cle-tres-secrete-0123456789";
export const localId = "llamacpp:qwen2.5-1.5b";

/** Opens for a test file a provider, `harness.models`, and a llama.cpp; each of its tests begins without a setting. */
export function openModels() {
  let harness: GenerationHarness;
  let local: ModelServer;
  beforeAll(async () => {
    local = await startModelServer({ lists: ["qwen2.5-1.5b", "nomic-embed-text"] });
    harness = await openGenerationHarness();
  });
  afterAll(async () => {
    await harness.close();
    await local.close();
  });
  beforeEach(async () => {
    await db().modelSetting.deleteMany();
    harness.reset();
    local.journal.length = 0;
    local.setScript(undefined);
    const { baseUrl } = harness.models;
    setEnv({
      ...noLocalServer,
      LLAMACPP_BASE_URL: local.baseUrl,
      BOOK_MODEL: undefined,
      OPENAI_API_KEY: undefined,
      OPENAI_BASE_URL: baseUrl,
      OPENAI_COMPATIBLE_BASE_URL: baseUrl,
      OPENAI_COMPATIBLE_API_KEY: undefined,
      MODEL_PRICES: '{"llamacpp:qwen2.5-1.5b": {"input": 1, "output": 2}}',
      APP_SECRET: "a".repeat(32),
      ENVIRONMENT: undefined,
    });
  });
  return {
    get harness() {
      return harness;
    },
    get local() {
      return local;
    },
  };
}
