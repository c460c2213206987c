import { afterAll, beforeAll, expect, test } from "vitest";
import { openPress, order, type Press, waitFor } from "#testing/harness/generation.ts";
import { reloadEnv } from "../../env.ts";
import { getJobDetail } from "../jobs/jobs.ts";

let press: Press;
beforeAll(async () => {
  press = await openPress();
});
afterAll(() => press.close());

function priced(prices: object) {
  process.env.MODEL_PRICES = JSON.stringify(prices);
  reloadEnv();
}

/** The tokens the server counted for one role. */
function counted(role: string) {
  const usages = press.models.journal.flatMap((call) => (call.role === role && call.usage) || []);
  const sum = (name: "prompt_tokens" | "completion_tokens") => usages.reduce((total, usage) => total + usage[name], 0);
  return { calls: usages.length, input_tokens: sum("prompt_tokens"), output_tokens: sum("completion_tokens") };
}

test("la page d’un livre dit ce que chaque étape a utilisé, et la fiche le total", async () => {
  priced({ "openai-compatible:fake": { input: 1, output: 4 } });
  press.reset();
  const id = await order();
  await waitFor(id, "completed");
  const { stages, usage, quality } = await getJobDetail(id);
  const of = (name: string) => stages.find((stage) => stage.name === name)?.usage;
  const [outline, chapters] = [counted("outline"), counted("chapter")];
  expect(of("research")).toBeUndefined();
  expect(of("outline")).toMatchObject({ ...outline, uncounted: 0, unpriced: 0 });
  expect(of("chapters")).toMatchObject({ ...chapters, uncounted: 0, unpriced: 0 });
  expect(of("outline")?.cost).toBeCloseTo((outline.input_tokens + 4 * outline.output_tokens) / 1e6, 12);
  expect(of("chapters")?.time_ms).toBeGreaterThan(0);
  expect(usage?.calls).toBe(press.models.journal.length);
  expect(usage?.cost).toBeCloseTo((of("outline")?.cost ?? 0) + (of("chapters")?.cost ?? 0), 12);
  expect(quality?.usage).toEqual(usage);
});

test("un prix inconnu laisse le coût inconnu, un appel sans compte en fait un minimum", async () => {
  priced({});
  press.reset(({ position }, nth) =>
    position === 2 && nth === 1 ? { status: 429, headers: { "retry-after": "0" } } : {},
  );
  const unknown = await order({ chapters: 2 });
  await waitFor(unknown, "completed");
  expect((await getJobDetail(unknown)).usage).toMatchObject({ calls: 4, cost: null, unpriced: 3, uncounted: 0 });

  priced({ "openai-compatible:fake": { input: 1, output: 4 } });
  press.reset(({ position }) => ({ uncounted: position === 2 }));
  const partly = await order({ chapters: 2 });
  await waitFor(partly, "completed");
  const { usage } = await getJobDetail(partly);
  expect(usage).toMatchObject({ calls: 3, unpriced: 1, uncounted: 1 });
  expect(usage?.cost).toBeGreaterThan(0);
});
