import { expect, test } from "vitest";
import { ModelList, ModelSettingsView, ModelTried } from "#lib/contract/model.ts";
import { db } from "#lib/database/client.ts";
import { setEnv } from "#testing/harness/delivery.ts";
import { waitForJob } from "#testing/harness/generation.ts";
import { asked, key, openModels, order, refusalOf } from "#testing/harness/models.ts";
import * as create from "../../books/create/route.ts";
import * as models from "../route.ts";
import * as settings from "../settings/route.ts";
import * as trial from "../try/route.ts";
import * as keys from "./[provider]/route.ts";

const servers = openModels();
const list = async () => ModelList.parse(await (await models.GET(asked("GET"), {})).json());
const item = async (id: string) => (await list()).items.find((model) => model.id === id);
const readSettings = async () => ModelSettingsView.parse(await (await settings.GET(asked("GET"), {})).json());
const at = (provider: string) => ({ params: Promise.resolve({ provider }) });
const putKey = (provider: string, body: unknown) => keys.PUT(asked("PUT", body), at(provider));
const tryOut = (model: string) => trial.POST(asked("POST", { model }), {});
const book = (fields: object) => create.POST(asked("POST", order(fields)), {});

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
  expect(servers.harness.models.journal.map(({ authorization }) => authorization)).toEqual([`Bearer ${key}`]);
  expect(tried.cost).toBeGreaterThan(0);
  const after = JSON.stringify([await readSettings(), await list(), tried, await saved.json()]);
  expect(after).not.toContain(key);
  expect((await readSettings()).keys[0]?.last_used_at).not.toBeNull();
  expect((await keys.DELETE(asked("DELETE"), at("openai"))).status).toBe(200);
  expect((await readSettings()).keys[0]).toMatchObject({ source: "environment" });
  await tryOut("openai:gpt-5");
  expect(servers.harness.models.journal.at(-1)?.authorization).toBe("Bearer sk-celle-de-la-variable-000");
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
  await putKey("openai-compatible", { key, base_url: servers.local.baseUrl });
  await tryOut("openai-compatible:qwen2.5-1.5b");
  expect(servers.local.journal.map(({ authorization }) => authorization)).toEqual([`Bearer ${key}`]);
  await putKey("openai-compatible", { base_url: servers.harness.models.baseUrl });
  await tryOut("openai-compatible:fake");
  expect(servers.harness.models.journal.map(({ authorization }) => authorization)).toEqual([undefined]);
  await keys.DELETE(asked("DELETE"), at("openai-compatible"));
  await tryOut("openai-compatible:fake");
  expect(servers.harness.models.journal.at(-1)?.authorization).toBe("Bearer cle-de-la-variable");
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
  expect(servers.harness.models.journal).toEqual([]);
  await putKey("openai", { key });
  expect((await tryOut("openai:gpt-5")).status).toBe(200);
});

test("une clé fausse est dite avec les mots du fournisseur, la clé masquée", async () => {
  await putKey("openai", { key });
  const message = `Incorrect API key provided: ${key}. You can find your API key at example.com.`;
  servers.harness.reset(() => ({ status: 401, body: JSON.stringify({ error: { message } }) }));
  const refused = await refusalOf(await tryOut("openai:gpt-5"));
  expect(refused).toMatchObject({ status: 502, error: "bad_gateway" });
  expect(refused.message).toContain("Incorrect API key provided: ***");
  expect(refused.message).toContain("page Modèles");
  expect(refused.message).not.toContain(key);
});
