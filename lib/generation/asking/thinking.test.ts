import { afterAll, beforeAll, expect, test } from "vitest";
import { type GenerationHarness, openGenerationHarness, orderBook, waitForJob } from "#testing/harness/generation.ts";
import type { Behaviour, Exchange } from "#testing/model/script.ts";
import { db } from "../../database/client.ts";
import { reloadEnv } from "../../env.ts";

let harness: GenerationHarness;
beforeAll(async () => {
  harness = await openGenerationHarness({}, { skipsWaits: true });
});
afterAll(() => harness.close());

const chapters = () => harness.models.journal.filter(({ role }) => role === "chapter");
const effortOf = ({ asked }: Exchange) => asked.reasoning_effort;
const thought = { field: "reasoning_content", text: "Il faut d’abord un plan." } as const;

/** A model of its own for each test: what helped one is remembered. */
async function write(model: string, behave: (exchange: Exchange) => Behaviour, chapters = 1) {
  process.env.BOOK_MODEL = `openai-compatible:${model}`;
  reloadEnv();
  harness.reset((exchange) => (exchange.role === "chapter" ? behave(exchange) : {}));
  const id = await orderBook({ chapters });
  return waitForJob(id, ({ status }) => status === "completed" || status === "failed", 50);
}

test("un modèle dont la place est allée à sa réflexion est redemandé aussitôt avec plus de place, et moins de réflexion", async () => {
  const job = await write("bavard", ({ maxTokens = 0 }) =>
    maxTokens < 20_000 ? { text: "", reasoning: thought, finish: "length" } : { reasoning: thought },
  );
  expect(job.status).toBe("completed");
  expect(chapters().map(({ maxTokens }) => maxTokens)).toEqual([8600, 32_600]);
  expect(chapters().map(effortOf)).toEqual([undefined, "low"]);
  const calls = await db().modelCall.findMany({
    where: { jobId: job.job_id, stage: "chapter" },
    orderBy: { id: "asc" },
  });
  expect(calls.map(({ outcome }) => outcome)).toEqual(["thinking", "answered"]);
  const [{ failures } = { failures: -1 }] = await db().jobStage.findMany({
    where: { jobId: job.job_id, name: "chapter" },
  });
  expect(failures).toBe(0);
});

test("un modèle qui ne répond que sans réfléchir est redemandé sans réflexion, puis d’emblée", async () => {
  const job = await write(
    "rêveur",
    ({ asked }) => (asked.reasoning_effort === "none" ? {} : { text: "<think>Bien.</think>" }),
    3,
  );
  expect(job.status).toBe("completed");
  const efforts = chapters().map(effortOf);
  expect(efforts.slice(0, 1)).toEqual([undefined]);
  expect(efforts.filter((effort) => effort === "none")).toHaveLength(3);
  harness.reset();
  await write("rêveur", ({ asked }) => (asked.reasoning_effort === "none" ? {} : { text: "<think>Bien.</think>" }));
  expect(chapters().map(effortOf)).toEqual(["none"]);
});

test("un modèle qui ne fait que réfléchir, quoi qu’on lui demande, échoue en le disant, en six appels", async () => {
  const job = await write("sage", () => ({ text: "", reasoning: thought }));
  expect(job.status).toBe("failed");
  expect(job.error).toContain("n’a rien écrit après sa réflexion");
  expect(job.error).toContain("BOOK_REASONING");
  expect(chapters().map(effortOf)).toEqual([undefined, "low", "none", undefined, "low", "none"]);
});
