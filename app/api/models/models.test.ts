import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { ModelList, ModelSettingsView, ModelTried } from "#lib/contract/model.ts";
import { db } from "#lib/database/client.ts";
import { tryModel } from "#lib/generation/choice/try-model.ts";
import { seal } from "#lib/sealed.ts";
import { setEnv } from "#testing/harness/delivery.ts";
import { type GenerationHarness, openGenerationHarness, waitForJob } from "#testing/harness/generation.ts";
import { type ModelServer, startModelServer } from "#testing/model/server.ts";
import * as create from "../books/create/route.ts";
import * as estimate from "../books/estimate/route.ts";
import * as retry from "../jobs/[id]/retry/route.ts";
import * as one from "../jobs/[id]/route.ts";
import * as keys from "./keys/[provider]/route.ts";
import * as models from "./route.ts";
import * as settings from "./settings/route.ts";
import * as trial from "./try/route.ts";

const nowhere = "http://127.0.0.1:9";
/** No server of this machine is found by its port. */
const noLocalServer = {
  OLLAMA_BASE_URL: nowhere,
  LMSTUDIO_BASE_URL: nowhere,
  LLAMACPP_BASE_URL: nowhere,
  VLLM_BASE_URL: nowhere,
};

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

const asked = (method: string, body?: unknown) =>
  new Request("http://localhost/", {
    method,
    ...(body !== undefined && { body: JSON.stringify(body), headers: { "Content-Type": "application/json" } }),
  });
const list = async () => ModelList.parse(await (await models.GET(asked("GET"), {})).json());
const item = async (id: string) => (await list()).items.find((model) => model.id === id);
const readSettings = async () => ModelSettingsView.parse(await (await settings.GET(asked("GET"), {})).json());
const change = (body: unknown) => settings.PATCH(asked("PATCH", body), {});
const at = (provider: string) => ({ params: Promise.resolve({ provider }) });
const putKey = (provider: string, body: unknown) => keys.PUT(asked("PUT", body), at(provider));
const tryOut = (model: string) => trial.POST(asked("POST", { model }), {});
const order = (fields: object = {}) => ({
  topic: "Le pain",
  goal: "Apprendre à faire son pain",
  chapters: 1,
  words_per_chapter: 200,
  ...fields,
});
const book = (fields: object) => create.POST(asked("POST", order(fields)), {});
const refusalOf = async (answer: Response) => ({ status: answer.status, ...(await answer.json()) });
const key = "sk-une-cle-tres-secrete-0123456789";
const localId = "llamacpp:qwen2.5-1.5b";

test("la liste dit ce qui est prêt, ce qui est local, ce que cela coûte, et ce qui manque", async () => {
  const { items, default: usual } = await list();
  expect(usual).toBe("demo");
  expect(items.find(({ id }) => id === "demo")).toMatchObject({ ready: true, local: false, provider: "demo" });
  expect(items.find(({ id }) => id === localId)).toEqual({
    id: localId,
    name: "qwen2.5-1.5b",
    provider: "llamacpp",
    local: true,
    ready: true,
    price: { input: 1, output: 2 },
  });
  expect(items.map(({ id }) => id)).not.toContain("llamacpp:nomic-embed-text");
  const openai = items.filter(({ provider }) => provider === "openai");
  expect(openai).toMatchObject([{ id: "openai:gpt-5", ready: false }]);
  expect(openai[0]?.reason).toContain("OPENAI_API_KEY");
  setEnv({ OPENAI_API_KEY: "k".repeat(20), BOOK_MODEL: "openai-compatible:a-nommer,openai:gpt-6" });
  const ready = await list();
  expect(ready.default).toBe("openai-compatible:a-nommer");
  expect(ready.items.filter(({ provider, ready }) => provider === "openai" && ready).map(({ id }) => id)).toEqual(
    expect.arrayContaining(["openai:gpt-6", "openai:gpt-5", "openai:gpt-5-mini"]),
  );
  expect(ready.items.find(({ id }) => id === "openai:gpt-5")?.price).toEqual({
    input: 1.25,
    cached: 0.125,
    output: 10,
  });
});

test("le serveur compatible qui est réglé donne ses propres modèles", async () => {
  setEnv({ OPENAI_COMPATIBLE_BASE_URL: local.baseUrl });
  expect(await item("openai-compatible:qwen2.5-1.5b")).toMatchObject({ ready: true, local: false });
});

test("un modèle inconnu ou qui n’est pas prêt est refusé à la commande et à l’estimation, au champ", async () => {
  for (const model of [
    "inconnu",
    "openai:gpt-5",
    "openai:",
    "mistral:inexistant",
    "ollama:llama3",
    "llamacpp:absent",
    "",
    3,
  ]) {
    for (const answer of [await book({ model }), await estimate.POST(asked("POST", order({ model })), {})])
      expect(await refusalOf(answer), String(model)).toMatchObject({ status: 422, issues: [{ path: "model" }] });
  }
  expect(await db().job.count()).toBe(0);
});

test("le modèle d’une commande écrit seul tout le livre, et sa page le dit", async () => {
  setEnv({ BOOK_MODEL: "openai-compatible:fake", BOOK_MODEL_CHAPTER: "openai-compatible:autre" });
  const { job_id: id } = await (await book({ model: localId })).json();
  await waitForJob(id, "completed");
  expect(harness.models.journal).toEqual([]);
  expect(new Set(local.journal.map(({ asked }) => asked.model))).toEqual(new Set(["qwen2.5-1.5b"]));
  const detail = await (await one.GET(asked("GET"), { params: Promise.resolve({ id }) })).json();
  expect(detail).toMatchObject({ model: localId, demo: false, options: { model: localId } });
  setEnv({ BOOK_MODEL_CHAPTER: undefined });
});

test("une rédaction échouée se reprend avec un autre modèle, ou garde celui de sa commande", async () => {
  local.setScript(() => ({ status: 401, body: '{"error":{"message":"no key here"}}' }));
  setEnv({ BOOK_MODEL: "openai-compatible:fake" });
  const { job_id: id } = await (await book({ model: localId })).json();
  const failed = await waitForJob(id, "failed");
  expect(failed.error).toContain("no key here");
  const again = (body: object) => retry.POST(asked("POST", body), { params: Promise.resolve({ id }) });
  expect(await refusalOf(await again({ model: "openai:gpt-5" }))).toMatchObject({
    status: 422,
    issues: [{ path: "model" }],
  });
  expect(await refusalOf(await again({ model: "demo" }))).toMatchObject({ status: 422, issues: [{ path: "model" }] });
  expect((await again({})).status).toBe(200);
  await waitForJob(id, "failed");
  expect(harness.models.journal).toEqual([]);
  expect((await again({ model: "openai-compatible:fake" })).status).toBe(200);
  await waitForJob(id, "completed");
  expect(await db().job.findUnique({ where: { id } })).toMatchObject({ model: "openai-compatible:fake" });
});

test("le modèle par défaut de la page l’emporte sur toutes les variables, et l’on y revient", async () => {
  setEnv({ BOOK_MODEL: "openai-compatible:fake", BOOK_MODEL_CHAPTER: "openai-compatible:autre" });
  expect((await readSettings()).default).toEqual({ model: "openai-compatible:autre", source: "environment" });
  expect((await change({ default: localId })).status).toBe(200);
  expect((await readSettings()).default).toEqual({ model: localId, source: "page" });
  expect((await list()).default).toBe(localId);
  const { job_id: id } = await (await book({})).json();
  await waitForJob(id, "completed");
  expect(harness.models.journal).toEqual([]);
  await change({ default: null });
  expect((await readSettings()).default).toEqual({ model: "openai-compatible:autre", source: "environment" });
  for (const model of [
    "openai:gpt-5",
    "inconnu:x",
    "openai-compatible:",
    "openai-compatible:a,openai:b",
    "vllm:absent",
  ])
    expect(await refusalOf(await change({ default: model })), model).toMatchObject({
      status: 422,
      issues: [{ path: "default" }],
    });
  expect(await refusalOf(await change({ autre: 1 }))).toMatchObject({ status: 422 });
  setEnv({ BOOK_MODEL_CHAPTER: undefined });
});

test("une clé de la page est scellée, sert à la place de sa variable, et ne se montre jamais", async () => {
  setEnv({ OPENAI_API_KEY: "sk-celle-de-la-variable-000" });
  const saved = await putKey("openai", { key: `  ${key}\n` });
  expect(saved.status).toBe(200);
  const row = await db().modelSetting.findUniqueOrThrow({ where: { name: "OPENAI_API_KEY" } });
  expect(row.value).toBeNull();
  expect(Buffer.from(row.sealed ?? []).includes(key)).toBe(false);
  const before = (await readSettings()).keys.find(({ provider }) => provider === "openai");
  expect(before).toMatchObject({
    source: "page",
    readable: true,
    fingerprint: expect.stringMatching(/^[0-9a-f]{12}$/),
    last_used_at: null,
  });
  const tried = ModelTried.parse(await (await tryOut("openai:gpt-5")).json());
  expect(harness.models.journal.map(({ authorization }) => authorization)).toEqual([`Bearer ${key}`]);
  expect(tried.cost).toBeGreaterThan(0);
  const after = JSON.stringify([await readSettings(), await list(), tried, await saved.json()]);
  expect(after).not.toContain(key);
  expect((await readSettings()).keys[0]?.last_used_at).not.toBeNull();
  expect((await keys.DELETE(asked("DELETE"), at("openai"))).status).toBe(200);
  expect((await readSettings()).keys[0]).toMatchObject({ source: "environment" });
  await tryOut("openai:gpt-5");
  expect(harness.models.journal.at(-1)?.authorization).toBe("Bearer sk-celle-de-la-variable-000");
});

test.each([
  ["openai", { key: "court" }],
  ["openai", { key: "deux mots de passe" }],
  ["openai", { key: `"${key}"` }],
  ["openai", { key: `OPENAI_API_KEY=${key}` }],
  ["openai", { key: `Bearer ${key}` }],
  ["openai", { key: "clé-accentuée-0123" }],
  ["openai", {}],
  ["openai", { key, base_url: "http://localhost/v1" }],
  ["openai-compatible", { base_url: "ftp://localhost/" }],
  ["openai-compatible", { base_url: "http://moi:secret@localhost/v1" }],
  ["openai-compatible", { base_url: "localhost" }],
])("%s : %j est refusé, au champ, et rien ne change", async (provider, body) => {
  const refused = await refusalOf(await putKey(provider, body));
  expect(refused).toMatchObject({ status: 422, issues: [{ path: expect.stringMatching(/^(key|base_url)$/) }] });
  expect(JSON.stringify(refused)).not.toContain(key);
  expect(await db().modelSetting.count()).toBe(0);
});

test("un fournisseur inconnu n’a pas de clé ici", async () => {
  for (const provider of ["inconnu", "constructor", "demo", "ollama"])
    expect((await putKey(provider, { key })).status).toBe(404);
});

test("l’adresse d’un serveur compatible se règle avec sa clé, qui ne part vers aucune autre", async () => {
  setEnv({ OPENAI_COMPATIBLE_API_KEY: "cle-de-la-variable" });
  await putKey("openai-compatible", { key, base_url: local.baseUrl });
  await tryOut("openai-compatible:qwen2.5-1.5b");
  expect(local.journal.map(({ authorization }) => authorization)).toEqual([`Bearer ${key}`]);
  await putKey("openai-compatible", { base_url: harness.models.baseUrl });
  await tryOut("openai-compatible:fake");
  expect(harness.models.journal.map(({ authorization }) => authorization)).toEqual([undefined]);
  await keys.DELETE(asked("DELETE"), at("openai-compatible"));
  await tryOut("openai-compatible:fake");
  expect(harness.models.journal.at(-1)?.authorization).toBe("Bearer cle-de-la-variable");
});

test("sans la clé qui l’a scellée, la clé enregistrée est dite perdue, et n’est remplacée par aucune", async () => {
  setEnv({ OPENAI_API_KEY: "sk-celle-de-la-variable-000" });
  await putKey("openai", { key });
  setEnv({ APP_SECRET: "b".repeat(32) });
  expect((await readSettings()).keys[0]).toMatchObject({ source: "page", readable: false });
  expect((await item("openai:gpt-5"))?.reason).toContain("APP_SECRET");
  expect(await refusalOf(await tryOut("openai:gpt-5"))).toMatchObject({ status: 422, issues: [{ path: "model" }] });
  expect((await list()).default).toBe("openai:gpt-5");
  const { job_id: id } = await (await book({})).json();
  expect((await waitForJob(id, "failed")).error).toContain("APP_SECRET");
  expect(harness.models.journal).toEqual([]);
  await putKey("openai", { key });
  expect((await tryOut("openai:gpt-5")).status).toBe(200);
});

test("un essai montre la réponse, son temps et son débit, et n’est pas le coût d’un livre", async () => {
  const recorded = await db().modelCall.count();
  const tried = ModelTried.parse(await (await tryOut(localId)).json());
  expect(tried.model).toBe(localId);
  expect(tried.text.split(/\s+/).length).toBeGreaterThan(3);
  expect(tried).toMatchObject({ tokens: expect.any(Number), tokens_per_second: expect.any(Number) });
  expect(local.journal).toHaveLength(1);
  expect(local.journal[0]?.maxTokens).toBeLessThanOrEqual(4000);
  expect(await db().modelCall.count()).toBe(recorded);
  expect(await (await tryOut("demo")).json()).toMatchObject({
    cost: 0,
    text: expect.stringContaining("démonstration"),
  });
});

test("ce qu’une autre instance règle vaut ici dès la commande ou l’appel suivant", async () => {
  const at = { updatedAt: new Date() };
  await db().modelSetting.create({ data: { name: "BOOK_MODEL", value: "openai:gpt-5-mini", ...at } });
  await db().modelSetting.create({ data: { name: "OPENAI_API_KEY", sealed: seal("sk-la-premiere"), ...at } });
  const replaceKey = async () => {
    const data = { sealed: seal("sk-la-seconde") };
    await db().modelSetting.update({ where: { name: "OPENAI_API_KEY" }, data });
  };
  harness.reset(({ role }) => (role === "outline" ? { after: replaceKey() } : {}));
  const { job_id: id } = await (await book({})).json();
  await waitForJob(id, "completed");
  const keysOf = harness.models.journal.map(({ role, authorization }) => `${role} ${authorization}`);
  expect(new Set(keysOf)).toEqual(new Set(["outline Bearer sk-la-premiere", "chapter Bearer sk-la-seconde"]));
});

test("ce qu’un modèle lent a écrit dans le temps de l’essai est montré, un modèle muet est dit muet", async () => {
  const limits = {
    signal: AbortSignal.timeout(60_000),
    patience: { firstWordMs: 1000, nextWordMs: 500, totalMs: 5000 },
  };
  local.setScript(() => ({ text: "Un livre ouvre une porte.", stallAfterChars: 8 }));
  expect(await tryModel(localId, limits)).toMatchObject({ text: "Un livre…", cost: null });
  local.setScript(() => ({ text: "Un livre ouvre une porte.", stallAfterChars: 0 }));
  await expect(tryModel(localId, limits)).rejects.toMatchObject({ code: "bad_gateway" });
  expect((await tryOut("demo")).status).toBe(200);
});

test("un essai que personne n’attend plus est interrompu, et n’est pas une erreur interne", async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  local.setScript(() => ({ after: promise }));
  const gone = new AbortController();
  const tried = tryModel(localId, { signal: gone.signal });
  await expect.poll(() => local.journal.length).toBe(1);
  gone.abort();
  await expect(tried).rejects.toMatchObject({ code: "unavailable" });
  await expect.poll(() => local.journal[0]?.aborted).toBe(true);
  resolve();
  expect((await tryOut("demo")).status).toBe(200);
});

test("un essai qui échoue ne parle pas d’une rédaction", async () => {
  local.setScript(() => ({ status: 503 }));
  const { message } = await refusalOf(await tryOut(localId));
  expect(message).toContain("essayez de nouveau plus tard");
});

test("une clé fausse est dite avec les mots du fournisseur, la clé masquée", async () => {
  await putKey("openai", { key });
  const message = `Incorrect API key provided: ${key}. You can find your API key at example.com.`;
  harness.reset(() => ({ status: 401, body: JSON.stringify({ error: { message } }) }));
  const refused = await refusalOf(await tryOut("openai:gpt-5"));
  expect(refused).toMatchObject({ status: 502, error: "bad_gateway" });
  expect(refused.message).toContain("Incorrect API key provided: ***");
  expect(refused.message).toContain("page Modèles");
  expect(refused.message).not.toContain(key);
});

test("un seul essai à la fois, et le suivant reste possible après un échec", async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  local.setScript(() => ({ after: promise, status: 400, body: '{"error":{"message":"no"}}' }));
  const first = tryOut(localId);
  await expect.poll(() => local.journal.length).toBe(1);
  expect(await refusalOf(await tryOut("demo"))).toMatchObject({ status: 409, error: "conflict" });
  resolve();
  expect((await first).status).toBe(502);
  expect((await tryOut("demo")).status).toBe(200);
});

test("la réflexion de chaque rôle se règle dans la page, à la place de sa variable, et l’on y revient", async () => {
  const auto = { research: "auto", outline: "auto", chapter: "auto", review: "auto" };
  expect((await readSettings()).reasoning).toEqual({ value: auto, source: "default" });
  setEnv({ BOOK_REASONING: "low,chapter=off" });
  const low = { research: "low", outline: "low", chapter: "off", review: "low" };
  expect((await readSettings()).reasoning).toEqual({ value: low, source: "environment" });
  const value = { ...auto, outline: "high", research: "off" };
  expect((await change({ reasoning: value })).status).toBe(200);
  expect((await readSettings()).reasoning).toEqual({ value, source: "page" });
  await tryOut(localId);
  expect(local.journal.at(-1)?.asked).toMatchObject({ chat_template_kwargs: { enable_thinking: false } });
  for (const reasoning of ["low", { chapter: "off" }, { ...auto, chapter: "beaucoup" }, { ...auto, auteur: "low" }])
    expect(await refusalOf(await change({ reasoning })), JSON.stringify(reasoning)).toMatchObject({ status: 422 });
  expect((await readSettings()).reasoning).toEqual({ value, source: "page" });
  await change({ reasoning: null });
  expect((await readSettings()).reasoning).toEqual({ value: low, source: "environment" });
  setEnv({ BOOK_REASONING: undefined });
});

test("en production les serveurs locaux ne sont cherchés que si la page le demande", async () => {
  setEnv({ ENVIRONMENT: "production", LLAMACPP_BASE_URL: undefined });
  expect((await readSettings()).local_servers).toEqual({ enabled: false, source: "default" });
  expect((await (await change({ local_servers: true })).json()).local_servers).toEqual({
    enabled: true,
    source: "page",
  });
  await change({ local_servers: null });
  expect((await readSettings()).local_servers).toEqual({ enabled: false, source: "default" });
});
