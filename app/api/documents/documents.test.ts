import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { BookRequest } from "#lib/contract/book.ts";
import type { ReferenceView } from "#lib/contract/reference.ts";
import { db } from "#lib/database/client.ts";
import { reloadEnv } from "#lib/env.ts";
import { approveOutline } from "#lib/generation/jobs/approval.ts";
import { getJobDetail, getResult } from "#lib/generation/jobs/jobs.ts";
import { getJobSource } from "#lib/generation/jobs/sources.ts";
import { lookUp } from "#lib/generation/references/look-up.ts";
import { deleteReference, listReferences, referencePruners } from "#lib/generation/references/references.ts";
import { startGeneration } from "#lib/generation/worker/worker.ts";
import { boss } from "#lib/queue/boss.ts";
import { prune } from "#lib/retention.ts";
import { setEnv } from "#testing/harness/delivery.ts";
import { type GenerationHarness, openGenerationHarness, orderBook, waitForJob } from "#testing/harness/generation.ts";
import { formOf } from "#testing/manuscripts/upload.ts";
import { makePdf } from "#testing/references/pdf.ts";
import { documentRequest } from "#testing/references/request.ts";
import { GET, POST } from "./route.ts";

/** Its pages are served by another thread, and alone of this machine may be read. */
let site: Worker;
let base = "";
let harness: GenerationHarness;
beforeAll(async () => {
  site = new Worker(new URL("../../../testing/servers/hostile-site.ts", import.meta.url));
  const [port] = await once(site, "message");
  base = `http://127.0.0.1:${port}`;
  harness = await openGenerationHarness({ WIKIPEDIA_BASE_URL: base });
});
afterAll(async () => {
  await harness.close();
  await site.terminate();
});
beforeEach(() => harness.reset());

const send = async (body: BodyInit, headers: Record<string, string> = {}) => POST(documentRequest(body, headers), {});
const sendPage = (path: string) =>
  send(JSON.stringify({ url: `${base}${path}` }), { "Content-Type": "application/json" });
async function addDocument(file: Uint8Array | string, name: string): Promise<ReferenceView> {
  const answer = await send(formOf(file, name));
  expect(answer.status, await answer.clone().text()).toBe(201);
  return answer.json();
}
const failure = async (answer: Response) => ({ status: answer.status, ...(await answer.json()) });
const calls = (role: string) => harness.models.journal.filter((call) => call.role === role);
const callFor = (chapter: string) => calls("chapter").find(({ prompt }) => prompt.includes(`à écrire : ${chapter}\n`));

const chapters = [
  { title: "Le levain", description: "Ce qui lève.", key_points: ["Les levures sauvages", "La fermentation lente"] },
  { title: "Le four", description: "La cuisson.", key_points: ["La voûte de briques", "La buée sur la croûte"] },
];
const notebook = makePdf([
  ["Carnet de mon grand-père, boulanger.", "Rien ici que des dates."],
  ["Les levures sauvages viennent de la farine de seigle.", "La fermentation lente dure dix-huit heures à la cave."],
  ["La voûte de briques garde sa chaleur deux jours.", "La buée fait briller la croûte du pain."],
]);
const order = (documents: string[], fields: Partial<BookRequest> = {}) => orderBook({ chapters, documents, ...fields });
async function chaptersOf(id: string): Promise<string[]> {
  await waitForJob(id, "completed", 55);
  const result = await getResult(id);
  if (!("book" in result)) throw new Error(result.status);
  return result.book.chapters.map(({ content }) => content);
}

test("un PDF, sans recherche : chaque chapitre reçoit son passage, et le livre le cite avec sa page", async () => {
  const { id, ...view } = await addDocument(notebook, "carnet.pdf");
  expect(view).toMatchObject({ name: "carnet.pdf", type: "pdf", passages: 3, words: 45 });
  const job = await order([id]);
  const texts = await chaptersOf(job);
  // Chapters begin side by side: the first of them to be given a passage has its first number.
  expect(callFor("1. Le levain")?.prompt).toMatch(
    /<documents>\n\[S[12]\] carnet\.pdf, p\.\u00a02\nLes levures sauvages viennent de la farine de seigle\. La fermentation/,
  );
  expect(callFor("1. Le levain")?.prompt).not.toContain("La voûte de briques garde");
  expect(callFor("1. Le levain")?.system).toContain("Un fait tiré des passages se cite");
  expect(callFor("2. Le four")?.prompt).toContain("La voûte de briques garde sa chaleur deux jours.");
  const { sources, quality, stages } = await getJobDetail(job);
  expect(sources.map(({ title, place, is_passage }) => [title, place, is_passage]).sort()).toEqual([
    ["carnet.pdf", "p.\u00a02", true],
    ["carnet.pdf", "p.\u00a03", true],
  ]);
  expect(sources[0]).not.toHaveProperty("url");
  expect(quality?.citations).toMatchObject({ citations: 2, dangling: 0, sources: { read: 2, cited: 2 } });
  expect(quality?.warnings).toEqual([]);
  expect(stages[0]?.error).toBeUndefined();
  for (const content of texts) {
    expect(content).toMatch(/\u00a0\\\[1\\\]\./);
    expect(content).toMatch(/\n\n## Sources\n\n1\. carnet\\\.pdf, p\\\.\u00a0[23]$/);
    expect(content).not.toMatch(/\[S\d/);
  }
  const passage = async (sourceId: string) => (await getJobSource(job, sourceId)).passage;
  expect((await Promise.all(["S1", "S2"].map(passage))).sort()[1]).toMatch(/^Les levures sauvages .* à la cave\.$/);
  await expect(getJobSource(job, "S9")).rejects.toMatchObject({ code: "not_found" });
});

test("arrêté puis redémarré pendant un chapitre, le livre donne les mêmes passages, numérotés une fois", async () => {
  const { id } = await addDocument(notebook, "carnet.pdf");
  const held = Promise.withResolvers<void>();
  harness.reset(({ role }, nth) => (role === "chapter" && nth === 1 ? { after: held.promise } : {}));
  setEnv({ RESEARCH: "on" });
  const job = await order([id], { continuity: "sequential" });
  while (calls("chapter").length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
  await harness.stop();
  harness.stop = await startGeneration(await boss());
  held.resolve();
  await chaptersOf(job);
  const [first, again] = calls("chapter");
  expect(again?.prompt).toBe(first?.prompt);
  // A passage is no page: where the first look has read none, no chapter is researched.
  expect(calls("research")).toEqual([]);
  setEnv({ RESEARCH: "off" });
  expect((await getJobDetail(job)).sources.map(({ id, place }) => `${id} ${place}`)).toEqual([
    "S1 p.\u00a02",
    "S2 p.\u00a03",
  ]);
});

test("supprimé, un document reste à la rédaction qui l’a choisi, puis s’en va ; le livre garde ce qu’il cite", async () => {
  const { id } = await addDocument(notebook, "carnet.pdf");
  const job = await order([id], { review_outline: true });
  await waitForJob(job, "awaiting_approval");
  await deleteReference(id.toUpperCase());
  await expect(deleteReference(id)).rejects.toMatchObject({ code: "not_found" });
  expect((await listReferences({ limit: 100 })).items.map((one) => one.id)).not.toContain(id);
  await expect(order([id])).rejects.toMatchObject({ issues: [{ path: "documents" }] });
  const pruned = async () => {
    await db().reference.updateMany({ where: { hiddenAt: { not: null } }, data: { hiddenAt: new Date(0) } });
    await db().retention.deleteMany();
    await prune(referencePruners);
    return db().referencePassage.count({ where: { referenceId: id } });
  };
  expect(await pruned()).toBe(3);
  await approveOutline(job, {});
  expect((await chaptersOf(job))[0]).toContain("carnet\\.pdf");
  expect(await pruned()).toBe(0);
  expect((await getJobSource(job, "S1")).passage).toMatch(/^L[ae]/);
  const unused = await addDocument(notebook, "autre.pdf");
  await deleteReference(unused.id);
  expect(await db().reference.count({ where: { id: unused.id } })).toBe(0);
});

test("un document qui ne dit rien du plan est une réserve, et un roman reçoit les passages sans les citer", async () => {
  const other = await addDocument("Le tungstène fond à 3422 degrés.", "métaux.txt");
  const { id } = await addDocument(notebook, "carnet.pdf");
  const job = await order([id, other.id], { genre: "fiction", continuity: "parallel" });
  const texts = await chaptersOf(job);
  expect(callFor("1. Le levain")?.prompt).toContain("<documents>\ncarnet.pdf, p.\u00a02\nLes levures");
  expect(texts.join("")).not.toMatch(/carnet.{0,2}pdf|Sources/);
  expect((await getJobDetail(job)).warnings).toContainEqual({
    code: "documents",
    message: expect.stringContaining("«\u202fmétaux.txt\u202f»"),
  });
});

test("chaque document se cherche dans sa langue, le meilleur passage d’abord", async () => {
  const french = await addDocument(
    "# Notes\n\nLes boulangers pétrissaient la nuit.\n\n## Le sel\n\nOn salait peu les pains de campagne.",
    "notes.md",
  );
  const english = await addDocument(
    "The bakers of the old town were kneading their dough at night, and nobody slept above the ovens.",
    "town.txt",
  );
  const found = async (...texts: string[]) =>
    (await lookUp([french.id, english.id], texts)).map(({ name, place }) => `${name} ${place}`);
  expect(await found("un boulanger pétrit")).toEqual(["notes.md Notes"]);
  expect(await found("Le pain salé")).toEqual(["notes.md Notes › Le sel"]);
  expect(await found("a baker kneads")).toEqual(["town.txt null"]);
  expect(await found("'); DROP TABLE x; -- & | ! :* <->")).toEqual([]);
  expect(await lookUp([], ["pain"])).toEqual([]);
});

test("une page se lit par son adresse, et ce qui mène ailleurs qu’au public se refuse", async () => {
  const answer = await sendPage("/redirect");
  expect(answer.status).toBe(201);
  const { id, ...page } = await answer.json();
  expect(page).toMatchObject({ name: "Déplacée", type: "web", url: `${base}/moved`, passages: 1 });
  const [stored] = await db().referencePassage.findMany({ where: { referenceId: id } });
  expect(stored?.text).toContain("Elle est ici.");
  for (const path of ["elsewhere", "file", "bomb", "pdf", "huge", "loop", "empty"])
    expect(await failure(await sendPage(`/${path}`)), path).toMatchObject({ status: 422, issues: [{ path: "url" }] });
  const sent = (body: object) => send(JSON.stringify(body), { "Content-Type": "application/json" });
  for (const url of ["ftp://a.test/", "pain", "", "http://127.0.0.1:1/", "http://169.254.169.254/", "http://[::1]/"])
    expect(await failure(await sent({ url })), url).toMatchObject({ status: 422, issues: [{ path: "url" }] });
  expect((await sent({ url: base, file: "x" })).status).toBe(422);
});

test("un refus dit le champ, en français, et ne garde rien", async () => {
  const before = await db().reference.count();
  const refused = async (...sent: Parameters<typeof formOf>) => failure(await send(formOf(...sent)));
  expect(await refused("{\\rtf1", "a.rtf")).toMatchObject({
    status: 415,
    message: "Le fichier est un RTF\u202f: Sorami lit un PDF, un DOCX, un EPUB, un Markdown ou un texte.",
    issues: [{ path: "file" }],
  });
  expect(await refused("", "a.md")).toMatchObject({ status: 422, issues: [{ path: "file" }] });
  expect(await refused("A.", "a.md", { titre: "x" })).toMatchObject({ status: 422, issues: [{ path: "titre" }] });
  expect(await failure(await send("A.", { "Content-Type": "text/plain" }))).toMatchObject({ status: 415 });
  expect(await failure(await send("{", { "Content-Type": "application/json" }))).toMatchObject({ status: 400 });
  expect(await db().reference.count()).toBe(before);
  const id = "01a22f54-0000-7000-8000-000000000000";
  const eleven = Array.from({ length: 11 }, (_, at) => id.replace(/..$/, String(10 + at)));
  for (const documents of [["x"], [], [id, id], eleven])
    await expect(order(documents)).rejects.toMatchObject({ issues: [{ path: expect.arrayContaining(["documents"]) }] });
  await expect(order([id])).rejects.toMatchObject({ code: "invalid", message: expect.stringContaining(id) });
  await expect(order([id], { model: "demo" })).rejects.toMatchObject({ issues: [{ path: "documents" }] });
  expect(await db().job.count({ where: { options: { path: ["documents"], array_contains: [id] } } })).toBe(0);
});

test("en production la porte se demande avant le corps, et le reste d’un corps trop long n’est pas lu", async () => {
  const unread = new ReadableStream({ pull: () => new Promise(() => {}) });
  const type = { "Content-Type": "multipart/form-data; boundary=b" };
  expect((await send(unread, { ...type, "Content-Length": "30000000" })).status).toBe(413);
  setEnv({ ENVIRONMENT: "production", ADMIN_TOKEN: "jeton-d-administration", APP_SECRET: "x".repeat(32) });
  try {
    expect((await send(unread, type)).status).toBe(401);
    expect((await send(unread, { "Content-Type": "application/json" })).status).toBe(401);
    expect((await GET(new Request("http://localhost/api/documents"), {})).status).toBe(401);
  } finally {
    setEnv({ ENVIRONMENT: undefined, ADMIN_TOKEN: undefined, APP_SECRET: undefined });
    reloadEnv();
  }
  const list = await GET(new Request("http://localhost/api/documents?limit=1", { headers: { Host: "localhost" } }), {});
  expect(await list.json()).toMatchObject({
    items: [{ passages: expect.any(Number) }],
    next_cursor: expect.any(String),
  });
});
