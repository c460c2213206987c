import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { checkLongBook } from "#testing/corpus/check-long.ts";
import { findLost, wordsRemoved } from "#testing/corpus/compare.ts";
import { readLongBooks } from "#testing/corpus/long-books.ts";
import { answerTo, type Order, readOrders, requestOf, topicIn } from "#testing/corpus/orders.ts";
import { survivorsOf } from "#testing/corpus/survivors.ts";
import { type LongOutcome, type Outcome, pageOf } from "#testing/corpus/table.ts";
import { type GenerationHarness, openGenerationHarness, orderBook, waitForJob } from "#testing/harness/generation.ts";
import { startSearchServer } from "#testing/servers/search.ts";
import { renderHtml } from "../document/html.ts";
import { reloadEnv } from "../env.ts";
import { toMarkdown } from "../library/export/markdown.ts";
import { getJobEdits } from "./jobs/edits.ts";
import { getResult } from "./jobs/jobs.ts";

const doc = path.join(import.meta.dirname, "../../docs/honest-books.md");
const orders = await readOrders();

let harness: GenerationHarness;
let web: Awaited<ReturnType<typeof startSearchServer>>;
beforeAll(async () => {
  web = await startSearchServer();
  web.setFound(() => ["Une page"]);
  harness = await openGenerationHarness(
    { GENERATION_CONCURRENCY: "8", WIKIPEDIA_BASE_URL: web.baseUrl },
    { skipsWaits: true },
  );
  harness.reset(answerTo(orders));
});
afterAll(async () => {
  await harness.close();
  await web.close();
});

async function orderAll(some: Order[], research: "on" | "off"): Promise<Outcome[]> {
  process.env.RESEARCH = research;
  reloadEnv();
  const ids: string[] = [];
  for (const one of some) ids.push(await orderBook(requestOf(one)));
  const outcomes: Outcome[] = [];
  for (const [index, one] of some.entries()) outcomes.push(await outcomeOf(one, ids[index] ?? ""));
  return outcomes;
}

/** Calls beside the one that each chapter takes. */
function countCalls({ book, topic }: Order): number {
  const calls = harness.models.journal.filter((one) => topicIn(one) === topic && one.role !== "research");
  return calls.length - book.chapters.length;
}

async function outcomeOf(order: Order, id: string): Promise<Outcome> {
  const { status, error, warnings } = await waitForJob(
    id,
    (job) => job.status === "completed" || job.status === "failed",
    200,
  );
  const outcome: Outcome = {
    order,
    status: status === "failed" ? `échoue : ${error}` : status,
    survivors: 0,
    lost: [],
    removed: [],
    edits: (await getJobEdits(id)).items.length,
    warnings: warnings.map(({ message }) => message),
    calls: countCalls(order),
  };
  const result = await getResult(id);
  if (!("book" in result)) return outcome;
  const received = { id, job_id: id, version: 1, received_at: result.book.generated_at };
  const markdown = await toMarkdown({ ...result.book, ...received, language: order.book.language, byModel: true });
  for (const [index, { text, keeps, title }] of order.book.chapters.entries()) {
    const content = result.book.chapters[index]?.content ?? "";
    const { html } = await renderHtml(content, title);
    const survivors = await survivorsOf(text, keeps);
    outcome.survivors += survivors.length;
    outcome.lost.push(...findLost(text, { content, html, markdown }, survivors));
    outcome.removed.push(...wordsRemoved(text, content));
  }
  return outcome;
}

async function checkAllLong(): Promise<LongOutcome[]> {
  const outcomes: LongOutcome[] = [];
  for (const book of await readLongBooks()) outcomes.push({ book, checked: await checkLongBook(book) });
  return outcomes;
}

/** What a book that its author wrote well must not meet. A reviewer that rewrites may replace plain prose. */
const wrongIn = ({ order, status, lost, removed, warnings }: Outcome): string[] => [
  ...(status === "completed" ? [] : [status]),
  ...lost,
  ...(order.reviewer === "garde" ? removed.map((word) => `mot : ${word}`) : []),
  ...warnings.map((message) => `réserve : ${message}`),
];

const unformatted = (markdown: string) => markdown.replace(/-{3,}/g, "---").replace(/ +/g, " ");

test("un livre honnête est livré avec tout ce que son auteur y a mis, quel que soit le relecteur", async () => {
  const unsourced = orders.filter(({ sourced }) => !sourced);
  const [long, outcomes] = await Promise.all([checkAllLong(), orderAll(unsourced, "off")]);
  const cited = orders.filter(({ sourced }) => sourced);
  outcomes.push(...(await orderAll(cited, "on")));
  const page = pageOf(outcomes, long);
  console.info(page);
  const wrong = new Map([
    ...outcomes.map((outcome) => [outcome.order.topic, wrongIn(outcome)] as const),
    ...long.map(({ book, checked }) => [book.title, checked.warnings] as const),
  ]);
  for (const [name, what] of wrong) if (what.length > 0) console.info(`${name} :\n${what.join("\n")}`);
  if (process.env.WRITE_DOCS) await writeFile(doc, page);
  expect(long.flatMap(({ checked }) => checked.removed)).toEqual([]);
  const failing = [...wrong.keys()].filter((name) => wrong.get(name)?.length);
  expect(failing).toEqual([]);
  expect(unformatted(page)).toBe(unformatted(await readFile(doc, "utf8")));
}, 240_000);
