import { afterAll, beforeAll, expect, test } from "vitest";
import { type GenerationHarness, openGenerationHarness, orderBook, waitForJob } from "#testing/harness/generation.ts";
import { fixedWindow, fromFirstRefusal, rateLimited, tokenBucket } from "#testing/model/rate-limit.ts";
import { db } from "../../database/client.ts";
import { reloadEnv } from "../../env.ts";

let harness: GenerationHarness;
beforeAll(async () => {
  harness = await openGenerationHarness({ GENERATION_CONCURRENCY: "10" }, { skipsWaits: true, speed: 3 });
});
afterAll(() => harness.close());

/** Each limit has a model of its own. */
function useModel(name: string) {
  process.env.BOOK_MODEL = `openai-compatible:${name}`;
  reloadEnv();
}

test.each([
  ["qui se remplit à mesure", tokenBucket, { calls: 8, perMs: 5000 }],
  ["par fenêtres", fixedWindow, { calls: 8, perMs: 3000 }],
])(
  "dix livres à la fois sous une limite %s : chacun la rencontre une fois au plus, tous se terminent",
  async (name, gate, limit) => {
    useModel(name);
    harness.reset(rateLimited(fromFirstRefusal(gate(limit)), () => ({ delayMs: 60 })));
    const topics = Array.from({ length: 10 }, (_, index) => `le pain ${name} ${index}`);
    const ids = await Promise.all(topics.map((topic) => orderBook({ topic, chapters: 2 })));
    for (const id of ids) await waitForJob(id, "completed", 100);
    const { journal } = harness.models;
    const limited = topics.map(
      (topic) => journal.filter(({ status, prompt }) => status === 429 && prompt.includes(`Sujet : ${topic}\n`)).length,
    );
    const seconds = ((journal.at(-1)?.at ?? 0) - (journal[0]?.at ?? 0)) / 1000;
    console.info(`${name} : ${journal.length} appels en ${seconds} s, refusés par livre : ${limited.join(" ")}`);
    expect(Math.max(...limited)).toBe(1);
    const chapters = await db().jobStage.findMany({ where: { jobId: { in: ids }, name: "chapter" } });
    expect(chapters.reduce((sum, chapter) => sum + chapter.failures, 0)).toBe(0);
    const limits = chapters.reduce((sum, chapter) => sum + chapter.limits, 0);
    expect(limits).toBeLessThanOrEqual(limited.reduce((sum, count) => sum + count, 0));
  },
  120_000,
);
