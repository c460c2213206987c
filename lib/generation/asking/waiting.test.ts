import { afterAll, beforeAll, expect, test } from "vitest";
import { startClock } from "#testing/harness/clock.ts";
import { type GenerationHarness, openGenerationHarness, orderBook, waitForJob } from "#testing/harness/generation.ts";
import { now } from "../../clock.ts";
import { waitSentence } from "../../contract/wait.ts";
import { db } from "../../database/client.ts";
import { reloadEnv } from "../../env.ts";
import { boss } from "../../queue/boss.ts";
import { cancelJob } from "../jobs/cancel.ts";
import { startGeneration } from "../worker/worker.ts";

const time = startClock();
let harness: GenerationHarness;
beforeAll(async () => {
  harness = await openGenerationHarness({ GENERATION_CONCURRENCY: "1" }, { clock: time.clock });
});
afterAll(async () => {
  await harness.close();
  await time.stop();
});

const about = (topic: string) =>
  harness.models.journal.filter((call) => call.position === 2 && call.prompt.includes(`Sujet : ${topic}`));
const isWaiting = (job: { retry_at?: string | undefined }) => job.retry_at !== undefined;

const queuedFor = (jobId: string) =>
  db().$queryRaw`SELECT 1 FROM pgboss.job WHERE state IN ('created', 'retry', 'active') AND data->>'jobId' = ${jobId}`;

/** Each model has its own limit. */
function orderFrom(model: string, topic: string, chapters = 3): Promise<string> {
  process.env.BOOK_MODEL = `openai-compatible:${model}`;
  reloadEnv();
  return orderBook({ topic, chapters });
}

test("une longue attente ne retient aucun ouvrier, se lit sur le livre, s’annule et survit à un redémarrage", async () => {
  const seconds = 20;
  const askedAt: number[] = [];
  harness.reset(({ position, prompt }) => {
    const topic = /Sujet : (.+)/.exec(prompt)?.[1] ?? "";
    const limited = position === 2 && about(topic).length === 1;
    if (position === 2 && topic === "gardé") askedAt.push(now().getTime());
    return limited ? { status: 429, headers: { "retry-after": String(seconds) } } : {};
  });
  const kept = await orderFrom("un", "gardé");
  const dropped = await orderFrom("deux", "annulé");
  const waiting = await waitForJob(kept, isWaiting);
  const until = new Date(waiting.retry_at ?? "");
  const asked = until.getTime() - (askedAt[0] ?? 0);
  expect(asked).toBeGreaterThanOrEqual(seconds * 1000);
  expect(asked).toBeLessThan(seconds * 1000 + 5000);
  expect(waiting).toMatchObject({ status: "writing_chapters", message: waitSentence(until, now()) });

  await waitForJob(dropped, isWaiting);
  const cancelled = await cancelJob(dropped);
  expect(cancelled).toMatchObject({ status: "cancelled", message: "Rédaction annulée" });
  expect(cancelled.retry_at).toBeUndefined();

  await waitForJob(await orderFrom("trois", "autre", 1), "completed");
  await harness.stop();
  harness.stop = await startGeneration(await boss());
  await time.moveTo(new Date(until.getTime() - 1000));
  const done = await waitForJob(kept, "completed", 60);
  expect(done.retry_at).toBeUndefined();
  expect(askedAt).toHaveLength(2);
  expect(askedAt[1]).toBeGreaterThanOrEqual(until.getTime());

  await expect.poll(() => queuedFor(dropped)).toEqual([]);
  expect(about("annulé")).toHaveLength(1);
  expect(await db().event.count({ where: { jobId: dropped } })).toBe(0);
}, 120_000);

test("l’attente se dit avec l’heure, le jour si ce n’est pas aujourd’hui, sans minute trop tôt", () => {
  const now = new Date(2026, 10, 24, 14, 0);
  expect(waitSentence(new Date(2026, 10, 24, 14, 31, 5), now)).toBe("Le fournisseur demande d’attendre jusqu’à 14:32");
  expect(waitSentence(new Date(2026, 10, 25, 9, 5), now)).toBe(
    "Le fournisseur demande d’attendre jusqu’au 25 novembre à 09:05",
  );
});
