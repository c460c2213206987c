import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type GenerationHarness, openGenerationHarness, orderBook, waitForJob } from "#testing/harness/generation.ts";
import { injection, subtleInjection } from "#testing/model/bad-answers.ts";
import { type Misbehaviour, misbehaviours } from "#testing/model/misbehaviours.ts";
import type { Exchange } from "#testing/model/script.ts";
import { articlePage, startSearchServer } from "#testing/servers/search.ts";
import { now } from "../clock.ts";
import type { QualitySheet } from "../contract/quality.ts";
import { maxRepetition } from "../contract/quality-limits.ts";
import type { WarningCode } from "../contract/warning.ts";
import { openDocument } from "../document/open.ts";
import { reloadEnv } from "../env.ts";
import { getJobDetail, getResult } from "./jobs/jobs.ts";
import { areTitlesForeign } from "./language/reading.ts";

const doc = path.join(import.meta.dirname, "../../docs/misbehaviours.md");

let harness: GenerationHarness;
let web: Awaited<ReturnType<typeof startSearchServer>>;
beforeAll(async () => {
  web = await startSearchServer();
  web.setFound((topic) => (misbehaviours[numberIn(topic)]?.hasSources ? ["Pain au levain", "Piège"] : []));
  const trap = articlePage("Piège", `<p>${injection}</p><p>${subtleInjection}</p>`);
  web.pages.set("Piège", (_request, response) => response.writeHead(200, { "Content-Type": "text/html" }).end(trap));
  harness = await openGenerationHarness(
    { GENERATION_CONCURRENCY: "8", RESEARCH: "on", WIKIPEDIA_BASE_URL: web.baseUrl },
    { skipsWaits: true },
  );
});
afterAll(async () => {
  await harness.close();
  await web.close();
});

const numberIn = (topic: string) => Number(/^cas (\d+)$/.exec(topic)?.[1]);

const topicOf = ({ prompt }: Exchange) => Number(/^Sujet : cas (\d+)$/m.exec(prompt)?.[1]);

const warningOf: Partial<Record<string, WarningCode>> = {
  distinct_openings: "opening",
  no_conclusion_endings: "conclusion",
};

/** The warnings that the measures of a finished book call for, and what calls for none but must not be. */
function faultsOf({ length, repetition, duplicates, structure, language, citations }: QualitySheet): string[] {
  const failed = structure.checks.filter(({ chapters }) => chapters.length > 0);
  const faults: string[] = failed.map(({ name }) => warningOf[name] ?? "structure");
  if (length.within < length.chapters.length) faults.push("length");
  if (repetition.share > maxRepetition) faults.push("repetition");
  if (duplicates.exact + duplicates.near > 0) faults.push("duplicate");
  if ((language?.share ?? 1) < 0.995) faults.push("language");
  if (citations.dangling !== 0) faults.push("citations");
  return faults;
}

async function outcomeOf(id: string, { hasSources, forbidden }: Misbehaviour): Promise<string> {
  const job = await waitForJob(id, ({ status }) => status === "completed" || status === "failed", 200);
  if (job.status === "failed") return `échoue : « ${job.error} »`;
  const { quality } = await getJobDetail(id);
  const faults = quality ? faultsOf(quality) : ["sans fiche"];
  const result = await getResult(id);
  const contents = "book" in result ? result.book.chapters.map(({ content }) => content) : [];
  for (const content of contents) {
    const { blocks } = await openDocument(content);
    const nodes = blocks.map(({ node }) => node);
    if (await areTitlesForeign(nodes, "fr")) faults.push("language");
  }
  const text = contents.join("\n");
  if (forbidden?.test(text)) faults.push(`« ${forbidden.exec(text)?.[0]} »`);
  if (hasSources && !quality?.citations.citations) faults.push("rien n’est cité");
  const told: string[] = job.warnings.map(({ code }) => code);
  const untold = faults.filter((fault) => !told.includes(fault));
  if (untold.length > 0) return `EST HORS DE SES CONTRÔLES : ${untold.join(", ")}`;
  const [warning] = job.warnings;
  return warning ? `est livré avec une réserve : « ${warning.message} »` : "est dans tous ses contrôles";
}

const text = (rows: string[][]) => `# Ce que devient un livre quand le modèle se conduit mal

Chaque livre est dans tous ses contrôles (longueur à 10 % près, langue, répétitions, structure, citations), ou est livré avec
une réserve pour chacun de ceux qu’il manque, ou échoue en disant pourquoi. Ce tableau est celui du test \`lib/generation/misbehaviours.test.ts\`, qui échoue s’il ne dit plus vrai ; pour
l’écrire de nouveau : \`WRITE_DOCS=1 npx vitest run lib/generation/misbehaviours.test.ts\`.

| le modèle… | le livre… |
| --- | --- |
${rows.map((cells) => `| ${cells.join(" | ")} |`).join("\n")}
`;
const unformatted = (markdown: string) => markdown.replace(/-{3,}/g, "---").replace(/ +/g, " ");

test("un livre est dans tous ses contrôles ou échoue avec la raison, quoi que fasse le modèle", async () => {
  const counts = new Map<string, number>();
  harness.reset((exchange) => {
    const topic = topicOf(exchange);
    const key = `${topic} ${exchange.role} ${exchange.position}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
    return misbehaviours[topic]?.behave(exchange, counts.get(key) ?? 1);
  });
  const ids: string[] = [];
  for (const [index, { request }] of misbehaviours.entries()) {
    // A model each: the limit that one of them meets is not the others'.
    process.env.BOOK_MODEL = `openai-compatible:cas-${index}`;
    reloadEnv();
    ids.push(await orderBook({ topic: `cas ${index}`, words_per_chapter: 400, ...request }));
  }
  const outcomes: string[] = [];
  // One after another: so many who look every few milliseconds would leave the embedded database to nobody else.
  for (const [index, one] of misbehaviours.entries()) outcomes.push(await outcomeOf(ids[index] ?? "", one));
  // The two minutes that the provider asked for have passed, on the clock.
  expect(now().getTime() - (harness.models.journal[0]?.at ?? 0)).toBeGreaterThan(120_000);
  const rows = misbehaviours.map(({ name }, index) => [name, outcomes[index] ?? ""]);
  console.info(rows.map((cells) => cells.join(" → ")).join("\n"));
  expect(outcomes.filter((outcome) => outcome.startsWith("EST HORS"))).toEqual([]);
  if (process.env.WRITE_DOCS) await writeFile(doc, text(rows));
  expect(unformatted(text(rows))).toBe(unformatted(await readFile(doc, "utf8")));
}, 240_000);
