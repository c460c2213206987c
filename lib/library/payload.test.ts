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

const chapter = { title: "Un", content: "# Un" };
const tooLarge: [string, unknown, string][] = [
  ["job_id", payload({ job_id: "x".repeat(2001) }), "job_id"],
  ["un titre", payload({}, { book_title: "x".repeat(2001) }), "book_data.book_title"],
  ["un sujet", payload({}, { topic: "x".repeat(9 * mebibyte) }), "book_data.topic"],
  ["un but", payload({}, { goal: "x".repeat(20_001) }), "book_data.goal"],
  ["un environnement", { ...payload(), environment: "x".repeat(2001) }, "environment"],
  ["trop de chapitres", payload({}, { chapters: Array(2001).fill(chapter) }), "book_data.chapters"],
  [
    "280 000 chapitres vides",
    payload({}, { chapters: Array(280_000).fill({ title: "", content: "" }) }),
    "book_data.chapters",
  ],
  [
    "trop d’entrées au plan",
    payload({}, { outline: Array(2001).fill({ title: "", description: "" }) }),
    "book_data.outline",
  ],
  [
    "le titre d’un chapitre",
    payload({}, { chapters: [{ ...chapter, title: "x".repeat(2001) }] }),
    "book_data.chapters.0.title",
  ],
  [
    "un chapitre en ASCII",
    payload({}, { chapters: [chapter, { ...chapter, content: "x".repeat(2 * mebibyte + 1) }] }),
    "book_data.chapters.1.content",
  ],
  [
    "un chapitre en trois octets",
    payload({}, { chapters: [{ ...chapter, content: "€".repeat(700_000) }] }),
    "book_data.chapters.0.content",
  ],
  [
    "une description",
    payload({}, { outline: [{ title: "", description: "x".repeat(20_001) }] }),
    "book_data.outline.0.description",
  ],
  [
    "la raison d’un échec",
    { job_id: "j", status: "failed", timestamp: "2025-10-20T14:30:00Z", error: "x".repeat(20_001) },
    "error",
  ],
];

for (const [name, value, path] of tooLarge)
  test(`plus grand qu’un livre ne peut être, ${name} : 422 avec le seul champ`, async () => {
    const response = await receive(webhookRequest(JSON.stringify(value)));
    const answer = await response.text();
    expect(response.status).toBe(422);
    expect(JSON.parse(answer).issues).toEqual([{ path, message: expect.stringMatching(/attend .* au plus|2 Mio/) }]);
    expect(answer.length).toBeLessThan(1000);
    expect(await counts()).toEqual({ events: 0, books: 0 });
  });

const lenient: [string, unknown][] = [
  ["des champs inconnus", { ...payload(), plus: "\ud800", book_data: { ...book, isbn: 1 } }],
  ["une clé __proto__", JSON.parse('{"__proto__":{"job_id":"x"}}', () => payload())],
  ["un environnement absent", { ...payload(), environment: undefined }],
  ["un job_id de 2 000 signes", payload({ job_id: "é".repeat(2000) })],
  ["un but de 20 000 signes", payload({}, { goal: "é".repeat(20_000) })],
  ["2 000 chapitres", payload({}, { chapters: Array(2000).fill({ title: "a".repeat(2000), content: "" }) })],
  ["un chapitre de 2 Mio", payload({}, { chapters: [{ title: "", content: "é".repeat(mebibyte) }] })],
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

test("un livre de 10 Mio en 2 000 chapitres est gardé", async () => {
  const chapters = Array.from({ length: 2000 }, (_, index) => ({ title: `${index}`, content: "x".repeat(5000) }));
  const response = await receive(webhookRequest(payload({}, { chapters })));
  expect(response.status).toBe(200);
  expect(await db().bookChapter.count()).toBe(2000);
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
