import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { openTestDatabase } from "#testing/database/open.ts";
import { payload, webhookRequest } from "#testing/harness/webhook-request.ts";
import { db } from "../database/client.ts";
import { receive } from "./receive.ts";

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openTestDatabase();
});
afterAll(() => close());
afterEach(() => db().$executeRaw`TRUNCATE "InboxEntry", "Book" CASCADE`);

const counts = async () => ({ events: await db().inboxEntry.count(), books: await db().book.count() });
const mebibyte = 1024 * 1024;

const book = payload().book_data;
const invalid: [string, unknown, string][] = [
  ["un tableau", [], ""],
  ["null", null, ""],
  ["un texte", "abc", ""],
  ["un job_id vide", payload({ job_id: "" }), "job_id"],
  ["un job_id numérique", { ...payload(), job_id: 3 }, "job_id"],
  ["un statut inconnu", { ...payload(), status: "done" }, "status"],
  ["une date fausse", payload({ timestamp: "hier" }), "timestamp"],
  ["un livre absent", { ...payload(), book_data: undefined }, "book_data"],
  [
    "un chapitre sans texte",
    { ...payload(), book_data: { ...book, chapters: [{ title: "x" }] } },
    "book_data.chapters.0.content",
  ],
  ["un compte négatif", payload({}, { word_count: -1 }), "book_data.word_count"],
  ["un compte trop grand", payload({}, { word_count: 3e9 }), "book_data.word_count"],
  ["un NUL", payload({}, { goal: "a\0b" }), "book_data.goal"],
  ["un demi-caractère", payload({}, { outline: [{ title: "\ud800", description: "" }] }), "book_data.outline.0.title"],
  ["un demi-caractère dans job_id", payload({ job_id: "\udfff" }), "job_id"],
  [
    "une raison qui n’est pas un texte",
    { job_id: "j", status: "failed", timestamp: "2025-10-20T14:30:00Z", error: 3 },
    "error",
  ],
];

for (const [name, value, path] of invalid)
  test(`${name} : 422 avec le champ`, async () => {
    const response = await receive(webhookRequest(JSON.stringify(value)));
    expect(response.status).toBe(422);
    const { issues } = await response.json();
    expect(issues[0]).toEqual({ path, message: expect.any(String) });
    expect(await counts()).toEqual({ events: 0, books: 0 });
  });

const lenient: [string, unknown][] = [
  ["des champs inconnus", { ...payload(), plus: "\ud800", book_data: { ...book, isbn: 1 } }],
  ["une clé __proto__", JSON.parse('{"__proto__":{"job_id":"x"}}', () => payload())],
  ["un environnement absent", { ...payload(), environment: undefined }],
  ["un job_id de 20 000 signes", payload({ job_id: "é".repeat(20_000) })],
  ["un livre sans chapitre", payload({}, { chapters: [], outline: [], book_title: "" })],
  ["une date à microsecondes et fuseau", payload({ timestamp: "2025-10-20T14:30:00.123456+02:00" })],
];

for (const [name, value] of lenient)
  test(`${name} : accepté`, async () => {
    expect((await receive(webhookRequest(JSON.stringify(value)))).status).toBe(200);
    expect(await counts()).toEqual({ events: 1, books: 1 });
  });

const streamed = (bytes: number) => {
  let left = bytes;
  return new ReadableStream({
    pull(controller) {
      if (left <= 0) return controller.close();
      controller.enqueue(new Uint8Array(Math.min(left, 65_536)).fill(32));
      left -= 65_536;
    },
  });
};

const unreadable: [string, () => Request, number][] = [
  ["du JSON cassé", () => webhookRequest('{"a":'), 400],
  ["un corps vide", () => webhookRequest(""), 400],
  ["de l’UTF-8 cassé", () => webhookRequest(new Uint8Array([0x22, 0xff, 0x22])), 400],
  ["des crochets par millions", () => webhookRequest("[".repeat(5_000_000)), 400],
  ["un autre type", () => webhookRequest("{}", { "Content-Type": "text/plain" }), 415],
  ["un type voisin", () => webhookRequest("{}", { "Content-Type": "application/jsonp" }), 415],
  ["un corps comprimé", () => webhookRequest("{}", { "Content-Encoding": "gzip" }), 415],
  ["11 Mio d’un flux", () => webhookRequest(streamed(11 * mebibyte)), 413],
  ["11 Mio annoncés", () => webhookRequest("{}", { "Content-Length": String(11 * mebibyte) }), 413],
];

for (const [name, request, status] of unreadable)
  test(`${name} : ${status}`, async () => {
    const response = await receive(request());
    expect(response.status).toBe(status);
    expect(await response.json()).toEqual({ error: expect.any(String), message: expect.any(String) });
    expect(await counts()).toEqual({ events: 0, books: 0 });
  });

test("des millions d’éléments faux ne coûtent que quelques lignes", async () => {
  const response = await receive(
    webhookRequest(
      `{"job_id":"j","status":"completed","timestamp":"2025-10-20T14:30:00Z","book_data":{"outline":[${"1,".repeat(4_000_000)}1]}}`,
    ),
  );
  expect(response.status).toBe(422);
  expect((await response.json()).issues.length).toBeLessThan(30);
});

test("un livre de 10 Mio en très nombreux chapitres est gardé", async () => {
  const chapters = Array.from({ length: 100_000 }, (_, index) => ({ title: `${index}`, content: "x".repeat(60) }));
  const response = await receive(webhookRequest(payload({}, { chapters })));
  expect(response.status).toBe(200);
  expect(await db().bookChapter.count()).toBe(100_000);
});

test("un échec et un essai sont gardés sans livre", async () => {
  const failed = { job_id: "j", status: "failed", timestamp: "2025-10-20T14:30:00Z", error: "Le modèle a refusé" };
  const reply = { success: true, message: "Webhook reçu et traité avec succès" };
  const answer = async (value: object) => (await receive(webhookRequest(value))).json();
  for (const error of ["Le modèle a refusé", undefined, "", null])
    expect(await answer({ ...failed, job_id: `j-${error}`, error })).toEqual({ ...reply, job_id: `j-${error}` });
  // A reason that is absent, empty or null is the same event.
  for (const error of ["", null, undefined])
    expect(await answer({ ...failed, job_id: "j-null", error, timestamp: "2025-10-21T09:00:00" })).toMatchObject({
      duplicate: true,
    });
  for (const job_id of ["test-1", "test-"])
    expect(await answer(payload({ job_id }))).toEqual({ ...reply, job_id, book_created: false });
  expect(await answer(payload({ job_id: "test-1" }))).toMatchObject({ book_created: false, duplicate: true });
  expect(await counts()).toEqual({ events: 6, books: 0 });
});
