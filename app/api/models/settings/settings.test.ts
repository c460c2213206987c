import { expect, test } from "vitest";
import { ModelList, ModelSettingsView } from "#lib/contract/model.ts";
import { db } from "#lib/database/client.ts";
import { seal } from "#lib/sealed.ts";
import { setEnv } from "#testing/harness/delivery.ts";
import { waitForJob } from "#testing/harness/generation.ts";
import { asked, localId, openModels, order, refusalOf } from "#testing/harness/models.ts";
import * as create from "../../books/create/route.ts";
import * as models from "../route.ts";
import * as trial from "../try/route.ts";
import * as settings from "./route.ts";

const servers = openModels();
const list = async () => ModelList.parse(await (await models.GET(asked("GET"), {})).json());
const readSettings = async () => ModelSettingsView.parse(await (await settings.GET(asked("GET"), {})).json());
const change = (body: unknown) => settings.PATCH(asked("PATCH", body), {});
const tryOut = (model: string) => trial.POST(asked("POST", { model }), {});
const book = (fields: object) => create.POST(asked("POST", order(fields)), {});

test("le modèle par défaut de la page l’emporte sur toutes les variables, et l’on y revient", async () => {
  setEnv({ BOOK_MODEL: "openai-compatible:fake", BOOK_MODEL_CHAPTER: "openai-compatible:autre" });
  expect((await readSettings()).default).toEqual({ model: "openai-compatible:autre", source: "environment" });
  expect((await change({ default: localId })).status).toBe(200);
  expect((await readSettings()).default).toEqual({ model: localId, source: "page" });
  expect((await list()).default).toBe(localId);
  const { job_id: id } = await (await book({})).json();
  await waitForJob(id, "completed");
  expect(servers.harness.models.journal).toEqual([]);
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

test("ce qu’une autre instance règle vaut ici dès la commande ou l’appel suivant", async () => {
  const at = { updatedAt: new Date() };
  await db().modelSetting.create({ data: { name: "BOOK_MODEL", value: "openai:gpt-5-mini", ...at } });
  await db().modelSetting.create({ data: { name: "OPENAI_API_KEY", sealed: seal("sk-la-premiere"), ...at } });
  const replaceKey = async () => {
    const data = { sealed: seal("sk-la-seconde") };
    await db().modelSetting.update({ where: { name: "OPENAI_API_KEY" }, data });
  };
  servers.harness.reset(({ role }) => (role === "outline" ? { after: replaceKey() } : {}));
  const { job_id: id } = await (await book({})).json();
  await waitForJob(id, "completed");
  const keysOf = servers.harness.models.journal.map(({ role, authorization }) => `${role} ${authorization}`);
  expect(new Set(keysOf)).toEqual(new Set(["outline Bearer sk-la-premiere", "chapter Bearer sk-la-seconde"]));
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
  expect(servers.local.journal.at(-1)?.asked).toMatchObject({ chat_template_kwargs: { enable_thinking: false } });
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
