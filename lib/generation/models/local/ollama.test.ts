import { afterEach, expect, test } from "vitest";
import { chapterAnswer } from "#testing/model/answers.ts";
import { startOllama } from "#testing/model/ollama.ts";
import { reloadEnv } from "../../../env.ts";
import { Failure } from "../../failure.ts";
import { OutlineShape } from "../../outline/answer.ts";
import { askModel, type Question, type Usage } from "../ask.ts";
import { languageModel } from "../resolve.ts";
import { factsOf } from "./server-facts.ts";

const request = { topic: "Le pain", goal: "En faire", words: 300 };
const question: Question = {
  context: { role: "outline", request },
  system: "Tu es architecte.",
  prompt: "Sujet : le pain\nNombre de chapitres : exactement 3\n",
  words: 5000,
};
/** Of some 7,000 tokens. */
const long = chapterAnswer("Chapitre à écrire : 1. Le pain\nLongueur attendue : environ 4200 mots");
const open: { close: () => Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

async function start(options: Parameters<typeof startOllama>[0], variable = "OLLAMA_BASE_URL") {
  const server = await startOllama(options);
  open.push(server);
  process.env[variable] = server.baseUrl;
  reloadEnv();
  return server;
}
async function ask(id = "ollama:fake:1b", change: Partial<Question> = {}, options: object = {}) {
  const signal = new AbortController().signal;
  return askModel(await languageModel(id), { ...question, ...change }, { id, signal, ...options });
}

test.each([
  ["ollama:fake:1b", "OLLAMA_BASE_URL"],
  ["openai-compatible:fake:1b", "OPENAI_COMPATIBLE_BASE_URL"],
])("la fenêtre d’Ollama est réglée pour %s : un long plan n’est pas coupé à 4 096 tokens", async (id, variable) => {
  const server = await start({ text: long }, variable);
  const used: Usage[] = [];
  const answer = await ask(id, {}, { onUsage: (usage: Usage) => used.push(usage) });
  expect(answer).toEqual({ ended: "whole", text: long });
  expect(used).toMatchObject([{ output: Math.ceil(long.length / 4) }]);
  expect(server.chats.map(({ asked }) => asked.options)).toMatchObject([{ num_ctx: 8192 }]);
  expect(server.journal).toEqual([]);
  expect(await factsOf(id)).toMatchObject({ kind: "ollama", contextTokens: 8192, slots: 1 });
});

test.each([
  ["celle du Modelfile", { parameters: 'stop "<|im_end|>"\nnum_ctx                        2048' }, 2048],
  ["celle pour laquelle le modèle est fait, si elle est plus petite", { trained: 2048 }, 2048],
])("la fenêtre d’Ollama est %s", async (_name, options, tokens) => {
  const server = await start(options);
  const answer = await ask(undefined, { prompt: `${question.prompt}${"mot ".repeat(2000)}` });
  expect(server.chats[0]?.asked.options).toMatchObject({ num_ctx: tokens });
  expect(answer.ended).toBe("cut");
});

test("la forme du plan, la borne de la réponse et la réflexion passent par le protocole d’Ollama", async () => {
  const server = await start({ thinking: "Réfléchissons." });
  const { text, ended } = await ask(undefined, { shape: OutlineShape }, { maxOutputTokens: 5000 });
  expect(ended).toBe("whole");
  expect(JSON.parse(text).chapters).toHaveLength(3);
  const [chat] = server.chats;
  expect(chat?.asked).toMatchObject({ format: { type: "object" }, options: { num_predict: 5000 } });
  expect(chat?.system).toBe("Tu es architecte.");
});

test.each([
  ["off", "fake:1b", false],
  ["low", "fake:1b", true],
  ["low", "gpt-oss:20b", "low"],
  ["", "fake:1b", undefined],
])("BOOK_REASONING=%s passe par le protocole d’Ollama pour %s", async (level, model, think) => {
  process.env.BOOK_REASONING = level;
  const server = await start({ model });
  await ask(`ollama:${model}`);
  expect(server.chats.map(({ asked }) => asked.think)).toEqual([think]);
});

test("un modèle d’Ollama qui ne sait pas réfléchir est redemandé sans", async () => {
  process.env.BOOK_REASONING = "high";
  const server = await start({ thoughtless: true });
  expect((await ask()).ended).toBe("whole");
  expect(server.chats.map(({ asked }) => asked.think)).toEqual([true, undefined]);
  process.env.BOOK_REASONING = "";
});

test("les fautes d’Ollama sont comprises : un modèle absent, une erreur au milieu de la réponse", async () => {
  await start({ breaks: "llama runner process has terminated" });
  const failureOf = (promise: Promise<unknown>) => promise.catch((error: unknown) => error);
  const missing = await failureOf(ask("ollama:absent"));
  expect(missing).toMatchObject({ code: "model" });
  const broken = await failureOf(ask());
  expect(broken).toBeInstanceOf(Failure);
  expect(broken).toMatchObject({ code: "provider", message: expect.stringContaining("runner process") });
});
