import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { asks, picky } from "#testing/model/picky.ts";
import { type ModelServer, startModelServer } from "#testing/model/server.ts";
import { parseReasoning } from "../../contract/reasoning.ts";
import { parseEnv, reloadEnv } from "../../env.ts";
import { askModel, type Question } from "./ask.ts";
import type { Role } from "./call-context.ts";
import { reasoningOf } from "./reasoning.ts";
import { languageModel } from "./resolve.ts";
import { createMemory, type Memory } from "./wire/memory.ts";

let server: ModelServer;
beforeAll(async () => {
  server = await startModelServer();
  const { baseUrl } = server;
  Object.assign(process.env, { OPENAI_COMPATIBLE_BASE_URL: baseUrl, OPENAI_BASE_URL: baseUrl, OPENAI_API_KEY: "sk-x" });
});
afterAll(() => server.close());
beforeEach(() => {
  server.journal.length = 0;
  server.setScript(() => ({ text: "# Le pain\n\nLa pâte lève." }));
});

function set(value: string) {
  process.env.BOOK_REASONING = value;
  reloadEnv();
}

const request = { topic: "Le pain", goal: "En faire", words: 300 };
async function asked(model: string, role: Role, memory: Memory = createMemory()) {
  const question: Question = { context: { role, request }, system: "Tu es rédacteur.", prompt: "Écris." };
  const { text } = await askModel(await languageModel(model, memory), question, {
    id: model,
    signal: new AbortController().signal,
  });
  expect(text).toContain("La pâte lève.");
  return server.journal.at(-1)?.asked ?? {};
}

test.each([
  ["low", ["low", "low", "low", "low"]],
  ["chapter=off", ["auto", "auto", "off", "auto"]],
  [" medium , outline = high ", ["medium", "high", "medium", "medium"]],
  ["outline=high,medium", ["medium", "high", "medium", "medium"]],
  ["auto", ["auto", "auto", "auto", "auto"]],
])("BOOK_REASONING=%s se lit par rôle", (value, levels) => {
  expect(Object.values(parseReasoning(value) ?? {})).toEqual(levels);
  set(value);
  expect((["research", "outline", "chapter", "review"] as const).map(reasoningOf)).toEqual(levels);
});

test.each(["none", "chapter", "chapter=", "auteur=low", "low,high", "chapter=off,chapter=low", "chapter=off=low", ","])(
  "BOOK_REASONING=%s arrête le démarrage, en une ligne",
  (value) => {
    expect(() => parseEnv({ BOOK_REASONING: value })).toThrow(/^BOOK_REASONING : attend [^\n]+$/);
  },
);

test("sans réglage, rien n’est dit de la réflexion", async () => {
  set("");
  const fields = await asked("openai-compatible:fake", "chapter");
  expect(Object.keys(fields)).not.toContain("reasoning_effort");
  expect(Object.keys(fields)).not.toContain("chat_template_kwargs");
});

test("un serveur compatible reçoit l’effort, et son modèle s’il réfléchit ; chaque rôle le sien", async () => {
  set("chapter=off,outline=low");
  expect(await asked("openai-compatible:fake", "chapter")).toMatchObject({
    reasoning_effort: "none",
    chat_template_kwargs: { enable_thinking: false, thinking: false },
  });
  expect(await asked("openai-compatible:fake", "outline")).toMatchObject({
    reasoning_effort: "low",
    chat_template_kwargs: { enable_thinking: true, thinking: true },
  });
  expect(await asked("openai-compatible:fake", "review")).not.toHaveProperty("reasoning_effort");
});

test("OpenAI reçoit l’effort que son modèle connaît", async () => {
  set("low");
  expect(await asked("openai:gpt-5", "chapter")).toMatchObject({ reasoning_effort: "low" });
  set("off");
  expect(await asked("openai:gpt-5", "chapter")).toMatchObject({ reasoning_effort: "minimal" });
  expect(await asked("openai:gpt-5.1", "chapter")).toMatchObject({ reasoning_effort: "none" });
});

const effortIs = (effort: string) => (exchange: { asked: Record<string, unknown> }) =>
  exchange.asked.reasoning_effort === effort;
test.each([
  [
    "n’en connaît pas la valeur",
    [
      {
        when: effortIs("none"),
        says: "Unsupported value: 'reasoning_effort' does not support 'none' with this model. Supported values are: 'low', 'medium', and 'high'.",
      },
    ],
    "low",
  ],
  ["n’en connaît aucune", [{ when: asks("reasoning_effort"), says: "reasoning effort is not supported" }], undefined],
  [
    "refuse des champs inconnus",
    [
      { when: asks("chat_template_kwargs"), says: "Unrecognized request argument supplied: chat_template_kwargs" },
      { when: asks("reasoning_effort"), says: "property 'reasoning_effort' is unsupported", status: 422 },
    ],
    undefined,
  ],
  [
    "parle de réflexion sans nommer le champ",
    [{ when: asks("chat_template_kwargs"), says: "This model does not support thinking." }],
    undefined,
  ],
  ["ne dit pas ce qu’il refuse", [{ when: asks("reasoning_effort"), says: "Bad Request" }], undefined],
])("un serveur qui %s est interrogé autrement, et le reste après", async (_name, refusals, effort) => {
  set("off");
  server.setScript(picky(refusals, () => ({ text: "# Le pain\n\nLa pâte lève." })));
  const memory = createMemory();
  const fields = await asked("openai-compatible:fake", "chapter", memory);
  expect(fields.reasoning_effort).toBe(effort);
  const calls = server.journal.length;
  await asked("openai-compatible:fake", "chapter", memory);
  expect(server.journal).toHaveLength(calls + 1);
});
