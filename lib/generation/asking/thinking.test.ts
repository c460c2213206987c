import { afterAll, beforeAll, expect, test } from "vitest";
import { type GenerationHarness, openGenerationHarness, orderBook, waitForJob } from "#testing/harness/generation.ts";
import { startLocalServer } from "#testing/model/local.ts";
import { prose } from "#testing/model/prose.ts";
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

const isAskedToThink = ({ asked }: Exchange) =>
  !(asked.chat_template_kwargs instanceof Object && "enable_thinking" in asked.chat_template_kwargs) ||
  asked.chat_template_kwargs.enable_thinking === true;
/** Of some 4,000 tokens. */
const longThought = {
  field: "reasoning_content",
  text: prose({ seed: "réflexion", words: 2500, language: "fr" }),
} as const;

/** Writes a book with a model that thinks at length, whenever it is let to, through a window of 4,096 tokens. */
async function writeInSmallWindow(
  model: string,
  obeys: boolean,
  thinking: { field: "reasoning_content"; text: string },
) {
  const server = await startLocalServer({
    kind: "llamacpp",
    model,
    window: 4096,
    script: (exchange) => (obeys && !isAskedToThink(exchange) ? {} : { reasoning: thinking }),
  });
  process.env.LLAMACPP_BASE_URL = server.baseUrl;
  reloadEnv();
  const id = await orderBook({ model: `llamacpp:${model}`, chapters: 2, words_per_chapter: 600 });
  const job = await waitForJob(id, ({ status }) => status === "completed" || status === "failed", 50);
  const outcomes = await db().modelCall.findMany({ where: { jobId: id }, orderBy: { id: "asc" } });
  await server.close();
  return { job, calls: server.journal, outcomes: outcomes.map(({ outcome }) => outcome) };
}
const pastItsWindow = ({ maxTokens = Number.POSITIVE_INFINITY, system, prompt }: Exchange) =>
  maxTokens + Math.ceil((system + prompt).length / 4) > 4096;

test("un modèle connu pour réfléchir n’y est pas invité où sa fenêtre n’en laisse pas la place", async () => {
  const { job, calls, outcomes } = await writeInSmallWindow("qwen3-8b", true, longThought);
  expect(job.status).toBe("completed");
  expect(calls.filter(isAskedToThink)).toEqual([]);
  expect(calls.filter(pastItsWindow)).toEqual([]);
  expect(new Set(outcomes)).toEqual(new Set(["answered"]));
});

test("un modèle dont on ne sait pas qu’il réfléchit est redemandé sans, une fois par rôle", async () => {
  const { job, calls, outcomes } = await writeInSmallWindow("inconnu", true, longThought);
  expect(job.status).toBe("completed");
  expect(calls.filter(pastItsWindow)).toEqual([]);
  expect(outcomes.filter((outcome) => outcome === "thinking").length).toBeLessThanOrEqual(3);
});

test("un modèle qui réfléchit toujours échoue par une phrase qui dit sa fenêtre et comment l’agrandir", async () => {
  const { job } = await writeInSmallWindow("obstiné", false, longThought);
  expect(job.status).toBe("failed");
  expect(job.error).toContain("4\u202f096 tokens");
  for (const part of ["employé toute sa place à réfléchir", "num_ctx", "--ctx-size", "BOOK_REASONING"])
    expect(job.error).toContain(part);
});

test("une réflexion qui tient dans la fenêtre est laissée au modèle", async () => {
  const { job, calls } = await writeInSmallWindow("posé", true, thought);
  expect(job.status).toBe("completed");
  expect(calls.every(isAskedToThink)).toBe(true);
});
