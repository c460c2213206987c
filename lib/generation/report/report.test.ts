import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type GenerationHarness, openGenerationHarness, orderBook, waitForJob } from "#testing/harness/generation.ts";
import { reportAnswer } from "#testing/model/answers.ts";
import { BookRequest } from "../../contract/book.ts";
import { estimateBook } from "../estimate/estimate.ts";
import { createJob } from "../jobs/create.ts";
import { getJobChapter, getJobDetail } from "../jobs/jobs.ts";
import { retryJob } from "../jobs/retry.ts";

let harness: GenerationHarness;
beforeAll(async () => {
  harness = await openGenerationHarness({}, { skipsWaits: true });
});
afterAll(() => harness.close());
beforeEach(() => harness.reset());

const order = { chapters: 2, words_per_chapter: 300, reader_report: true };
const reports = () => harness.models.journal.filter(({ role }) => role === "report");
async function reportOf(id: string) {
  const { quality } = await getJobDetail(id);
  if (!quality?.report) throw new Error("sans rapport");
  return quality.report;
}

test("chaque chapitre du livre fini est lu, et chaque avis cite le texte livré", async () => {
  const id = await orderBook(order);
  const { warnings } = await waitForJob(id, "completed");
  expect(warnings).toEqual([]);
  expect(reports()).toHaveLength(2);
  const { answers, unread, unfounded } = await reportOf(id);
  expect(answers).toHaveLength(12);
  expect([unread, unfounded]).toEqual([[], 0]);
  for (const { chapter, quotes } of answers) {
    const { content } = await getJobChapter(id, String(chapter));
    expect(content).toContain(quotes[0]);
  }
  const { stages } = await getJobDetail(id);
  expect(stages.map(({ name }) => name)).toContain("report");
});

test("sans rapport demandé, rien n’est lu, et sa page n’en parle pas", async () => {
  const id = await orderBook({ ...order, reader_report: false });
  await waitForJob(id, "completed");
  expect(reports()).toEqual([]);
  const { stages, quality } = await getJobDetail(id);
  expect(stages.map(({ name }) => name)).not.toContain("report");
  expect(quality?.report).toBeUndefined();
});

test("une mauvaise note devient une réserve, avec ce qu’elle cite, et ne fait pas échouer un livre sans réserve", async () => {
  harness.reset(({ role, prompt }) => (role === "report" ? { text: reportAnswer(prompt).replaceAll(":4", ":1") } : {}));
  const id = await orderBook({ ...order, chapters: 1, strict: true });
  const { warnings } = await waitForJob(id, "completed");
  const { answers } = await reportOf(id);
  expect(warnings.map(({ code, chapter }) => [code, chapter])).toEqual(answers.map(() => ["report", 1]));
  expect(warnings[0]?.message).toContain(`«\u202f${answers[0]?.quotes[0]}\u202f»`);
});

test.each([
  ["un chapitre en guise de rapport", { text: "# Le pain\n\nLe pain lève la nuit." }],
  ["un refus", { text: "Je suis désolé, mais je ne peux pas répondre à cette demande." }],
  ["rien", { text: "" }],
])("%s ne coûte pas le livre : il est livré, et c’est dit", async (_name, behaviour) => {
  harness.reset(({ role }) => (role === "report" ? behaviour : {}));
  const id = await orderBook(order);
  const { warnings } = await waitForJob(id, "completed");
  expect(await reportOf(id)).toMatchObject({ answers: [], unread: [1, 2] });
  expect(warnings.map(({ code }) => code)).toEqual(["report"]);
  expect(warnings[0]?.message).toContain("des chapitres 1 et 2");
});

test("une panne pendant la lecture se reprend, sans payer deux fois ce qui a été lu", async () => {
  harness.reset(({ role }, nth) =>
    role === "report" && nth === 2 ? { status: 401, body: '{"error":{"message":"bad key"}}' } : {},
  );
  const id = await orderBook(order);
  await waitForJob(id, "failed");
  harness.reset();
  await retryJob(id);
  await waitForJob(id, "completed");
  expect(reports()).toHaveLength(1);
  expect((await reportOf(id)).answers).toHaveLength(12);
});

test("l’estimation compte la lecture, et la démonstration n’en offre pas", async () => {
  const request = { topic: "Le pain", goal: "En faire", chapters: 4, words_per_chapter: 300 };
  const without = await estimateBook(BookRequest.parse(request));
  const withReport = await estimateBook(BookRequest.parse({ ...request, reader_report: true }));
  expect((withReport.calls.likely ?? 0) - (without.calls.likely ?? 0)).toBe(4);
  expect(withReport.calls.high - without.calls.high).toBeGreaterThanOrEqual(4);
  const demo = BookRequest.parse({ ...request, reader_report: true, model: "demo" });
  await expect(createJob(demo)).rejects.toMatchObject({ code: "invalid", issues: [{ path: "reader_report" }] });
});
