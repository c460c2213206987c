import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { type GenerationHarness, openGenerationHarness, orderBook, waitForJob } from "#testing/harness/generation.ts";
import { startLocalServer } from "#testing/model/local.ts";
import { type ModelServer, startModelServer } from "#testing/model/server.ts";
import { db } from "../../database/client.ts";
import { reloadEnv } from "../../env.ts";
import { getJob } from "../jobs/jobs.ts";

let harness: GenerationHarness;
const servers: ModelServer[] = [];
beforeAll(async () => {
  harness = await openGenerationHarness({}, { skipsWaits: true });
});
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});
afterAll(() => harness.close());

function use(server: ModelServer, variables: Record<string, string>) {
  servers.push(server);
  Object.assign(process.env, variables);
  reloadEnv();
}

const minute = 60_000;
const gapsOf = ({ journal }: ModelServer) => journal.slice(1).map(({ at }, index) => at - (journal[index]?.at ?? 0));
const messageOf = async (id: string) => (await getJob(id)).message;

test.each(["llamacpp", "lmstudio", "vllm"] as const)(
  "un modèle que %s met dix-neuf minutes à charger est attendu, redemandé toutes les trente secondes, et c’est dit",
  async (kind) => {
    const server = await startLocalServer({ kind, window: 32_768, loadingMs: 19 * minute });
    use(server, { BOOK_MODEL: "openai-compatible:fake", OPENAI_COMPATIBLE_BASE_URL: server.baseUrl });
    const id = await orderBook({ chapters: 1 });
    await expect
      .poll(() => messageOf(id), { timeout: 20_000, interval: 5 })
      .toBe("Le modèle se charge sur son serveur…");
    expect((await getJob(id)).retry_at).toBeUndefined();
    const job = await waitForJob(id, "completed", 60);
    expect(job.message).toBe("Livre terminé");
    const loading = server.journal.filter(({ status }) => status !== 200);
    expect(loading.length).toBeGreaterThan(38);
    expect(Math.max(...gapsOf(server))).toBeLessThanOrEqual(30_000);
    expect(
      await db().jobStage.count({ where: { jobId: id, OR: [{ limits: { gt: 0 } }, { failures: { gt: 0 } }] } }),
    ).toBe(0);
  },
  80_000,
);

test("un modèle qui se charge depuis plus de vingt minutes arrête le livre, en le disant", async () => {
  const server = await startLocalServer({ kind: "llamacpp", loadingMs: 600 * minute });
  use(server, { BOOK_MODEL: "llamacpp:fake", LLAMACPP_BASE_URL: server.baseUrl });
  const job = await waitForJob(await orderBook({ chapters: 1 }), "failed", 60);
  expect(job.error).toContain("n’a pas encore chargé le modèle");
  const [first, last] = [server.journal.at(0), server.journal.at(-1)];
  const waited = ((last?.at ?? 0) - (first?.at ?? 0)) / minute;
  expect(waited).toBeGreaterThanOrEqual(20);
  expect(waited).toBeLessThan(21);
}, 80_000);

test("un serveur qu’on n’a pas encore démarré est attendu, et c’est dit", async () => {
  const gone = await startModelServer();
  await gone.close();
  const server = await startLocalServer({ kind: "llamacpp", window: 32_768 });
  use(server, { BOOK_MODEL: "llamacpp:fake", LLAMACPP_BASE_URL: gone.baseUrl });
  const id = await orderBook({ chapters: 1 });
  await expect.poll(() => messageOf(id), { timeout: 20_000, interval: 5 }).toContain("ne répond pas encore");
  process.env.LLAMACPP_BASE_URL = server.baseUrl;
  reloadEnv();
  await waitForJob(id, "completed", 30);
});

test("quand le premier modèle de la suite tarde à se charger, le suivant est demandé au bout d’une minute", async () => {
  const server = await startLocalServer({ kind: "llamacpp", loadingMs: 600 * minute });
  harness.reset();
  use(server, {
    BOOK_MODEL: "llamacpp:fake,openai-compatible:fake",
    LLAMACPP_BASE_URL: server.baseUrl,
    OPENAI_COMPATIBLE_BASE_URL: harness.models.baseUrl,
  });
  await waitForJob(await orderBook({ chapters: 1 }), "completed", 30);
  // Each stage learns for itself that the model is not there.
  for (const role of ["outline", "chapter"]) {
    const asked = server.journal.filter((call) => call.role === role).map(({ at }) => at);
    expect(Math.max(...asked) - Math.min(...asked)).toBeGreaterThanOrEqual(minute);
    expect(Math.max(...asked) - Math.min(...asked)).toBeLessThan(1.6 * minute);
  }
});

test("un chargement pendant lequel la demande reste ouverte est dit, puis ne l’est plus", async () => {
  let state = "loading";
  const loaded = Promise.withResolvers<void>();
  const server = await startModelServer({
    answerOther(request, response) {
      if (request.url !== "/api/v0/models") return false;
      response.end(JSON.stringify({ data: [{ id: "fake", state, max_context_length: 32_768 }] }));
      return true;
    },
    script: ({ role }) => (role === "outline" ? { after: loaded.promise } : {}),
  });
  use(server, { BOOK_MODEL: "lmstudio:fake", LMSTUDIO_BASE_URL: server.baseUrl });
  const id = await orderBook({ chapters: 1 });
  await expect.poll(() => messageOf(id), { timeout: 30_000 }).toBe("Le modèle se charge sur son serveur…");
  state = "loaded";
  loaded.resolve();
  await waitForJob(id, "completed", 30);
  expect(await db().jobStage.count({ where: { jobId: id, waitsFor: { not: null } } })).toBe(0);
}, 80_000);
