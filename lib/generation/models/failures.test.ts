import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Behaviour } from "#testing/model/script.ts";
import { type ModelServer, startModelServer } from "#testing/model/server.ts";
import { reloadEnv } from "../../env.ts";
import type { Failure } from "../failure.ts";
import { askModel } from "./ask.ts";
import { languageModel } from "./resolve.ts";

const { fetch } = globalThis;
let server: ModelServer;
/** The path on the server for the requests of every provider. */
beforeAll(async () => {
  server = await startModelServer();
  globalThis.fetch = (_input, init) =>
    fetch(`${server.baseUrl}/chat/completions`, { ...init, body: '{"messages":[]}' });
  for (const name of ["OPENAI", "MISTRAL", "ANTHROPIC", "GOOGLE_GENERATIVE_AI", "AI_GATEWAY"])
    process.env[`${name}_API_KEY`] = "sk-x";
  process.env.OPENAI_COMPATIBLE_BASE_URL = server.baseUrl;
  reloadEnv();
});
afterAll(async () => {
  globalThis.fetch = fetch;
  await server.close();
});
beforeEach(() => server.setScript(undefined));

const question = {
  context: { role: "chapter" as const, request: { topic: "", goal: "", words: 1 } },
  system: "s",
  prompt: "p",
};
async function failureOf(id: string, behaviour: Behaviour): Promise<Failure> {
  server.setScript(() => behaviour);
  return askModel(await languageModel(id), question, { id, signal: new AbortController().signal }).then(
    () => Promise.reject(new Error("aucun échec")),
    (error) => error,
  );
}

const google = "google:gemini-2.5-pro";
const anthropic = "anthropic:claude-sonnet-4-5";
const gateway = "gateway:openai/gpt-5";

test.each([
  '{"error":{"code":400,"message":"API key not valid. Please pass a valid API key.","status":"INVALID_ARGUMENT"}}',
  '{"error":{"code":400,"message":"…","status":"INVALID_ARGUMENT","details":[{"reason":"API_KEY_INVALID"}]}}',
])("une clé que Google refuse par un 400 est une clé refusée", async (body) => {
  const failure = await failureOf(google, { status: 400, body });
  expect(failure).toMatchObject({ code: "key", policy: { tries: 1 } });
  expect(failure.message).toContain("GOOGLE_GENERATIVE_AI_API_KEY");
});

test("un 400 d’une autre cause reste une demande rejetée", async () => {
  const body = '{"error":{"code":400,"message":"Invalid value","status":"INVALID_ARGUMENT"}}';
  expect(await failureOf(google, { status: 400, body })).toMatchObject({ code: "rejected", policy: { tries: 1 } });
});

const headers = { "retry-after": "7" };
test.each([
  [429, "rate_limit_exceeded", "rate"],
  [503, "internal_server_error", "overload"],
])("la passerelle qui répond %i est crue sur le temps à attendre", async (status, type, code) => {
  const body = JSON.stringify({ error: { message: "…", type } });
  expect(await failureOf(gateway, { status, body, headers })).toMatchObject({ code, retryAfterMs: 7000 });
});

test.each([
  [anthropic, 529, "overload"],
  [anthropic, 500, "provider"],
  [anthropic, 408, "provider"],
  [google, 409, "provider"],
  [gateway, 502, "provider"],
])("%s qui répond %i est attendu, aussi longtemps qu’il le dit s’il le dit", async (id, status, code) => {
  const body = '{"error":{"message":"…","type":"internal_server_error"}}';
  expect(await failureOf(id, { status, body })).toMatchObject({ code, policy: { tries: 6 }, retryAfterMs: undefined });
  expect(await failureOf(id, { status, body, headers })).toMatchObject({
    code,
    policy: { tries: 10 },
    retryAfterMs: 7000,
  });
});

test("une passerelle injoignable l’est, et n’a pas répondu", async () => {
  const through = globalThis.fetch;
  globalThis.fetch = () => fetch("http://127.0.0.1:1/");
  const failure = await failureOf(gateway, {});
  globalThis.fetch = through;
  expect(failure).toMatchObject({ code: "unreachable", message: expect.stringContaining("injoignable") });
});
