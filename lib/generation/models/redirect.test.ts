import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type ModelServer, startModelServer } from "#testing/model/server.ts";
import { reloadEnv } from "../../env.ts";
import type { Failure } from "../failure.ts";
import { askModel } from "./ask.ts";
import { languageModel } from "./resolve.ts";

const { fetch } = globalThis;
const ids = [
  ...["openai-compatible:fake", "openai:gpt-5", "mistral:mistral-large-latest", "anthropic:claude-sonnet-4-5"],
  ...["google:gemini-2.5-pro", "gateway:openai/gpt-5"],
];
let [server, other]: ModelServer[] = [];
const keys = ["OPENAI", "MISTRAL", "ANTHROPIC", "GOOGLE_GENERATIVE_AI", "AI_GATEWAY", "OPENAI_COMPATIBLE"];

beforeAll(async () => {
  [server, other] = await Promise.all([startModelServer(), startModelServer()]);
  const { baseUrl } = server;
  // Requests for a provider's own address go to the server, under the caller's own rules.
  globalThis.fetch = (_input, init) => fetch(`${baseUrl}/chat/completions`, { ...init, body: '{"messages":[]}' });
  for (const name of keys) process.env[`${name}_API_KEY`] = "sk-x";
  process.env.OPENAI_COMPATIBLE_BASE_URL = baseUrl;
  reloadEnv();
});
afterAll(async () => {
  globalThis.fetch = fetch;
  await Promise.all([server?.close(), other?.close()]);
});
beforeEach(() => {
  for (const one of [server, other]) if (one) one.journal.length = 0;
});

const request = { topic: "", goal: "", words: 1 };
const question = { context: { role: "chapter" as const, request }, system: "s", prompt: "p" };
const failureOf = async (id: string): Promise<Failure> =>
  askModel(await languageModel(id), question, { id, signal: new AbortController().signal }).then(
    () => Promise.reject(new Error("aucun échec")),
    (error) => error,
  );

test.each(ids.flatMap((id) => [307, 302].map((status) => ({ id, status }))))(
  "$id : une redirection ($status) n’est pas suivie, sa cible ne reçoit rien",
  async ({ id, status }) => {
    const location = `${other?.baseUrl}/chat/completions`;
    server?.setScript(() => ({ status, headers: { location } }));
    const failure = await failureOf(id);
    expect(other?.journal).toEqual([]);
    expect(server?.journal).toHaveLength(1);
    expect(failure).toMatchObject({ code: "rejected", policy: { tries: 1 } });
    expect(failure.message).toContain(`redirige vers une autre adresse (${status})`);
    expect(failure.message).not.toContain(location);
  },
);

test.each([
  ["openai-compatible:fake", "OPENAI_COMPATIBLE_BASE_URL"],
  ["openai:gpt-5", "OPENAI_BASE_URL"],
  ["mistral:mistral-large-latest", "BOOK_MODEL"],
])("une redirection de %s nomme %s", async (id, variable) => {
  server?.setScript(() => ({ status: 307, headers: { location: "/ailleurs" } }));
  expect((await failureOf(id)).message).toContain(`vérifiez ${variable}.`);
});
