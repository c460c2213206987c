import { afterAll, beforeAll, expect, test } from "vitest";
import { type GenerationHarness, openGenerationHarness, orderBook, waitForJob } from "#testing/harness/generation.ts";
import { db } from "../../database/client.ts";

const key = "sk-secret-de-test";
let harness: GenerationHarness;
beforeAll(async () => {
  harness = await openGenerationHarness(
    { GENERATION_CONCURRENCY: "8", OPENAI_COMPATIBLE_API_KEY: key },
    { skipsWaits: true },
  );
});
afterAll(() => harness.close());

const eventsOf = (jobId: string) => db().event.findMany({ where: { jobId } });

test("une limite de débit attend le temps que le fournisseur demande", async () => {
  harness.reset(({ position }, nth) =>
    position === 2 && nth === 1 ? { status: 429, headers: { "retry-after": "4" } } : {},
  );
  await waitForJob(await orderBook(), "completed");
  const [first, second] = harness.models.journal.filter((call) => call.position === 2);
  expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(4000);
  expect((second?.at ?? 0) - (first?.at ?? 0)).toBeLessThan(15_000);
});

/** What a 400 refuses without naming it is left out, once. */
test.each([
  [401, "OPENAI_COMPATIBLE_API_KEY", 1],
  [404, "BOOK_MODEL", 1],
  [400, "BOOK_MODEL", 2],
])(
  "une réponse %i arrête le livre au premier appel, en nommant %s et jamais la clé",
  async (status, variable, requests) => {
    harness.reset(() => ({ status, body: JSON.stringify({ error: { message: `bad key ${key}` } }) }));
    const id = await orderBook();
    const job = await waitForJob(id, "failed");
    expect(job.error).toContain(variable);
    expect(job.error).not.toContain(key);
    expect(harness.models.journal).toHaveLength(requests);
    const events = await eventsOf(id);
    expect(events.map((event) => event.type)).toEqual(["book.failed"]);
    const body = JSON.parse(events[0]?.body ?? "");
    expect(body).toMatchObject({ job_id: id, status: "failed", error: job.error });
  },
);

test("un défaut qui dure arrête le livre à la troisième fois, avec un seul événement", async () => {
  harness.reset(({ position }) => (position === 2 ? { text: "" } : {}));
  const id = await orderBook();
  const job = await waitForJob(id, "failed");
  expect(job.error).toContain("Chapitre 2\u202f: Le modèle a répondu par un texte vide\u202f: reprenez la rédaction");
  expect(job.chapters_completed).toBe(2);
  expect(harness.models.journal.filter((call) => call.position === 2)).toHaveLength(3);
  expect((await eventsOf(id)).map((event) => event.type)).toEqual(["book.failed"]);
});

test.each([
  ["un crédit épuisé", 429, '{"error":{"code":"insufficient_quota"}}', "n’a plus de crédit"],
  ["un paiement demandé", 402, "{}", "n’a plus de crédit"],
  ["un modèle inconnu dit par un 400", 400, '{"error":{"code":"model_not_found"}}', "ne connaît pas le modèle"],
])("%s arrête le livre au premier appel, en une phrase", async (_name, status, body, sentence) => {
  harness.reset(() => ({ status, body, headers: { "retry-after": "3600" } }));
  const job = await waitForJob(await orderBook(), "failed");
  expect(job.error).toContain(sentence);
  expect(job.error).toContain("BOOK_MODEL");
  expect(harness.models.journal).toHaveLength(1);
});
