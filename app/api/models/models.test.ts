import { expect, test } from "vitest";
import { ModelList } from "#lib/contract/model.ts";
import { db } from "#lib/database/client.ts";
import { setEnv } from "#testing/harness/delivery.ts";
import { waitForJob } from "#testing/harness/generation.ts";
import { asked, localId, openModels, order, refusalOf } from "#testing/harness/models.ts";
import * as create from "../books/create/route.ts";
import * as estimate from "../books/estimate/route.ts";
import * as retry from "../jobs/[id]/retry/route.ts";
import * as one from "../jobs/[id]/route.ts";
import * as models from "./route.ts";

const servers = openModels();
const list = async () => ModelList.parse(await (await models.GET(asked("GET"), {})).json());
const item = async (id: string) => (await list()).items.find((model) => model.id === id);
const book = (fields: object) => create.POST(asked("POST", order(fields)), {});

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
  setEnv({ OPENAI_COMPATIBLE_BASE_URL: servers.local.baseUrl });
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
  expect(servers.harness.models.journal).toEqual([]);
  expect(new Set(servers.local.journal.map(({ asked }) => asked.model))).toEqual(new Set(["qwen2.5-1.5b"]));
  const detail = await (await one.GET(asked("GET"), { params: Promise.resolve({ id }) })).json();
  expect(detail).toMatchObject({ model: localId, demo: false, options: { model: localId } });
  setEnv({ BOOK_MODEL_CHAPTER: undefined });
});

test("une rédaction échouée se reprend avec un autre modèle, ou garde celui de sa commande", async () => {
  servers.local.setScript(() => ({ status: 401, body: '{"error":{"message":"no key here"}}' }));
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
  expect(servers.harness.models.journal).toEqual([]);
  expect((await again({ model: "openai-compatible:fake" })).status).toBe(200);
  await waitForJob(id, "completed");
  expect(await db().job.findUnique({ where: { id } })).toMatchObject({ model: "openai-compatible:fake" });
});
