import { afterAll, beforeAll, expect, test } from "vitest";
import { type GenerationHarness, openGenerationHarness, orderBook, waitForJob } from "#testing/harness/generation.ts";
import { reloadEnv } from "../../env.ts";
import { getJobDetail } from "../jobs/jobs.ts";

let harness: GenerationHarness;
beforeAll(async () => {
  harness = await openGenerationHarness({}, { skipsWaits: true });
});
afterAll(() => harness.close());

function priced(prices: object) {
  process.env.MODEL_PRICES = JSON.stringify(prices);
  reloadEnv();
}

/** The tokens the server counted for one role. */
function counted(role: string) {
  const usages = harness.models.journal.flatMap((call) => (call.role === role && call.usage) || []);
  const sum = (name: "prompt_tokens" | "completion_tokens") => usages.reduce((total, usage) => total + usage[name], 0);
  return { calls: usages.length, input_tokens: sum("prompt_tokens"), output_tokens: sum("completion_tokens") };
}

test("la page d’un livre dit ce que chaque étape a utilisé, et la fiche le total", async () => {
  priced({ "openai-compatible:fake": { input: 1, output: 4 } });
  harness.reset();
  const id = await orderBook();
  await waitForJob(id, "completed");
  const { stages, usage, quality } = await getJobDetail(id);
  const of = (name: string) => stages.find((stage) => stage.name === name)?.usage;
  const outline = counted("outline");
  const chapters = counted("chapter");
  expect(of("research")).toBeUndefined();
  expect(of("outline")).toMatchObject({ ...outline, uncounted: 0, unpriced: 0 });
  expect(of("chapters")).toMatchObject({ ...chapters, uncounted: 0, unpriced: 0 });
  expect(of("outline")?.cost).toBeCloseTo((outline.input_tokens + 4 * outline.output_tokens) / 1e6, 12);
  expect(of("chapters")?.time_ms).toBeGreaterThan(0);
  expect(usage?.calls).toBe(harness.models.journal.length);
  expect(usage?.cost).toBeCloseTo((of("outline")?.cost ?? 0) + (of("chapters")?.cost ?? 0), 12);
  expect(quality?.usage).toEqual(usage);
});

test("un prix inconnu laisse le coût inconnu, un appel sans compte en fait un minimum", async () => {
  priced({});
  harness.reset(({ position }, nth) =>
    position === 2 && nth === 1 ? { status: 429, headers: { "retry-after": "0" } } : {},
  );
  const unknown = await orderBook({ chapters: 2 });
  await waitForJob(unknown, "completed");
  expect((await getJobDetail(unknown)).usage).toMatchObject({ calls: 4, cost: null, unpriced: 3, uncounted: 0 });

  priced({ "openai-compatible:fake": { input: 1, output: 4 } });
  harness.reset(({ position }) => ({ omitUsage: position === 2 }));
  const partly = await orderBook({ chapters: 2 });
  await waitForJob(partly, "completed");
  const { usage } = await getJobDetail(partly);
  expect(usage).toMatchObject({ calls: 3, unpriced: 1, uncounted: 1 });
  expect(usage?.cost).toBeGreaterThan(0);
});
