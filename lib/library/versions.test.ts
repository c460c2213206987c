import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { openTestDatabase } from "#testing/database/open.ts";
import { payload, webhookRequest } from "#testing/harness/webhook-request.ts";
import type { WebhookPayload } from "../contract/wire.ts";
import { db } from "../database/client.ts";
import { getBook, listBookCards, listBooks } from "./books.ts";
import { getBookChapter, getBookContents } from "./contents.ts";
import { getInboxEntry, listInbox, runInboxEntry } from "./inbox.ts";
import { receive } from "./receive.ts";
import { listVersions, readVersion } from "./versions.ts";

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openTestDatabase();
});
afterAll(() => close());
afterEach(() => db().$executeRaw`TRUNCATE "InboxEntry", "Book" CASCADE`);

type Book = Extract<WebhookPayload, { status: "completed" }>["book_data"];
type Sent = { at?: string; id?: string; job?: string; book?: Partial<Book> };

/** Sends a text, the first day unless told otherwise. */
async function send(text: string, { at = "2025-10-01T10:00:00", id, job = "job", book = {} }: Sent = {}) {
  const chapters = [{ title: "Un", content: `# Un\n\n${text}` }];
  const body = payload({ job_id: job, timestamp: at }, { book_title: text, chapters, ...book });
  const response = await receive(webhookRequest(body, id === undefined ? {} : { "webhook-id": id }));
  return { status: response.status, answer: await response.json() };
}

/** The titles of a book's versions, newest first, with the one that is shown. */
async function shelf(job = "job") {
  const { items } = await listBookCards({ limit: 20, job_id: job });
  const [card] = items;
  if (!card) return { books: 0 };
  const versions = (await listVersions(card.id)).items;
  const titles = await Promise.all(versions.map(async ({ version }) => (await getBook(card.id, version)).book_title));
  expect(versions.map(({ version }) => version)).toEqual(versions.map((_one, index) => versions.length - index));
  expect(await getBook(card.id)).toMatchObject({ book_title: titles[0], version: versions.length });
  expect(card).toMatchObject({ title: titles[0], version: versions.length });
  return { books: items.length, titles };
}

test("un autre texte est la version suivante du même livre", async () => {
  const first = (await send("A", { id: "1" })).answer;
  const second = (await send("B", { id: "2", at: "2025-10-02T10:00:00Z" })).answer;
  expect(first).not.toHaveProperty("version");
  expect(second).toMatchObject({ success: true, book_id: first.book_id, version: 2 });
  expect(second).not.toHaveProperty("duplicate");
  expect(await shelf()).toEqual({ books: 1, titles: ["B", "A"] });
  const { items } = await listVersions(first.book_id);
  expect(items).toEqual([
    { version: 2, created_at: "2025-10-02T10:00:00.000Z", by: "webhook" },
    { version: 1, created_at: "2025-10-01T10:00:00.000Z", by: "webhook" },
  ]);
  expect((await listBooks({ limit: 20 })).items).toMatchObject([{ book_title: "B", version: 2 }]);
  expect((await listInbox({ limit: 20 })).items).toMatchObject([
    { title: "B", book_id: first.book_id, version: 2 },
    { title: "A", book_id: first.book_id, version: 1 },
  ]);
});

const days = (order: number[]) =>
  order.map((day) => [`jour ${day}`, `2025-10-${String(day).padStart(2, "0")}T10:00:00Z`] as const);

test.each([[[1, 2, 3]], [[3, 2, 1]], [[2, 3, 1]], [[3, 1, 2]], [[2, 1, 3]], [[1, 3, 2]]])(
  "arrivées dans l’ordre %j, les versions sont dans celui de leurs dates",
  async (order) => {
    for (const [text, at] of days(order)) await send(text, { at, id: text.replace(" ", "-") });
    expect(await shelf()).toEqual({ books: 1, titles: ["jour 3", "jour 2", "jour 1"] });
  },
);

test("la date se lit comme ailleurs : fuseau, fraction, et de deux dates égales la dernière reçue l’emporte", async () => {
  await send("midi à Paris", { at: "2025-10-01T12:00:00+02:00" });
  await send("dix heures et une milliseconde", { at: "2025-10-01T10:00:00.001" });
  await send("neuf heures à Londres", { at: "2025-10-01T09:59:59,5Z" });
  await send("dix heures encore", { at: "2025-10-01T10:00:00Z" });
  await send("an un", { at: "0000-01-01T00:00:00" });
  await send("fin des temps", { at: "9999-12-31T23:59:59-14:00" });
  expect((await shelf()).titles).toEqual([
    "fin des temps",
    "dix heures et une milliseconde",
    "dix heures encore",
    "midi à Paris",
    "neuf heures à Londres",
    "an un",
  ]);
});

test.each([
  ["sous un autre webhook-id", { id: "2" }, {}],
  ["sans webhook-id", {}, {}],
  ["sous un autre webhook-id, plus tard", { id: "2", at: "2025-12-01T00:00:00Z" }, {}],
  ["sous un autre webhook-id, plus tôt", { id: "2", at: "2024-12-01T00:00:00Z" }, {}],
  ["généré à une autre heure, compté autrement", { id: "2" }, { generated_at: "2026-01-01T00:00:00", word_count: 3 }],
])("le même texte %s est un doublon", async (_name, how, book) => {
  const first = (await send("A", { id: "1" })).answer;
  const again = await send("A", { ...how, book });
  expect(again).toMatchObject({ status: 200, answer: { book_id: first.book_id, duplicate: true, idempotent: true } });
  expect(again.answer.message).toBe(first.message);
  expect(await shelf()).toEqual({ books: 1, titles: ["A"] });
  expect((await listInbox({ limit: 20 })).items).toMatchObject([{ webhook_id: "1", duplicates: 1 }]);
});

test.each([
  ["son titre", { book_title: "autre" }],
  ["son sujet", { topic: "autre" }],
  ["son objectif", { goal: "autre" }],
  ["son plan", { outline: [] }],
  [
    "un chapitre de plus",
    {
      chapters: [
        { title: "Un", content: "# Un\n\nA" },
        { title: "Deux", content: "" },
      ],
    },
  ],
  ["une espace de plus", { chapters: [{ title: "Un", content: "# Un\n\nA " }] }],
])("un livre dont change %s est une version", async (_name, book) => {
  await send("A", { id: "1" });
  expect((await send("A", { id: "2", book })).answer).toMatchObject({ version: 2 });
});

test("un texte ancien qui revient plus tard est une version ; rejoué à sa date, un doublon", async () => {
  await send("A", { id: "1", at: "2025-10-01T10:00:00Z" });
  await send("B", { id: "2", at: "2025-10-02T10:00:00Z" });
  expect((await send("A", { id: "3", at: "2025-10-01T10:00:00Z" })).answer).toMatchObject({ duplicate: true });
  expect((await send("A", { id: "4", at: "2025-10-01T12:00:00Z" })).answer).toMatchObject({ duplicate: true });
  expect((await shelf()).titles).toEqual(["B", "A"]);
  expect((await send("A", { id: "5", at: "2025-10-03T10:00:00Z" })).answer).toMatchObject({ version: 3 });
  expect((await shelf()).titles).toEqual(["A", "B", "A"]);
});

test("un webhook-id connu par un doublon n’accepte pas d’autre corps", async () => {
  const first = (await send("A", { id: "1" })).answer;
  await send("A", { id: "2", at: "2025-10-02T10:00:00Z" });
  expect((await send("A", { id: "2", at: "2025-10-02T10:00:00Z" })).answer).toMatchObject({
    book_id: first.book_id,
    duplicate: true,
  });
  expect((await send("B", { id: "2" })).status).toBe(409);
  expect((await send("B", { id: "1" })).status).toBe(409);
  expect(await shelf()).toEqual({ books: 1, titles: ["A"] });
  expect((await listInbox({ limit: 20 })).items).toMatchObject([{ duplicates: 2 }]);
});

test("sans webhook-id, le même livre à une autre date est le même événement", async () => {
  await send("A");
  const again = await send("A", { at: "2025-10-05T10:00:00", book: { generated_at: "2025-10-05T09:59:00" } });
  expect(again.answer).toMatchObject({ duplicate: true });
  expect(await shelf()).toEqual({ books: 1, titles: ["A"] });
});

test("beaucoup à la fois : un texte sous vingt identifiants est un livre, vingt textes sont vingt versions", async () => {
  const same = await Promise.all(Array.from({ length: 20 }, (_, n) => send("A", { id: `a-${n}`, job: "pareil" })));
  expect(same.filter(({ answer }) => answer.duplicate)).toHaveLength(19);
  expect(await shelf("pareil")).toEqual({ books: 1, titles: ["A"] });
  const at = (n: number) => `2025-10-01T10:00:${String((n * 7) % 20).padStart(2, "0")}Z`;
  const texts = Array.from({ length: 20 }, (_, n) => ({ text: `texte ${(n * 7) % 20}`, at: at(n), id: `b-${n}` }));
  const sent = await Promise.all(texts.map(({ text, ...how }) => send(text, { ...how, job: "divers" })));
  expect(sent.map(({ status }) => status)).toEqual(Array(20).fill(200));
  expect((await shelf("divers")).titles).toEqual(Array.from({ length: 20 }, (_, n) => `texte ${19 - n}`));
});

test("chaque version se lit, avec ses chapitres ; une version inconnue est introuvable", async () => {
  const { book_id: id } = (await send("A", { id: "1" })).answer;
  await send("B", { id: "2", at: "2025-10-02T10:00:00Z" });
  expect(await getBookContents(id)).toMatchObject({ book_title: "B", version: 2, latest_version: 2 });
  expect(await getBookContents(id, 1)).toMatchObject({ book_title: "A", version: 1, latest_version: 2 });
  expect((await getBookChapter(id, "1")).content).toContain("B");
  expect((await getBookChapter(id, "1", 1)).html).toBe("<p>A</p>");
  const unknown = [
    () => getBook(id, 3),
    () => getBookContents(id, 3),
    () => getBookChapter(id, "1", 3),
    () => listVersions("x"),
    () => listVersions("0198b3a4-0000-7000-8000-000000000000"),
  ];
  for (const read of unknown) await expect(read()).rejects.toMatchObject({ code: "not_found" });
  const versionIn = (query: string) => readVersion(new Request(`http://localhost/api/books/x${query}`));
  expect([versionIn(""), versionIn("?version=2")]).toEqual([undefined, 2]);
  for (const query of ["?version=0", "?version=-1", "?version=1.5", "?version=deux", "?version=9999999999"])
    expect(() => versionIn(query), query).toThrow(/version/);
});

test("des job_id voisins sont des livres distincts, même très longs", async () => {
  const long = "é".repeat(1999);
  for (const job of ["job", "Job", "job ", "jоb", long, `${long}x`]) await send("A", { job });
  expect(await db().book.count()).toBe(6);
  await send("B", { job: long });
  expect((await shelf(long)).titles).toEqual(["B", "A"]);
});

test("un échec et un essai ne touchent pas au livre du même travail", async () => {
  await send("A");
  const failed = { job_id: "job", status: "failed", timestamp: "2025-11-01T10:00:00", error: "panne" };
  await receive(webhookRequest(failed));
  expect(await shelf()).toEqual({ books: 1, titles: ["A"] });
});

test("un événement refait après une erreur prend sa place parmi les versions, ou se révèle un doublon", async () => {
  await db().$executeRaw`ALTER TABLE "BookVersion" ADD CONSTRAINT refus CHECK (title <> 'A')`;
  await send("A", { id: "1", at: "2025-10-01T10:00:00Z" });
  await send("A", { id: "2", at: "2025-10-01T11:00:00Z" });
  await db().$executeRaw`ALTER TABLE "BookVersion" DROP CONSTRAINT refus`;
  await send("B", { id: "3", at: "2025-10-02T10:00:00Z" });
  const entries = (await listInbox({ limit: 20, outcome: "error" })).items;
  expect(entries).toHaveLength(2);
  for (const { id } of entries) await runInboxEntry(id);
  expect(await shelf()).toEqual({ books: 1, titles: ["B", "A"] });
  const [kept] = (await listInbox({ limit: 20 })).items.filter(({ title }) => title === "A");
  expect(kept).toMatchObject({ duplicates: 1, error: null });
  for (const { id } of entries) expect((await getInboxEntry(id)).processed_at).not.toBeNull();
});
