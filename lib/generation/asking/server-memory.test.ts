import { afterAll, beforeAll, expect, test } from "vitest";
import { type GenerationHarness, openGenerationHarness, orderBook, waitForJob } from "#testing/harness/generation.ts";
import { asks, formatIs, picky } from "#testing/model/picky.ts";
import { db } from "../../database/client.ts";

let harness: GenerationHarness;
beforeAll(async () => {
  harness = await openGenerationHarness();
});
afterAll(() => harness.close());

const refuses = picky([
  { when: formatIs("json_schema", "json_object"), says: "response_format is not supported by this model" },
  { when: asks("stream_options"), says: "Unrecognized request argument supplied: stream_options" },
]);
const refused = () => harness.models.journal.filter(({ status }) => status === 400).length;

test("ce qu’un serveur refuse est demandé une fois, et oublié une semaine plus tard", async () => {
  harness.reset(refuses);
  await waitForJob(await orderBook({ chapters: 1 }), "completed");
  expect(refused()).toBeGreaterThan(0);
  harness.reset(refuses);
  await waitForJob(await orderBook({ chapters: 1 }), "completed");
  expect(refused()).toBe(0);
  await db().modelConcessions.updateMany({ data: { learnedAt: new Date(Date.now() - 8 * 24 * 3_600_000) } });
  harness.reset(refuses);
  await waitForJob(await orderBook({ chapters: 1 }), "completed");
  expect(refused()).toBeGreaterThan(0);
});
