import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type GenerationHarness, openGenerationHarness, orderBook, waitForJob } from "#testing/harness/generation.ts";
import { followJob } from "#testing/harness/live-events.ts";
import type { Exchange } from "#testing/model/script.ts";
import { BibleEdit } from "../../contract/bible.ts";
import type { BookRequest } from "../../contract/book.ts";
import { db } from "../../database/client.ts";
import { reloadEnv } from "../../env.ts";
import { boss } from "../../queue/boss.ts";
import { approveOutline } from "../jobs/approval.ts";
import { editBible, getBible } from "../jobs/bible.ts";
import { cancelJob } from "../jobs/cancel.ts";
import { getJobDetail } from "../jobs/jobs.ts";
import { retryJob } from "../jobs/retry.ts";
import { startGeneration } from "../worker/worker.ts";
import { bibleToTell } from "./stored-bible.ts";

let harness: GenerationHarness;
beforeAll(async () => {
  const MODEL_PRICES = '{"openai-compatible:fake": {"input": 1, "output": 10}}';
  harness = await openGenerationHarness({ GENERATION_CONCURRENCY: "4", MODEL_PRICES }, { skipsWaits: true });
});
afterAll(() => harness.close());
beforeEach(() => db().rateLimiter.deleteMany());

const order = (fields: Partial<BookRequest> = {}) =>
  orderBook({ continuity: "sequential", chapters: 2, words_per_chapter: 300, ...fields });
const nameOf = ({ role, position }: Exchange) => (position === undefined ? role : `${role} ${position}`);
const calls = () => harness.models.journal.map(nameOf);
const whole = ["outline", "chapter 1", "continuity 1", "chapter 2", "continuity 2"];
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const paused = (id: string) => waitForJob(id, "awaiting_approval", 55);

/** Holds the first call of a name, until what this returns is called. */
function hold(name: string) {
  const held = Promise.withResolvers<void>();
  harness.reset((exchange, nth) => (nth === 1 && nameOf(exchange) === name ? { after: held.promise } : {}));
  return held.resolve;
}
async function reached(name: string) {
  while (!calls().includes(name)) await pause(10);
}

const interruptions: [string, (id: string) => Promise<unknown>][] = [
  [
    "arrêté puis redémarré",
    async () => {
      await harness.stop();
      harness.stop = await startGeneration(await boss());
    },
  ],
  ["annulé puis repris", (id) => cancelJob(id).then(() => retryJob(id))],
];
test.each(whole.flatMap((name) => interruptions.map(([how, interrupt]) => ({ name, how, interrupt }))))(
  "un livre $how pendant l’appel « $name » ne redemande que lui",
  async ({ name, interrupt }) => {
    const release = hold(name);
    const id = await order();
    await reached(name);
    await interrupt(id);
    release();
    await waitForJob(id, "completed", 55);
    const at = whole.indexOf(name);
    expect(calls()).toEqual([...whole.slice(0, at + 1), ...whole.slice(at)]);
    expect((await getBible(id)).summaries.map(({ chapter }) => chapter)).toEqual([1, 2]);
  },
);

test.each([
  ["la bible", "JobBible", "UPDATE OF content"],
  ["la fin de l’étape", "JobStage", 'UPDATE OF "finishedAt"'],
  ["un chapitre", "JobChapter", "UPDATE OF content"],
])(
  "une base absente entre la réponse et %s : rien n’est redemandé, rien n’est dit deux fois",
  async (_name, table, when) => {
    harness.reset();
    await db().$executeRawUnsafe("CREATE SEQUENCE faults");
    await db().$executeRawUnsafe(
      `CREATE FUNCTION fault() RETURNS trigger LANGUAGE plpgsql AS $$
       BEGIN
         IF nextval('faults') = 1 THEN RAISE EXCEPTION 'la base s’en va' USING ERRCODE = '57P01'; END IF;
         RETURN NEW;
       END $$`,
    );
    const only = table === "JobStage" ? `WHEN (NEW.name = 'continuity' AND NEW."finishedAt" IS NOT NULL)` : "";
    await db().$executeRawUnsafe(
      `CREATE TRIGGER fault BEFORE ${when} ON "${table}" FOR EACH ROW ${only} EXECUTE FUNCTION fault()`,
    );
    try {
      const id = await order();
      await waitForJob(id, "completed", 55);
      expect(calls()).toEqual(whole);
      const { summaries, version } = await getBible(id);
      expect([summaries.map(({ chapter }) => chapter), version]).toEqual([[1, 2], 2]);
      expect(await db().jobStage.count({ where: { jobId: id, failures: { gt: 0 } } })).toBe(0);
    } finally {
      await db().$executeRawUnsafe("DROP FUNCTION fault CASCADE");
      await db().$executeRawUnsafe("DROP SEQUENCE faults");
    }
  },
);

test("une étape reprise redit la bible qu’elle avait, malgré une modification ; la suivante dit la nouvelle", async () => {
  const release = hold("chapter 2");
  const id = await order();
  await reached("chapter 2");
  const { warnings: _warnings, ...bible } = await getBible(id);
  await editBible(id, BibleEdit.parse({ ...bible, facts: [{ text: "Le four date de 1870." }] }));
  await harness.stop();
  harness.stop = await startGeneration(await boss());
  release();
  await waitForJob(id, "completed", 55);
  const [first, second] = harness.models.journal.filter((call) => nameOf(call) === "chapter 2");
  expect(second?.prompt).toBe(first?.prompt);
  const [read] = harness.models.journal.filter((call) => nameOf(call) === "continuity 2");
  expect(read?.prompt).toContain("[fait] Le four date de 1870.");
  expect((await getBible(id)).facts).toContainEqual({ text: "Le four date de 1870.", chapter: null, edited: true });
});

test("annulé pendant la pause, un livre repris attend encore ; la bible modifiée entre-temps vaut", async () => {
  harness.reset();
  const id = await order({ pause_after_chapter: true });
  await paused(id);
  const asked = calls().length;
  await harness.stop();
  harness.stop = await startGeneration(await boss());
  await cancelJob(id);
  await expect(approveOutline(id, {})).rejects.toMatchObject({ code: "conflict" });
  expect((await retryJob(id)).status).toBe("awaiting_approval");
  const { warnings: _warnings, ...bible } = await getBible(id);
  await editBible(id, BibleEdit.parse({ ...bible, places: [{ name: "Kervat", text: "Un moulin." }] }));
  await pause(500);
  expect(calls()).toHaveLength(asked);
  await Promise.allSettled([approveOutline(id, {}), approveOutline(id, {})]);
  await waitForJob(id, "completed", 55);
  expect(calls()).toEqual(whole);
  expect(harness.models.journal.at(-2)?.prompt).toContain("- Kervat : Un moulin.");
});

test("un chapitre qui échoue se reprend seul, et dit la bible modifiée depuis", async () => {
  harness.reset((exchange) => (nameOf(exchange) === "chapter 2" ? { status: 400 } : {}));
  const id = await order({ pause_after_chapter: true });
  await paused(id);
  await approveOutline(id, {});
  expect((await waitForJob(id, "failed", 55)).error).toMatch(/^Chapitre 2\u202f: /);
  const { warnings: _warnings, ...bible } = await getBible(id);
  await editBible(id, BibleEdit.parse({ ...bible, facts: [{ text: "Le pain lève la nuit." }] }));
  harness.reset();
  expect((await retryJob(id)).status).toBe("writing_chapters");
  await waitForJob(id, "completed", 55);
  expect(calls()).toEqual(["chapter 2", "continuity 2"]);
  expect(harness.models.journal[0]?.prompt).toContain("Le pain lève la nuit.");
});

test("une panne pendant le relevé arrête le livre comme une autre, et la reprise ne refait que le relevé", async () => {
  harness.reset(({ role }) => (role === "continuity" ? { status: 401 } : {}));
  const id = await order();
  expect((await waitForJob(id, "failed", 55)).error).toMatch(/^Chapitre 1\u202f: /);
  harness.reset();
  await retryJob(id);
  await waitForJob(id, "completed", 55);
  expect(calls()).toEqual(whole.slice(2));
});

test("un livre dont tous les chapitres sont écrits n’en attend aucun autre après un relevé repris", async () => {
  harness.reset(({ role }) => (role === "continuity" ? { status: 401 } : {}));
  const id = await order();
  await waitForJob(id, "failed", 55);
  const { content } = await db().jobChapter.findFirstOrThrow({ where: { jobId: id, position: 1 } });
  const second = { jobId_position: { jobId: id, position: 2 } };
  await db().jobChapter.update({ where: second, data: { content, wordCount: 300 } });
  const at = new Date();
  await db().jobStage.create({ data: { jobId: id, name: "chapter", position: 2, startedAt: at, finishedAt: at } });
  harness.reset();
  await retryJob(id);
  await waitForJob(id, "completed", 55);
  expect(calls().filter((call) => call !== "review")).toEqual(["continuity 1"]);
});

test("un plafond atteint au relevé attend, puis reprend au relevé", async () => {
  harness.reset();
  const id = await order({ max_cost: 1 });
  const release = hold("chapter 1");
  await reached("chapter 1");
  const { options } = await db().job.findUniqueOrThrow({ where: { id } });
  await db().job.update({ where: { id }, data: { options: { ...Object(options), max_cost: 0.0001 } } });
  release();
  const waiting = await waitForJob(id, "awaiting_budget", 55);
  expect(waiting).toMatchObject({ chapters_completed: 1, webhook: { status: "none" } });
  harness.reset();
  await retryJob(id, { max_cost: 1 });
  await waitForJob(id, "completed", 55);
  expect(calls()).toEqual(whole.slice(2));
});

test("en direct, le deuxième chapitre paraît après le premier, et la pause se voit", async () => {
  harness.reset(({ role }) => (role === "chapter" ? { drip: { chars: 40, everyMs: 10 } } : {}));
  const id = await order({ pause_after_chapter: true });
  const reader = await followJob(id);
  const statuses = () => reader.events.flatMap((event) => (event.name === "job" ? [event.data.status] : []));
  await paused(id);
  await expect.poll(statuses).toContain("awaiting_approval");
  expect(reader.text(2)).toBe("");
  await approveOutline(id, {});
  await expect.poll(() => reader.text(2).length).toBeGreaterThan(100);
  await reader.ended;
  expect(statuses().at(-1)).toBe("completed");
});

test("la bible dite se fixe pour une étape et un passage, pas pour le suivant", async () => {
  harness.reset();
  const id = await order({ pause_after_chapter: true });
  await paused(id);
  const stage = { name: "chapter", data: { jobId: id, run: 1, position: 2 } } as const;
  const before = await bibleToTell(stage);
  const { warnings: _warnings, ...bible } = await getBible(id);
  await editBible(id, BibleEdit.parse({ ...bible, facts: [{ text: "Un fait." }] }));
  expect(await bibleToTell(stage)).toEqual(before);
  await db().job.update({ where: { id }, data: { run: 2 } });
  await expect(bibleToTell(stage)).rejects.toMatchObject({ name: "Interrupted" });
  expect((await bibleToTell({ ...stage, data: { ...stage.data, run: 2 } })).facts).toMatchObject([
    { text: "Un fait." },
  ]);
  await cancelJob(id);
});

test("une démonstration s’écrit dans l’ordre, avec ses pauses et sans bible", async () => {
  process.env.BOOK_MODEL = "demo";
  reloadEnv();
  try {
    harness.reset();
    const id = await order({ pause_after_chapter: true });
    await paused(id);
    const { chapters_completed, stages } = await getJobDetail(id);
    expect([chapters_completed, stages.map(({ name }) => name)]).toEqual([
      1,
      ["research", "outline", "chapters", "review", "finalize"],
    ]);
    await expect(getBible(id)).rejects.toMatchObject({ code: "conflict" });
    await approveOutline(id, {});
    await waitForJob(id, "completed", 55);
    expect(await db().modelCall.count({ where: { jobId: id, stage: "continuity" } })).toBe(0);
  } finally {
    process.env.BOOK_MODEL = "openai-compatible:fake";
    reloadEnv();
  }
});
