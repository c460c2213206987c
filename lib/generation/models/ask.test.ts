import { afterAll, beforeAll, expect, test } from "vitest";
import { watchCpuSteal } from "#testing/machine/event-loop.ts";
import { type ModelServer, startModelServer } from "#testing/model/server.ts";
import { reloadEnv } from "../../env.ts";
import { BookOutline } from "../brief/book-outline.ts";
import type { Failure } from "../failure.ts";
import { outlinePrompt } from "../prompts/outline.ts";
import { askModel, type Question } from "./ask.ts";
import { splitModel } from "./configured.ts";
import { languageModel } from "./resolve.ts";

let server: ModelServer;
beforeAll(async () => {
  server = await startModelServer();
  const { baseUrl } = server;
  Object.assign(process.env, {
    OPENAI_COMPATIBLE_BASE_URL: baseUrl,
    LLAMACPP_BASE_URL: baseUrl,
    OPENAI_BASE_URL: baseUrl,
    OPENAI_API_KEY: "sk-x",
    OPENAI_COMPATIBLE_API_KEY: "",
  });
  reloadEnv();
});
afterAll(() => server.close());

const request = { topic: "Le pain", goal: "En faire", words: 300, chapters: 5 };
const question: Question = { context: { role: "outline", request }, ...outlinePrompt({ request }), shape: BookOutline };
const id = "openai-compatible:fake";
const ask = async (model = id, options: object = {}) =>
  askModel(await languageModel(model), question, { id: model, signal: new AbortController().signal, ...options });
const failure = (promise: Promise<unknown>): Promise<Failure> =>
  promise.then(
    () => Promise.reject(new Error("aucun échec")),
    (error) => error,
  );

test.each([id, "openai:gpt-5", "llamacpp:qwen:0.5b"])("%s parle au serveur que sa variable désigne", async (model) => {
  server.journal.length = 0;
  const answer = await ask(model);
  expect(BookOutline.parse(JSON.parse(answer.text)).chapters).toHaveLength(5);
  expect(server.journal).toMatchObject([{ role: "outline", stream: true, asked: { model: splitModel(model).model } }]);
});

test.each([id, "openai:gpt-5"])("%s comprend un serveur qui répond d’un bloc", async (model) => {
  server.setScript(() => ({ unstreamed: true }));
  expect(BookOutline.parse(JSON.parse((await ask(model)).text)).chapters).toHaveLength(5);
  server.setScript(() => ({ unstreamed: true, finish: "length" }));
  expect((await ask(model)).ended).toBe("cut");
  server.setScript(undefined);
});

test("un modèle muet, avant le premier mot ou au milieu, finit par un échec, et sa connexion se ferme", async () => {
  const patience = { firstWordMs: 300, nextWordMs: 300, totalMs: 600_000 };
  const watch = watchCpuSteal();
  for (const behaviour of [{ after: new Promise(() => {}) }, { stallAfterChars: 50 }]) {
    server.journal.length = 0;
    server.setScript(() => behaviour);
    const started = performance.now();
    expect((await failure(ask(id, { patience }))).message).toContain(
      "Le modèle n’a plus rien envoyé dans le temps imparti",
    );
    expect(watch.elapsedMs(started)).toBeLessThan(1500);
    await expect.poll(() => server.journal.map((call) => call.aborted)).toEqual([true]);
  }
  watch.stop();
  server.setScript(undefined);
});

test("attendre son tour à un serveur qui répond à d’autres appels n’est pas un silence", async () => {
  const busy = await startModelServer({
    slots: 1,
    script: () => ({ text: "Un mot. ".repeat(20), drip: { chars: 16, everyMs: 130 } }),
  });
  process.env.VLLM_BASE_URL = busy.baseUrl;
  reloadEnv();
  const patience = { firstWordMs: 3000, nextWordMs: 3000, totalMs: 600_000 };
  const answers = await Promise.all([1, 2, 3, 4].map(() => ask("vllm:fake", { patience })));
  expect(answers.map(({ text }) => text.length)).toEqual([160, 160, 160, 160]);
  await busy.close();
});

test("ce que le modèle pense tout haut n’est ni rendu ni montré", async () => {
  const text = "# Le pain\n\nLa pâte lève la nuit.";
  const heard: string[] = [];
  const onText = (soFar: string) => heard.push(soFar);
  server.setScript(() => ({
    text: `<think>\nD’abord {un plan}.\n</think>\n\n${text}`,
    drip: { chars: 5, everyMs: 1 },
  }));
  expect((await ask(id, { onText })).text).toBe(text);
  expect(heard.at(-1)).toBe(text);
  expect(heard.filter((soFar) => !text.startsWith(soFar.trimEnd()))).toEqual([]);
  server.setScript(() => ({ text: "<think>\nD’abord un plan." }));
  expect(await failure(ask(id, { onText }))).toMatchObject({ code: "thinking" });
  server.setScript(undefined);
});

test("un serveur absent est un échec qui se retente, une clé absente n’en est pas un", async () => {
  const gone = await startModelServer();
  await gone.close();
  process.env.OPENAI_COMPATIBLE_BASE_URL = gone.baseUrl;
  reloadEnv();
  expect(await failure(ask())).toMatchObject({ policy: { tries: 6 }, message: expect.stringContaining("injoignable") });
  process.env.OPENAI_COMPATIBLE_BASE_URL = server.baseUrl;
  reloadEnv();
  const missing = await failure((async () => ask("mistral:mistral-large-latest"))());
  expect(missing).toMatchObject({ policy: { tries: 1 }, message: expect.stringContaining("MISTRAL_API_KEY") });
});

test("un appel annulé rejette par la raison de l’annulation, pas par un échec", async () => {
  server.setScript(() => ({ stallAfterChars: 50 }));
  const controller = new AbortController();
  setTimeout(() => controller.abort(new Error("assez")), 100);
  expect((await failure(ask(id, { signal: controller.signal }))).message).toBe("assez");
  server.setScript(undefined);
});
