import { afterAll, beforeAll, expect, test } from "vitest";
import { type GenerationHarness, openGenerationHarness, orderBook, waitForJob } from "#testing/harness/generation.ts";
import { startLocalServer } from "#testing/model/local.ts";
import type { Script } from "#testing/model/script.ts";
import type { ModelServer } from "#testing/model/server.ts";
import { db } from "../../database/client.ts";
import { reloadEnv } from "../../env.ts";

let harness: GenerationHarness;
const servers: ModelServer[] = [];
beforeAll(async () => {
  harness = await openGenerationHarness({ GENERATION_CONCURRENCY: "4" }, { skipsWaits: true, speed: 200 });
});
afterAll(async () => {
  await harness.close();
  await Promise.all(servers.map((server) => server.close()));
});

function use(server: ModelServer, variables: Record<string, string>) {
  servers.push(server);
  Object.assign(process.env, variables);
  reloadEnv();
}

/** The most requests that a server had at a time. */
function mostAtOnce({ journal }: ModelServer): number {
  const ends = journal.map(({ at, endedAt = Number.POSITIVE_INFINITY }) => ({ at, endedAt }));
  return Math.max(...ends.map(({ at }) => ends.filter((other) => other.at <= at && other.endedAt > at).length));
}
const outcomes = async (jobId: string) =>
  [...new Set((await db().modelCall.findMany({ where: { jobId } })).map(({ outcome }) => outcome))].sort();

test("un livre de 5 × 1 000 mots par une seule place, à dix tokens par seconde, sans qu’un appel soit coupé", async () => {
  const server = await startLocalServer({ kind: "llamacpp", window: 8192, slots: 1, tokensPerSecond: 10 });
  use(server, { BOOK_MODEL: "llamacpp:fake", LLAMACPP_BASE_URL: server.baseUrl });
  const id = await orderBook({ chapters: 5, words_per_chapter: 1000 });
  await waitForJob(id, "completed", 120);
  expect(await outcomes(id)).toEqual(["answered"]);
  expect(mostAtOnce(server)).toBe(1);
  expect(server.journal.filter(({ aborted }) => aborted)).toEqual([]);
}, 130_000);

test("un serveur à deux tokens par seconde, qui met cinq minutes à commencer, n’est jamais coupé", async () => {
  const script: Script = ({ role }) => (role === "chapter" ? { delayMs: 300_000 } : {});
  const server = await startLocalServer({ kind: "llamacpp", window: 8192, slots: 1, tokensPerSecond: 2, script });
  use(server, { BOOK_MODEL: "llamacpp:fake", LLAMACPP_BASE_URL: server.baseUrl });
  const id = await orderBook({ chapters: 2, words_per_chapter: 200 });
  await waitForJob(id, "completed", 200);
  expect(await outcomes(id)).toEqual(["answered"]);
  expect(mostAtOnce(server)).toBe(1);
  expect(server.journal.filter(({ aborted }) => aborted)).toEqual([]);
  const [first, last] = [server.journal[0], server.journal.at(-1)];
  expect((last?.endedAt ?? 0) - (first?.at ?? 0)).toBeGreaterThan(15 * 60_000);
}, 210_000);

test("une place que le serveur ne dit pas s’apprend", async () => {
  const server = await startLocalServer({ kind: "lmstudio", window: 32_768, script: () => ({ delayMs: 20_000 }) });
  use(server, { BOOK_MODEL: "openai-compatible:fake", OPENAI_COMPATIBLE_BASE_URL: server.baseUrl });
  const id = await orderBook({ chapters: 12, words_per_chapter: 200 });
  await waitForJob(id, "completed", 120);
  expect(await outcomes(id)).toEqual(["answered"]);
  expect(mostAtOnce(server)).toBe(4);
  expect(mostAtOnce({ ...server, journal: server.journal.slice(-3) })).toBe(1);
}, 130_000);

test("un serveur qui répond à plusieurs demandes à la fois en reçoit autant que GENERATION_CONCURRENCY", async () => {
  const server = await startLocalServer({ kind: "vllm", slots: 0, script: () => ({ delayMs: 20_000 }) });
  use(server, { BOOK_MODEL: "vllm:fake", VLLM_BASE_URL: server.baseUrl });
  const id = await orderBook({ chapters: 8, words_per_chapter: 200 });
  await waitForJob(id, "completed", 120);
  expect(mostAtOnce(server)).toBe(4);
}, 130_000);
