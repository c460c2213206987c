import { afterAll, beforeAll, expect, test } from "vitest";
import { type GenerationHarness, openGenerationHarness, orderBook, waitForJob } from "#testing/harness/generation.ts";
import { prose } from "#testing/model/prose.ts";
import type { Behaviour, Exchange, Script } from "#testing/model/script.ts";
import { db } from "../../database/client.ts";
import { getResult } from "../jobs/jobs.ts";

let harness: GenerationHarness;
beforeAll(async () => {
  harness = await openGenerationHarness({}, { skipsWaits: true });
});
afterAll(() => harness.close());

const text = (seed: string, words: number) => prose({ seed, words, language: "fr", sections: false });
const asked = ({ prompt }: Exchange) => Number([...prompt.matchAll(/environ (\d+) mots/g)].at(-1)?.[1]);
const chapters = () => harness.models.journal.filter(({ role }) => role === "chapter");
const isPlain = ({ prompt }: Exchange) => prompt.startsWith("Livre : ");

/** Never ends a chapter's answer: says `good`, then goes round in `loop`. */
const endless =
  (good: (exchange: Exchange, nth: number) => string, loop: (exchange: Exchange, index: number) => string): Script =>
  (exchange, nth): Behaviour =>
    exchange.role === "chapter" ? { text: good(exchange, nth), endless: (index) => loop(exchange, index) } : {};

async function write(words: number, script: Script) {
  harness.reset(script);
  const id = await orderBook({ chapters: 1, words_per_chapter: words });
  const job = await waitForJob(id, ({ status }) => status === "completed" || status === "failed", 50);
  await expect.poll(() => chapters().every(({ aborted, endedAt }) => aborted || endedAt)).toBe(true);
  const result = await getResult(id);
  const calls = await db().modelCall.findMany({ where: { jobId: id, stage: "chapter" }, orderBy: { id: "asc" } });
  return { job, calls, content: "book" in result ? (result.book.chapters[0]?.content ?? "") : "" };
}

/** What the answers of a model took, in words asked for. */
const costOf = (calls: Exchange[]) =>
  calls.reduce((sum, { written }) => sum + written, 0) / (text("mesure", 500).length / 500);

test.each([300, 1000, 3000])("un modèle qui ne s’arrête jamais écrit %i mots pour le double au plus", async (words) => {
  const { job, content, calls } = await write(
    words,
    endless(
      () => "# Étape 1 de la découverte",
      ({ prompt }, index) => `\n\n${text(`${prompt.length} ${index}`, 10)}`,
    ),
  );
  expect(job.status).toBe("completed");
  expect(content.match(/\p{L}+/gu)?.length).toBeGreaterThan(words * 0.9);
  console.info(`${words} mots : ${chapters().length} appels, ${Math.round(costOf(chapters()))} mots écrits`);
  expect(costOf(chapters())).toBeLessThan(2.1 * words);
  // What was read is recorded, though the provider counted nothing.
  expect(calls.map(({ ended }) => ended)).toEqual(chapters().map(() => "too-long"));
  const recorded = calls.reduce((sum, { outputTokens }) => sum + (outputTokens ?? 0), 0) * 4;
  const written = chapters().reduce((sum, call) => sum + call.written, 0);
  expect(recorded).toBeGreaterThan(0.9 * written);
  expect(recorded).toBeLessThan(1.1 * written);
});

test("un chapitre dont la fin tourne en rond est gardé sans elle, et continué en d’autres mots", async () => {
  const good = text("début", 200);
  const more = text("suite", 100);
  const { job, content } = await write(300, (exchange) => {
    if (exchange.role !== "chapter") return {};
    return isPlain(exchange)
      ? { text: more }
      : { text: `# Étape 1 de la découverte\n\n${good}`, endless: () => "\n- Le levain donne du goût." };
  });
  expect(job.status).toBe("completed");
  expect(content).toContain(`${good}\n- Le levain donne du goût.\n\n${more}`);
  expect(chapters().map(isPlain)).toEqual([false, true]);
  const [, plain] = chapters();
  expect(plain?.prompt).toMatch(/^Chapitre à écrire : 1\. Étape 1/m);
  expect(plain?.prompt).toMatch(/déjà écrit[\s\S]*environ 1\d\d mots$/);
  expect(costOf(chapters())).toBeLessThan(600);
});

test("un chapitre presque entier avant de tourner en rond n’est pas continué", async () => {
  const good = text("presque", 285);
  const { job, content } = await write(
    300,
    endless(
      () => `# Étape 1 de la découverte\n\n${good}`,
      () => "\n\nEt voilà tout ce qu’il faut en dire.",
    ),
  );
  expect(job.status).toBe("completed");
  expect(content).toContain(good);
  expect(content.split("Et voilà").length).toBeLessThanOrEqual(2);
  expect(chapters()).toHaveLength(1);
});

test("une suite qui recommence le chapitre est coupée à son premier paragraphe", async () => {
  const said = `${text("un", 70)}\n\n${text("deux", 70)}\n\n${text("trois", 70)}`;
  const turn = `${said}\n\n`.padEnd(1200, "\n");
  await write(
    600,
    endless(
      () => "# Étape 1 de la découverte\n\n",
      (_exchange, index) => turn.slice((index * 40) % turn.length).slice(0, 40),
    ),
  );
  const [first, second] = chapters();
  expect(first?.written).toBeLessThan(4 * said.length);
  expect(isPlain(second as Exchange)).toBe(true);
  expect(second?.written).toBeLessThan(said.length);
});

test("un modèle qui tourne en rond quoi qu’on lui demande est laissé, au double de ce qui est demandé au plus", async () => {
  const { job } = await write(
    300,
    endless(
      () => `# Étape 1 de la découverte\n\n${text("peu", 60)}`,
      () => " Le pain lève.",
    ),
  );
  expect(job).toMatchObject({
    status: "completed",
    warnings: [{ code: "length", chapter: 1, message: expect.stringContaining("mots au lieu de 300") }],
  });
  const tries = chapters().filter((call) => !isPlain(call)).length;
  console.info(`${chapters().length} appels en ${tries} fois, ${Math.round(costOf(chapters()))} mots écrits`);
  expect(costOf(chapters())).toBeLessThan(2 * 300 * tries);
  for (const call of chapters()) expect(costOf([call])).toBeLessThan(2 * asked(call) + 60);
});
