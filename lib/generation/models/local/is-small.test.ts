import { createServer } from "node:http";
import { afterEach, expect, test } from "vitest";
import { startLocalServer } from "#testing/model/local.ts";
import { startOllama } from "#testing/model/ollama.ts";
import { closeServer, listen } from "#testing/servers/loopback.ts";
import { reloadEnv } from "../../../env.ts";
import { billionsIn } from "./billions.ts";
import { isSmallModel } from "./is-small.ts";

const open: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((close) => close()));
});

function use({ baseUrl, close }: { baseUrl: string; close: () => Promise<unknown> }, variable: string) {
  open.push(close);
  process.env[variable] = baseUrl;
  reloadEnv();
}

test.each<[string, number | undefined]>([
  ["qwen2.5:1.5b", 1.5],
  ["smollm2-135m", 0.135],
  ["494M", 0.494],
  ["26B-A4B", 26],
  ["Mistral-7B-Instruct-v0.3", 7],
  ["llama3.2", undefined],
  ["phi-3-mini-4k-instruct", undefined],
  ["gpt-5-mini", undefined],
])("un nom dit les paramètres d’un modèle, ou ne les dit pas : %s", (name, billions) => {
  expect(billionsIn(name)).toEqual(billions);
});

test.each([
  ["llamacpp", "LLAMACPP_BASE_URL"],
  ["lmstudio", "LMSTUDIO_BASE_URL"],
  ["llamacpp", "OPENAI_COMPATIBLE_BASE_URL"],
  ["lmstudio", "OPENAI_COMPATIBLE_BASE_URL"],
] as const)("%s (%s) dit si un modèle est petit, mieux que son nom", async (kind, variable) => {
  const provider = variable === "OPENAI_COMPATIBLE_BASE_URL" ? "openai-compatible" : kind;
  const judge = async (model: string, billions?: number) => {
    use(await startLocalServer({ kind, model, ...(billions && { billions }) }), variable);
    return isSmallModel(`${provider}:${model}`);
  };
  expect(await judge("le-mien", 1.5)).toBe(true);
  expect(await judge("le-mien", 7.6)).toBe(false);
  expect(await judge("nommé-1b", 30.5)).toBe(false);
  expect(await judge("nommé-70b", 0.5)).toBe(true);
  expect(await judge("nommé-1b")).toBe(true);
  expect(await judge("le-mien")).toBe(false);
});

test("Ollama dit si un modèle est petit, mieux que son nom", async () => {
  const judge = async (model: string, billions?: number) => {
    use(await startOllama({ model, ...(billions && { billions }) }), "OLLAMA_BASE_URL");
    return isSmallModel(`ollama:${model}`);
  };
  expect(await judge("llama3.2", 3.21)).toBe(true);
  expect(await judge("mistral", 7.25)).toBe(false);
  expect(await judge("mistral")).toBe(false);
  expect(await judge("qwen3:1.7b")).toBe(true);
});

test("un serveur qui ne répond pas laisse parler le nom, sans faire attendre une personne", async () => {
  const server = createServer(() => {});
  use({ baseUrl: `http://127.0.0.1:${await listen(server)}`, close: () => closeServer(server) }, "VLLM_BASE_URL");
  const begun = performance.now();
  expect(await isSmallModel("vllm:qwen-0.5b", 100)).toBe(true);
  expect(await isSmallModel("vllm:qwen", 100)).toBe(false);
  expect(performance.now() - begun).toBeLessThan(2000);
  expect(await isSmallModel("openai:gpt-5")).toBe(false);
});
