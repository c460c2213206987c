import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type GenerationHarness, openGenerationHarness, orderBook, waitForJob } from "#testing/harness/generation.ts";
import type { Exchange } from "#testing/model/script.ts";
import { startSearchServer } from "#testing/servers/search.ts";
import { measureResearch, type ResearchMeasures } from "#testing/web/measure.ts";
import { answerNaively } from "#testing/web/naive-model.ts";
import { webChapters, webPages, webTopic } from "#testing/web/pages.ts";
import { findForWeb, htmlOf, serveSmallWeb } from "#testing/web/site.ts";
import { writeMeasures } from "#testing/web/write-measures.ts";
import type { BookRequest } from "../../../contract/book.ts";
import { type OutlineChapter, OutlineEdit } from "../../../contract/outline.ts";
import { db } from "../../../database/client.ts";
import { boss } from "../../../queue/boss.ts";
import { approveOutline, editOutline, getOutline } from "../../jobs/approval.ts";
import { getJobDetail, getResult } from "../../jobs/jobs.ts";
import { startGeneration } from "../../worker/worker.ts";
import { StoredResearch } from "./reading.ts";

let harness: GenerationHarness;
let web: Awaited<ReturnType<typeof startSearchServer>>;
beforeAll(async () => {
  web = await startSearchServer();
  harness = await openGenerationHarness({
    RESEARCH: "on",
    SERPER_API_KEY: "clé",
    SERPER_BASE_URL: web.baseUrl,
    GENERATION_CONCURRENCY: "4",
  });
});
afterAll(async () => {
  await harness.close();
  await web.close();
});

beforeEach(() => {
  harness.reset(answerNaively);
  web.journal.length = 0;
});

const texts = new Map(webPages.map((page) => [page.path, htmlOf(page).replace(/<[^>]+>/g, " ")]));

const order = (fields: Partial<BookRequest> = {}) =>
  orderBook({
    title: "Kervelin",
    topic: webTopic,
    goal: "Raconter les phares de l’île",
    chapters: webChapters,
    words_per_chapter: 600,
    ...fields,
  });

async function measureBook(): Promise<{ id: string; measures: ResearchMeasures }> {
  const id = await order();
  await waitForJob(id, "completed", 55);
  const result = await getResult(id);
  if (!("book" in result)) throw new Error(result.status);
  const chapters = result.book.chapters.map(({ content }, index) => ({ position: index + 1, content }));
  return { id, measures: measureResearch(chapters, (path) => texts.get(decodeURIComponent(path)) ?? "") };
}

const sourcesOf = (jobId: string) => db().jobSource.findMany({ where: { jobId }, orderBy: { number: "asc" } });
const searches = () => web.journal.flatMap(({ query }) => (query === "" ? [] : [query]));
const asksForNotes = ({ role, position, prompt }: Exchange) =>
  role === "research" && position !== undefined && prompt.includes('<page id="');

/** Un chapitre n’a que ses propres notes, et ses sources ont leur numéro dans le livre entier. */
async function checkOwnNotes(jobId: string) {
  const sources = await sourcesOf(jobId);
  expect(new Set(sources.map(({ url }) => url)).size).toBe(sources.length);
  const numbers = sources.map(({ number }) => `[S${number}]`);
  const rows = await db().jobStage.findMany({ where: { jobId, name: "research", position: { gt: 0 } } });
  expect(rows).toHaveLength(webChapters.length);
  for (const call of harness.models.journal.filter(({ role }) => role === "chapter")) {
    const { notes = "" } = StoredResearch.parse(rows.find(({ position }) => position === call.position)?.result);
    expect(call.prompt).toContain(`<notes>\n${notes}\n</notes>`);
    expect(numbers).toEqual(expect.arrayContaining(notes.match(/\[S\d+\]/g) ?? []));
    expect(call.system.includes("donne les deux versions")).toBe(notes.includes("Désaccord :"));
  }
}

test("sur un petit web, les faits sont dans leurs sources, les sources parlent du chapitre, les désaccords sont dits", async () => {
  serveSmallWeb(web);
  const { measures: byChapter, id } = await measureBook();
  await checkOwnNotes(id);
  web.setFound((query) => (query === webTopic ? findForWeb(web, query) : []));
  const { measures: firstLook } = await measureBook();
  console.info(JSON.stringify({ byChapter, firstLook }));
  expect(byChapter).toMatchObject({ obeyed: 0, sources: { copies: 0 } });
  expect(byChapter.facts.said).toBe(byChapter.facts.count);
  expect(byChapter.facts.count).toBeGreaterThan(firstLook.facts.count);
  expect(byChapter.sources.relevant / byChapter.sources.count).toBeGreaterThanOrEqual(0.9);
  expect(byChapter.contradictions.said).toBeGreaterThanOrEqual(4);
  if (process.env.WRITE_DOCS) await writeMeasures({ byChapter, firstLook });
}, 90_000);

test.each([
  ["les questions", (exchange: Exchange) => exchange.role === "research" && !exchange.prompt.includes("<page"), 0],
  ["les notes", asksForNotes, 1],
])(
  "arrêté pendant %s d’un chapitre, un livre ne redemande que cela, et ne cherche ni ne lit deux fois",
  async (_name, isHeld, searched) => {
    serveSmallWeb(web);
    const held = Promise.withResolvers<void>();
    const reached = Promise.withResolvers<void>();
    let times = 0;
    harness.reset((exchange) => {
      if (exchange.position === 1 && isHeld(exchange) && times++ === 0) {
        reached.resolve();
        return { after: held.promise };
      }
      return answerNaively(exchange);
    });
    const id = await order({ chapters: webChapters.slice(0, 1) });
    await reached.promise;
    const before = web.journal.length;
    await harness.stop();
    harness.stop = await startGeneration(await boss());
    held.resolve();
    await waitForJob(id, "completed", 55);
    const asked = harness.models.journal.filter(({ role }) => role === "research").map(({ prompt }) => prompt);
    expect(asked.length - new Set(asked).size).toBe(1);
    expect(new Set(searches()).size).toBe(searches().length);
    if (searched) expect(web.journal.length).toBe(before);
  },
);

test("une recherche qui ne répond plus après la première : les chapitres s’appuient sur celle-ci, et la réserve le dit", async () => {
  serveSmallWeb(web);
  harness.reset((exchange) => {
    if (exchange.role === "research" && exchange.position === undefined) web.setDown(true);
    return answerNaively(exchange);
  });
  const id = await order({ chapters: webChapters.slice(0, 1) });
  const { warnings } = await waitForJob(id, "completed", 55);
  web.setDown(false);
  expect(warnings.filter(({ code }) => code === "research").map(({ chapter }) => chapter)).toEqual([1]);
  expect(harness.models.journal.find(({ role }) => role === "chapter")?.prompt).toContain("<notes>");
});

test("un modèle qui ne sait pas poser de questions est documenté sur les points du plan", async () => {
  serveSmallWeb(web);
  harness.reset((exchange) =>
    exchange.role === "research" && !exchange.prompt.includes("<page")
      ? { text: "Je ne sais pas." }
      : answerNaively(exchange),
  );
  const id = await order({ chapters: webChapters.slice(0, 1) });
  await waitForJob(id, "completed", 55);
  const row = await db().jobStage.findFirstOrThrow({ where: { jobId: id, name: "research", position: 1 } });
  expect(StoredResearch.parse(row.result).questions.map(({ text }) => text)).toContain("Le chantier dépend des marées");
  expect(row.error).toBeNull();
});

test("le plan relu montre questions, sources et notes ; ce que son auteur y change est documenté de nouveau, et cela seul", async () => {
  serveSmallWeb(web);
  const id = await order({ chapters: webChapters.slice(0, 3), review_outline: true });
  await waitForJob(id, "awaiting_approval", 55);
  const { version, title, chapters } = await getOutline(id);
  for (const { research } of chapters) {
    expect(research).toMatchObject({ again: false });
    expect(new Set(research?.questions.map(({ from }) => from))).toEqual(
      new Set(["reader", "practitioner", "sceptic"]),
    );
    expect(research?.sources.length).toBeGreaterThan(1);
    expect(research?.notes.join("\n")).toMatch(/\[S\d+\]/);
  }
  const [first, second, third] = chapters as [OutlineChapter, OutlineChapter, OutlineChapter];
  const struck = chapters[2]?.research?.sources.at(-1) ?? "";
  const added = { from: "author" as const, text: "Qui peignait la lanterne du phare ?" };
  const asked = { ...second.research, questions: [...(second.research?.questions ?? []), added] };
  const edit = { version, title, chapters: [{ ...second, research: asked }, first, third], struck_sources: [struck] };
  const refused = editOutline(id, OutlineEdit.parse({ ...edit, struck_sources: ["S999"] }));
  await expect(refused).rejects.toMatchObject({ code: "invalid" });
  const saved = await editOutline(id, OutlineEdit.parse(edit));
  expect(saved.chapters.map(({ research }) => research?.again)).toEqual([true, false, true]);
  expect(await getOutline(id)).toEqual(saved);
  expect((await getJobDetail(id)).sources.find((source) => source.id === struck)?.struck).toBe(true);

  harness.models.journal.length = 0;
  await approveOutline(id, { version: saved.version });
  await waitForJob(id, "completed", 55);
  const calls = harness.models.journal.filter(({ role }) => role === "research");
  expect(calls.map(({ position }) => position).sort()).toEqual([1, 3]);
  expect(calls.every(asksForNotes)).toBe(true);
  expect(calls.find(({ position }) => position === 1)?.prompt).toContain(`- ${added.text}`);
  const prompts = new Map(
    harness.models.journal.flatMap(({ role, position, prompt }) => (role === "chapter" ? [[position, prompt]] : [])),
  );
  for (const note of chapters[0]?.research?.notes ?? []) expect(prompts.get(2)).toContain(`- ${note}`);
  expect(prompts.get(3)).not.toContain(`[${struck}]`);
}, 90_000);
