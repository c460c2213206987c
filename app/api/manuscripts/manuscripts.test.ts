import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { JobCreated } from "#lib/contract/job.ts";
import { db } from "#lib/database/client.ts";
import { textOf } from "#lib/document/nodes.ts";
import { toTree } from "#lib/document/parse.ts";
import { wordsIn } from "#lib/document/words.ts";
import { getOutline } from "#lib/generation/jobs/approval.ts";
import { cancelJob } from "#lib/generation/jobs/cancel.ts";
import { getJobEdits } from "#lib/generation/jobs/edits.ts";
import { getJob, getJobChapter, getJobDetail, getResult, listJobs } from "#lib/generation/jobs/jobs.ts";
import { restoreEdit } from "#lib/generation/jobs/restore-edit.ts";
import { retryJob } from "#lib/generation/jobs/retry.ts";
import { readLongBooks } from "#testing/corpus/long-books.ts";
import { openDeliveryHarness, setEnv, waitForDelivery } from "#testing/harness/delivery.ts";
import { watchEventLoopBlocking } from "#testing/machine/event-loop.ts";
import { makeDocx, noteCall, type Paragraph, picture, run } from "#testing/manuscripts/docx.ts";
import { makeEpub } from "#testing/manuscripts/epub.ts";
import { tinyPng } from "#testing/manuscripts/pictures.ts";
import { formOf, uploadRequest } from "#testing/manuscripts/upload.ts";
import { type OwnShelf, startOwnShelf } from "#testing/servers/own-shelf.ts";
import { POST } from "./route.ts";

let shelf: OwnShelf;
let close: () => Promise<void>;
beforeAll(async () => {
  shelf = await startOwnShelf();
  setEnv({ WEBHOOK_URL: shelf.url, ENVIRONMENT: "development" });
  close = await openDeliveryHarness();
});
afterAll(async () => {
  await close();
  await shelf.close();
  setEnv({ WEBHOOK_URL: undefined, ENVIRONMENT: undefined });
});

const send = async (body: BodyInit, headers: Record<string, string> = {}) => POST(uploadRequest(body, headers), {});
type Sent = Parameters<typeof formOf>;
async function importFile(...sent: Sent): Promise<JobCreated> {
  const answer = await send(formOf(...sent));
  expect(answer.status, await answer.clone().text()).toBe(200);
  return answer.json();
}
const failure = async (answer: Response) => ({ status: answer.status, ...(await answer.json()) });

/** The book that its webhook brought. */
async function bookOf(jobId: string) {
  await waitForDelivery(jobId, ({ status }) => status === "delivered", 60_000);
  const book = await db().book.findFirstOrThrow({
    where: { jobId },
    include: { versions: { include: { chapters: { orderBy: { position: "asc" } } } } },
  });
  return book.versions[0]!;
}

const wordsOfText = async (markdown: string) => wordsIn(textOf(await toTree(markdown)));

test("un DOCX de 60 000 mots arrive à la bibliothèque par son webhook, mot à mot, sans retenir la boucle", async () => {
  const books = await readLongBooks();
  const prose = books.flatMap((book) => book.chapters).filter(({ text }) => !text.includes("```"));
  const chapters = [...prose, ...prose.slice(0, 4)];
  const body = chapters.flatMap(({ title, text }, at): Paragraph[] => [
    { style: "Titre1", runs: title },
    ...text
      .split(/\n\n+/)
      .slice(1)
      .map((runs, index) => ({ runs: index === 0 ? run(runs) + noteCall(at + 2) : runs })),
  ]);
  const footnotes = Object.fromEntries(chapters.map(({ title }, at) => [at + 2, `Note de ${title}.`]));
  const file = makeDocx([{ style: "Titre", runs: "Un long livre" }, ...body], { footnotes });
  const watch = watchEventLoopBlocking();
  const created = await importFile(file, "long.docx");
  const book = await bookOf(created.job_id);
  expect(watch.stop()).toBeLessThan(300);
  expect(book).toMatchObject({ title: "Un long livre", chapterCount: chapters.length });
  expect(book.wordCount).toBeGreaterThan(60_000);
  for (const [at, { title, text }] of chapters.entries()) {
    const { title: received = "", content = "" } = book.chapters[at] ?? {};
    expect(received).toBe(title);
    const source = [title, ...text.split(/\n\n+/).slice(1), `Note de ${title}.`].join("\n");
    expect(await wordsOfText(content)).toEqual(wordsIn(source));
  }
}, 180_000);

test("la réponse est celle d’une commande, et la rédaction est terminée sans modèle", async () => {
  const created = await importFile(
    makeDocx(
      [
        { style: "Titre", runs: "Le sel" },
        { runs: picture("Mer") },
        { runs: "Pour toi." },
        { style: "Titre1", runs: "Un" },
        { runs: "A." },
        { style: "Titre1", runs: "Deux" },
      ],
      { picture: tinyPng },
    ),
    "le sel.docx",
    { topic: "Les marais", goal: "Les aimer", language: "fr" },
  );
  expect(created).toEqual({
    job_id: expect.any(String),
    status: "completed",
    message: "Manuscrit importé",
    created_at: expect.any(String),
  });
  const { job_id } = created;
  expect(await getJob(job_id)).toMatchObject({
    status: "completed",
    progress: 100,
    title: "Le sel",
    chapters_completed: 3,
    total_chapters: 3,
    warnings: [],
  });
  const detail = await getJobDetail(job_id);
  expect(detail).toMatchObject({
    topic: "Les marais",
    goal: "Les aimer",
    demo: false,
    manuscript: { name: "le sel.docx", type: "docx", pictures: 1, pictures_left_out: 0 },
  });
  expect(detail.chapters.map(({ title, state }) => `${title} ${state}`)).toEqual([
    "Avant-propos done",
    "Un done",
    "Deux done",
  ]);
  expect(detail).not.toHaveProperty("usage");
  expect(await getJobChapter(job_id, "1")).toMatchObject({
    title: "Avant-propos",
    content: "# Avant-propos\n\n![Mer](images/image-1.png)\n\nPour toi.",
    word_count: 3,
  });
  expect(await getResult(job_id)).toMatchObject({ book: { book_title: "Le sel", word_count: 6, chapter_count: 3 } });
  expect((await listJobs({ limit: 20 })).items.map((job) => job.job_id)).toContain(job_id);
  expect(await getOutline(job_id)).toMatchObject({
    title: "Le sel",
    chapters: [{ title: "Avant-propos" }, { title: "Un" }, { title: "Deux" }],
  });
  expect(await getJobEdits(job_id)).toEqual({ items: [] });
  await expect(retryJob(job_id)).rejects.toMatchObject({ code: "conflict" });
  await expect(cancelJob(job_id)).rejects.toMatchObject({ code: "conflict" });
  await expect(restoreEdit(job_id, "1-chapter-1", true)).rejects.toMatchObject({ code: "not_found" });
  const [kept] = await db().jobPicture.findMany({ where: { jobId: job_id } });
  expect(kept).toMatchObject({ name: "image-1.png", type: "image/png" });
  expect(Buffer.from(kept!.bytes)).toEqual(tinyPng);
});

test("titre et langue sont ceux du fichier, du texte, du nom, ou du formulaire qui l’emporte", async () => {
  const titleAndLanguage = async (...sent: Sent) => {
    const { title, options } = await getJobDetail((await importFile(...sent)).job_id);
    return `${title} (${options.language})`;
  };
  const english = "It was a bright cold day in April, and the clocks were striking thirteen. Nobody knew why they did.";
  expect(await titleAndLanguage("A b c.", "mon_récit.v2.md")).toBe("mon récit.v2 (fr)");
  expect(await titleAndLanguage(`# Clocks\n\n${english}`, "a.md")).toBe("Clocks (en)");
  expect(await titleAndLanguage(`# Clocks\n\n${english}`, "a.md", { title: "Sel", language: "de" })).toBe("Sel (de)");
  expect(
    await titleAndLanguage(
      makeEpub([{ path: "1.xhtml", body: "<h1>Uno</h1><p>A</p>" }], { title: "La sal", language: "es-MX" }),
      "x",
    ),
  ).toBe("La sal (es)");
});

test("un texte sans titre en reçoit un, qui se lit tel quel, et rien de ce qu’il dit ne change", async () => {
  const { job_id } = await importFile("Un mot.\n\nUn autre.", "1. l’*été*.md");
  expect(await getJobChapter(job_id, "1")).toMatchObject({
    title: "1. l’*été*",
    content: "# 1. l’\\*été\\*\n\nUn mot.\n\nUn autre.",
    word_count: 7,
  });
});

test("la même clé rend la première réponse, deux fois à la fois aussi, et un autre fichier la refuse", async () => {
  const headers = { "Idempotency-Key": "cle-1" };
  const form = () => formOf("# Une fois\n\nA.", "a.md");
  const answers = await Promise.all([send(form(), headers), send(form(), headers)]);
  const again = await send(form(), headers);
  const bodies = await Promise.all([...answers, again].map((answer) => answer.json()));
  expect(new Set(bodies.map((body) => JSON.stringify(body))).size).toBe(1);
  expect(await db().job.count({ where: { title: "Une fois" } })).toBe(1);
  expect(await db().event.count({ where: { jobId: bodies[0].job_id } })).toBe(1);
  expect(await failure(await send(formOf("# Autre\n\nA.", "a.md"), headers))).toMatchObject({
    status: 422,
    issues: [{ path: "Idempotency-Key" }],
  });
  expect((await bookOf(bodies[0].job_id)).title).toBe("Une fois");
});

test("deux manuscrits à la fois font deux livres", async () => {
  const [one, two] = await Promise.all([
    importFile("# Un seul\n\nA.", "a.md"),
    importFile("# Un second\n\nB.", "b.md"),
  ]);
  expect([(await bookOf(one.job_id)).title, (await bookOf(two.job_id)).title]).toEqual(["Un seul", "Un second"]);
});

test("un refus dit le champ, en français, et n’inscrit rien", async () => {
  const before = await db().job.count();
  expect(await failure(await send(formOf("%PDF-1.7", "a.pdf")))).toMatchObject({
    status: 415,
    error: "unsupported_media_type",
    issues: [{ path: "file" }],
  });
  expect(await failure(await send(formOf("", "a.md")))).toMatchObject({
    status: 422,
    error: "invalid",
    issues: [{ path: "file" }],
  });
  expect(await failure(await send(formOf("A.", "a.md", { language: "xx" })))).toMatchObject({
    status: 422,
    issues: [{ path: "language" }],
  });
  expect(await failure(await send(formOf("A.", "a.md", { titre: "x" })))).toMatchObject({ status: 422 });
  expect(await failure(await send("{}", { "Content-Type": "application/json" }))).toMatchObject({ status: 415 });
  expect(await failure(await send("--b--", { "Content-Type": "multipart/form-data; boundary=b" }))).toMatchObject({
    status: 422,
    issues: [{ path: "file" }],
  });
  expect(await db().job.count()).toBe(before);
});

test("au-delà de 20 Mio, la réponse vient sans que le reste soit lu", async () => {
  let pulled = 0;
  const endless = new ReadableStream({
    pull(controller) {
      pulled += 1;
      controller.enqueue(new Uint8Array(1024 * 1024));
    },
  });
  const type = { "Content-Type": "multipart/form-data; boundary=b" };
  const answer = await send(endless, type);
  expect(await failure(answer.clone())).toMatchObject({ status: 413, issues: [{ path: "file" }] });
  expect(answer.headers.get("connection")).toBe("close");
  expect(pulled).toBeLessThan(30);
  const declared = await send(new ReadableStream({ pull: () => new Promise(() => {}) }), {
    ...type,
    "Content-Length": "30000000",
  });
  expect(declared.status).toBe(413);
});

test("en production, la porte se demande avant le corps", async () => {
  setEnv({ ENVIRONMENT: "production", ADMIN_TOKEN: "jeton-d-administration", APP_SECRET: "x".repeat(32) });
  const unread = new ReadableStream({ pull: () => new Promise(() => {}) });
  const type = { "Content-Type": "multipart/form-data; boundary=b" };
  expect((await send(unread, type)).status).toBe(401);
  expect((await send(unread, { ...type, Authorization: "Bearer faux" })).status).toBe(401);
  expect((await send(formOf("%PDF-1.7", "a"), { Authorization: "Bearer jeton-d-administration" })).status).toBe(415);
  setEnv({ ENVIRONMENT: "development", ADMIN_TOKEN: undefined, APP_SECRET: undefined });
  expect((await send(unread, { ...type, "Sec-Fetch-Site": "cross-site" })).status).toBe(403);
});

test("un manuscrit de 9 Mio et ses images s’inscrivent sans retenir la boucle", async () => {
  const text = Array.from({ length: 9 }, (_, at) => `<h1>Un ${at}</h1>${"<p>mot mot mot mot.</p>".repeat(30_000)}`);
  const pages = text.map((body, at) => ({ path: `${at}.xhtml`, body: `${body}<img alt="a" src="${at}.png"/>` }));
  const more = Object.fromEntries(
    pages.map((_, at) => [`OEBPS/${at}.png`, Buffer.concat([tinyPng, randomBytes(1024 * 1024)])]),
  );
  const file = makeEpub(pages, { title: "Long", more });
  // A client of its own encodes the form.
  const request = uploadRequest(formOf(file, "long.epub"));
  const body = await request.arrayBuffer();
  const type = { "Content-Type": request.headers.get("content-type") ?? "" };
  const watch = watchEventLoopBlocking();
  const answer = await send(body, type);
  expect(watch.stop()).toBeLessThan(300);
  const { job_id } = await answer.json();
  expect((await getJobDetail(job_id)).manuscript).toMatchObject({ pictures: 9, pictures_left_out: 0 });
  expect((await bookOf(job_id)).chapterCount).toBe(9);
}, 120_000);
