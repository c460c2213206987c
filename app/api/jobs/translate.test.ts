import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { BookRequest } from "#lib/contract/book.ts";
import { db } from "#lib/database/client.ts";
import { getBible } from "#lib/generation/jobs/bible.ts";
import { cancelJob } from "#lib/generation/jobs/cancel.ts";
import { createJob } from "#lib/generation/jobs/create.ts";
import { deleteJob } from "#lib/generation/jobs/delete.ts";
import { getJobEdits } from "#lib/generation/jobs/edits.ts";
import { inheritOrder } from "#lib/generation/jobs/from.ts";
import { getJobDetail, getResult } from "#lib/generation/jobs/jobs.ts";
import { retryJob } from "#lib/generation/jobs/retry.ts";
import { startGeneration } from "#lib/generation/worker/worker.ts";
import { boss } from "#lib/queue/boss.ts";
import { type GenerationHarness, openGenerationHarness, orderBook, waitForJob } from "#testing/harness/generation.ts";
import { asked, refusalOf } from "#testing/harness/models.ts";
import { formOf, uploadRequest } from "#testing/manuscripts/upload.ts";
import type { Exchange, Script } from "#testing/model/script.ts";
import { textToTranslate, translationAnswer } from "#testing/model/translation.ts";
import { POST as importManuscript } from "../manuscripts/route.ts";
import { POST as estimate } from "./[id]/translate/estimate/route.ts";
import { POST } from "./[id]/translate/route.ts";

let harness: GenerationHarness;
beforeAll(async () => {
  const MODEL_PRICES = '{"openai-compatible:fake": {"input": 1, "output": 10}}';
  harness = await openGenerationHarness({ GENERATION_CONCURRENCY: "1", MODEL_PRICES }, { skipsWaits: true });
});
afterAll(() => harness.close());
beforeEach(() => harness.reset());

const prose =
  "Le gardien montait chaque soir les marches du phare avec sa lampe. Il regardait longtemps la mer avant d’allumer le feu, parce qu’il aimait ce moment du jour. Ensuite il écrivait dans son carnet ce qu’il avait vu passer au large.";
const manuscript = `# Premier chapitre

${prose}

- La première lampe est à l’étage du bas, près de la porte.
- La deuxième lampe est à l’étage du haut, sous le toit.
- La troisième lampe ne sert que les nuits de brume.

\`\`\`sh
allumer --lampe 3
\`\`\`

En 1881, le phare avait déjà 33 mètres de haut et trois gardiens.

# Second chapitre

${prose} Le navire revint en 1902.
`;

async function importBook(): Promise<string> {
  const answer = await importManuscript(uploadRequest(formOf(manuscript, "phare.md", { title: "Le phare" })), {});
  return (await answer.json()).job_id;
}

const call = (id: string, body: object) => POST(asked("POST", body), { params: Promise.resolve({ id }) });
async function translate(id: string, body: object = { language: "en" }): Promise<string> {
  const answer = await call(id, body);
  expect(answer.status, await answer.clone().text()).toBe(200);
  return (await answer.json()).job_id;
}
const done = (id: string) => waitForJob(id, "completed", 55);
async function chaptersOf(id: string): Promise<string[]> {
  const result = await getResult(id);
  return "book" in result ? result.book.chapters.map(({ content }) => content) : [];
}
const isText = ({ role, position }: Exchange) => role === "translation" && position !== undefined;
const calls = () => harness.models.journal.map(({ role, position }) => `${role} ${position ?? "plan"}`);

test("un manuscrit se traduit : plan, chapitres, structure et code ; le nouveau livre dit d’où il vient", async () => {
  const origin = await importBook();
  const id = await translate(origin, { language: "en", metadata: { rayon: 3 } });
  const view = await done(id);
  expect(view).toMatchObject({
    translated_from: { job_id: origin, title: "Le phare", language: "fr" },
    total_chapters: 2,
    warnings: [],
    metadata: { rayon: 3 },
  });
  expect(view.title).not.toBe("Le phare");
  const [first = "", second = ""] = await chaptersOf(id);
  expect(first).toContain("```sh\nallumer --lampe 3\n```");
  expect(first.match(/^- /gm)).toHaveLength(3);
  expect(first).toMatch(/^# (?!Premier)/);
  expect(second).toContain("1902");
  for (const text of [first, second]) expect(text).not.toContain("gardien");
  expect(calls()).toEqual(["translation plan", "translation 1", "translation 2"]);
  const { stages, quality } = await getJobDetail(id);
  expect(stages.map(({ name }) => name)).toEqual(["outline", "chapters", "finalize"]);
  expect(quality?.language).toMatchObject({ asked: "en", share: 1 });
});

/** Behaves badly at each question that has a chapter's list in it. */
const atList =
  (answer: (good: string, exchange: Exchange, nth: number) => string): Script =>
  (exchange, nth) =>
    isText(exchange) && textToTranslate(exchange.prompt).includes("première lampe")
      ? { text: answer(translationAnswer(exchange), exchange, nth) }
      : {};

test.each([
  ["oublie un élément de liste", (good: string) => good.replace(/^- .*\n/m, "")],
  ["répond dans la langue de l’original", (_good: string, { prompt }: Exchange) => textToTranslate(prompt)],
  ["oublie un repère", (good: string) => good.replace("<x1/>", "")],
  ["s’arrête en chemin", (good: string) => good.slice(0, good.indexOf("\n- "))],
])("un modèle qui %s une fois est redemandé, et le livre est sans réserve", async (_name, spoil) => {
  harness.reset(atList((good, exchange, nth) => (nth === 1 ? spoil(good, exchange) : good)));
  const id = await translate(await importBook());
  expect((await done(id)).warnings).toEqual([]);
  expect(calls()).toEqual(["translation plan", "translation 1", "translation 1", "translation 2"]);
  expect(harness.models.journal[2]?.prompt).toContain("A first translation had these faults");
});

test("ce qui perd toujours sa structure est gardé traduit, avec une réserve qui nomme le chapitre", async () => {
  harness.reset(atList((good) => good.replace(/^- .*\n/m, "")));
  const id = await translate(await importBook());
  const { warnings } = await done(id);
  expect(warnings).toMatchObject([{ code: "translation", chapter: 1 }]);
  expect(warnings[0]?.message).toContain("«\u202fLa première lampe est à l’étage du bas, près de la porte…\u202f»");
  const [first = ""] = await chaptersOf(id);
  expect(first.match(/^- /gm)).toHaveLength(2);
  expect(first).toContain("allumer --lampe 3");
});

test("« Voici la traduction : » n’entre pas dans le livre, et reste dans les retouches", async () => {
  const said = "Voici la traduction du passage :";
  harness.reset((exchange) => (isText(exchange) ? { text: `${said}\n\n${translationAnswer(exchange)}` } : {}));
  const id = await translate(await importBook());
  expect((await done(id)).warnings).toEqual([]);
  for (const text of await chaptersOf(id)) expect(text).not.toContain("Voici");
  expect((await getJobEdits(id)).items.map(({ reason, before }) => ({ reason, before }))).toEqual([
    { reason: "announcement", before: said },
    { reason: "announcement", before: said },
  ]);
});

test("un modèle qui rend tout dans la langue de l’original échoue, et le dit", async () => {
  harness.reset((exchange) => (isText(exchange) ? { text: textToTranslate(exchange.prompt) } : {}));
  const { error } = await waitForJob(await translate(await importBook()), "failed", 55);
  expect(error).toContain("n’a pas traduit le chapitre en anglais");
});

const restart = async () => {
  await harness.stop();
  harness.stop = await startGeneration(await boss());
};
test.each([
  ["arrêtée puis redémarrée", restart],
  ["annulée puis reprise", (id: string) => cancelJob(id).then(() => retryJob(id))],
])("une traduction %s ne redemande que l’appel interrompu", async (_name, interrupt) => {
  const held = Promise.withResolvers<void>();
  harness.reset((exchange, nth) => (exchange.position === 2 && nth === 1 ? { after: held.promise } : {}));
  const id = await translate(await importBook());
  while (!calls().includes("translation 2")) await new Promise((resolve) => setTimeout(resolve, 10));
  await interrupt(id);
  held.resolve();
  await done(id);
  expect(calls()).toEqual(["translation plan", "translation 1", "translation 2", "translation 2"]);
});

test("ce qui ne se traduit pas est refusé d’une phrase, avec le bon statut", async () => {
  const origin = await importBook();
  expect(await refusalOf(await call(origin, { language: "fr" }))).toMatchObject({
    status: 422,
    issues: [{ path: "language", message: expect.stringContaining("déjà en français") }],
  });
  expect(await refusalOf(await call(origin, { language: "en", model: "demo" }))).toMatchObject({
    status: 422,
    issues: [{ path: "model", message: expect.stringContaining("démonstration ne traduit pas") }],
  });
  expect(await refusalOf(await call(origin, { language: "xx" }))).toMatchObject({ status: 422 });
  expect(await refusalOf(await call("inconnu", { language: "en" }))).toMatchObject({ status: 404 });
  await deleteJob(origin);
  expect(await refusalOf(await call(origin, { language: "en" }))).toMatchObject({ status: 404 });
  await expect(inheritOrder({ from: { job_id: origin, as: "edition" } })).rejects.toMatchObject({ code: "invalid" });
  harness.reset(() => ({ delayMs: 60_000 }));
  const unfinished = await orderBook();
  expect(await refusalOf(await call(unfinished, { language: "en" }))).toMatchObject({ status: 409 });
  await cancelJob(unfinished);
});

test("le prix se demande avant, et le plafond arrête la traduction sans rien perdre", async () => {
  const origin = await importBook();
  const told = await estimate(asked("POST", { language: "en" }), { params: Promise.resolve({ id: origin }) });
  const { cost, calls: expected } = await told.json();
  const id = await translate(origin, { language: "en", max_cost: cost.low / 4 });
  await waitForJob(id, "awaiting_budget", 55);
  await retryJob(id, { max_cost: 2 * cost.high });
  const { warnings } = await done(id);
  expect(warnings).toEqual([]);
  expect(calls().length).toBeLessThanOrEqual(expected.high);
});

test("une suite part de la bible du livre, et son plan sait ce qu’il contenait ; une édition part de son plan", async () => {
  const first = await orderBook({
    genre: "fiction",
    chapters: 2,
    words_per_chapter: 300,
    tone: "Sobre",
    audience: "Adultes",
  });
  await waitForJob(first, "completed", 55);
  const { characters, summaries } = await getBible(first);
  const { outline } = await getJobDetail(first);
  harness.reset();
  const order = async (fields: object) => (await createJob(BookRequest.parse(await inheritOrder(fields)))).job_id;
  const sequel = await order({ from: { job_id: first, as: "sequel" }, goal: "Savoir la suite" });
  await waitForJob(sequel, "completed", 55);
  const detail = await getJobDetail(sequel);
  expect(detail).toMatchObject({
    from: { job_id: first, as: "sequel" },
    topic: "Le pain",
    options: { genre: "fiction", tone: "Sobre", audience: "Adultes", chapters: 2, words_per_chapter: 300 },
  });
  expect((await getBible(sequel)).characters.map(({ name }) => name)).toEqual(
    expect.arrayContaining(characters.map(({ name }) => name)),
  );
  const [plan, chapter] = harness.models.journal;
  expect(plan?.prompt).toContain("est la suite de");
  expect(plan?.prompt).toContain(outline?.chapters[1]?.title);
  expect(chapter?.prompt).toContain(summaries[0]?.text.split(".")[0]);
  expect(chapter?.prompt).toContain(characters[0]?.name);
  const edition = await order({ from: { job_id: first, as: "edition" }, genre: "essay" });
  await waitForJob(edition, "completed", 55);
  const { book_outline, options } = await getJobDetail(edition);
  expect(options.genre).toBe("essay");
  expect(book_outline?.map(({ title }) => title)).toEqual(outline?.chapters.map(({ title }) => title));
  await expect(order({ from: { job_id: "inconnu", as: "sequel" } })).rejects.toMatchObject({ code: "invalid" });
  expect(await db().jobOrigin.count({ where: { originId: first } })).toBe(2);
});
