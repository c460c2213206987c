import { expect, test } from "vitest";
import { ModelTried } from "#lib/contract/model.ts";
import { db } from "#lib/database/client.ts";
import { tryModel } from "#lib/generation/choice/try-model.ts";
import { newId } from "#lib/ids.ts";
import { setEnv } from "#testing/harness/delivery.ts";
import { waitForJob } from "#testing/harness/generation.ts";
import { asked, key, localId, openModels, order, refusalOf } from "#testing/harness/models.ts";
import { startLocalServer } from "#testing/model/local.ts";
import * as create from "../../books/create/route.ts";
import * as trial from "./route.ts";

const servers = openModels();
const tryOut = (model: string) => trial.POST(asked("POST", { model }), {});
const book = (fields: object) => create.POST(asked("POST", order(fields)), {});

test("un essai montre la réponse, son temps et son débit, et n’est pas le coût d’un livre", async () => {
  const recorded = await db().modelCall.count();
  const tried = ModelTried.parse(await (await tryOut(localId)).json());
  expect(tried.model).toBe(localId);
  expect(tried.text.split(/\s+/).length).toBeGreaterThan(3);
  expect(tried).toMatchObject({ tokens: expect.any(Number), tokens_per_second: expect.any(Number) });
  expect(servers.local.journal).toHaveLength(1);
  expect(servers.local.journal[0]?.maxTokens).toBeLessThanOrEqual(4000);
  expect(await db().modelCall.count()).toBe(recorded);
  expect(await (await tryOut("demo")).json()).toMatchObject({
    cost: 0,
    text: expect.stringContaining("démonstration"),
  });
});

test("ce qu’un modèle lent a écrit dans le temps de l’essai est montré, un modèle muet est dit muet", async () => {
  const limits = {
    signal: AbortSignal.timeout(60_000),
    patience: { firstWordMs: 1000, nextWordMs: 500, totalMs: 5000 },
  };
  servers.local.setScript(() => ({ text: "Un livre ouvre une porte.", stallAfterChars: 8 }));
  expect(await tryModel(localId, limits)).toMatchObject({ text: "Un livre…", cost: null });
  servers.local.setScript(() => ({ text: "Un livre ouvre une porte.", stallAfterChars: 0 }));
  await expect(tryModel(localId, limits)).rejects.toMatchObject({ code: "bad_gateway" });
  expect((await tryOut("demo")).status).toBe(200);
});

test("un essai que personne n’attend plus est interrompu, et n’est pas une erreur interne", async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  servers.local.setScript(() => ({ after: promise }));
  const gone = new AbortController();
  const tried = tryModel(localId, { signal: gone.signal });
  await expect.poll(() => servers.local.journal.length).toBe(1);
  gone.abort();
  await expect(tried).rejects.toMatchObject({ code: "unavailable" });
  await expect.poll(() => servers.local.journal[0]?.aborted).toBe(true);
  resolve();
  expect((await tryOut("demo")).status).toBe(200);
});

test("un essai qui échoue ne parle pas d’une rédaction", async () => {
  servers.local.setScript(() => ({ status: 503 }));
  const { message } = await refusalOf(await tryOut(localId));
  expect(message).toContain("essayez de nouveau plus tard");
});

test("un seul essai à la fois, et le suivant reste possible après un échec", async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  servers.local.setScript(() => ({ after: promise, status: 400, body: '{"error":{"message":"no"}}' }));
  const first = tryOut(localId);
  await expect.poll(() => servers.local.journal.length).toBe(1);
  expect(await refusalOf(await tryOut("demo"))).toMatchObject({ status: 409, error: "conflict" });
  resolve();
  expect((await first).status).toBe(502);
  expect((await tryOut("demo")).status).toBe(200);
});

/** A llama.cpp with one slot, where the plan of a book waits for `written`. */
async function openBusyServer(written: Promise<void>) {
  const server = await startLocalServer({
    kind: "llamacpp",
    window: 8192,
    script: ({ role }) => (role === "outline" ? { after: written } : {}),
  });
  setEnv({ LLAMACPP_BASE_URL: server.baseUrl });
  const { job_id: id } = await (await book({ model: "llamacpp:fake" })).json();
  await expect.poll(() => server.journal.length).toBe(1);
  return { server, id };
}
const patient = (slotMs: number) => ({ signal: new AbortController().signal, slotMs });

test("un essai attend la place qu’un livre tient sur son serveur, et dit qu’elle n’est pas libre à temps", async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  const { server, id } = await openBusyServer(promise);
  await expect(tryModel("llamacpp:fake", patient(200))).rejects.toMatchObject({
    code: "conflict",
    message: expect.stringContaining("écrit un livre"),
  });
  expect(server.journal).toHaveLength(1);
  const tried = tryModel("llamacpp:fake", patient(30_000));
  resolve();
  expect((await tried).text).not.toBe("");
  const trial = server.journal.find(({ prompt }) => prompt.startsWith("Dites en 30 mots"));
  expect(trial?.at).toBeGreaterThanOrEqual(server.journal[0]?.endedAt ?? Number.POSITIVE_INFINITY);
  await waitForJob(id, "completed");

  // Another instance asks for a chapter.
  await db().job.update({ where: { id }, data: { status: "writing_chapters" } });
  const call = { id: newId(), jobId: id, stage: "chapter", role: "chapter", model: "llamacpp:fake" } as const;
  await db().modelCall.create({ data: { ...call, position: 1, question: "autre", startedAt: new Date() } });
  await expect(tryModel("llamacpp:fake", patient(200))).rejects.toMatchObject({ code: "conflict" });
  await db().modelCall.update({ where: { id: call.id }, data: { finishedAt: new Date() } });
  expect((await tryModel("llamacpp:fake", patient(200))).text).not.toBe("");
  await server.close();
});

test("un seul essai à la fois, quelle que soit l’instance, et aucun ne reste pris par une instance morte", async () => {
  const at = Date.now();
  const other = { place: 1, id: "autre", model: "mistral:grand", until: new Date(at + 60_000) };
  await db().modelTrial.create({ data: other });
  expect(await refusalOf(await tryOut("demo"))).toMatchObject({
    status: 409,
    message: expect.stringContaining("mistral:grand"),
  });
  await db().modelTrial.update({ where: { place: 1 }, data: { until: new Date(at - 1) } });
  expect((await tryOut("demo")).status).toBe(200);
  expect(await db().modelTrial.count()).toBe(0);
});

test("un essai respecte la limite du fournisseur, et la fait respecter", async () => {
  setEnv({ OPENAI_API_KEY: key });
  servers.harness.reset(() => ({ status: 429, headers: { "retry-after": "600" } }));
  expect((await tryOut("openai:limité")).status).toBe(502);
  expect(await refusalOf(await tryOut("openai:limité"))).toMatchObject({
    status: 409,
    message: expect.stringContaining("demande d’attendre jusqu’"),
  });
  expect(servers.harness.models.journal).toHaveLength(1);
});
