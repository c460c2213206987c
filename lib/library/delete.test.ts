import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { openTestDatabase } from "#testing/database/open.ts";
import { payload, webhookRequest } from "#testing/harness/webhook-request.ts";
import { db } from "../database/client.ts";
import { prune } from "../retention.ts";
import { getBook, jobOfBook, listBookCards, listBooks } from "./books.ts";
import { getBookChapter, getBookContents } from "./contents.ts";
import { deleteBook, restoreBook } from "./delete.ts";
import { libraryPruners } from "./prune.ts";
import { receive } from "./receive.ts";
import { listVersions } from "./versions.ts";

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openTestDatabase();
});
afterAll(() => close());
afterEach(() => db().$executeRaw`TRUNCATE "InboxEntry", "Book", "Retention" CASCADE`);

async function send(text: string, day: number) {
  const chapters = [{ title: "Un", content: `# Un\n\n${text}` }];
  const body = payload({ job_id: "job", timestamp: `2026-10-0${day}T10:00:00Z` }, { book_title: text, chapters });
  const response = await receive(webhookRequest(body, { "webhook-id": `${text}-${day}` }));
  expect(response.status).toBe(200);
  return response.json();
}

const inboxBodies = () => db().inboxEntry.count({ where: { body: { not: null } } });
const shelf = async (deleted?: boolean) =>
  (await listBooks({ limit: 20, deleted })).items.map(({ book_title, version }) => `${book_title} ${version}`);

test("un livre supprimé n’est plus nulle part qu’en sa liste, et revient entier", async () => {
  const { book_id: id } = await send("A", 1);
  await deleteBook(id);
  const readings = [
    () => getBook(id),
    () => getBookContents(id),
    () => getBookChapter(id, "1"),
    () => listVersions(id),
    () => jobOfBook(id),
    () => deleteBook(id),
  ];
  for (const read of readings) await expect(read()).rejects.toThrow(/^(?:Livre|Chapitre)\u202f: introuvable\.$/);
  expect(await shelf()).toEqual([]);
  expect((await listBookCards({ limit: 20, job_id: "job" })).items).toEqual([]);
  expect((await listBooks({ limit: 20, deleted: true })).items).toMatchObject([
    { id, book_title: "A", deleted_at: expect.stringMatching(/^\d{4}-/) },
  ]);
  expect(await restoreBook(id)).toMatchObject({ id, book_title: "A", version: 1 });
  expect(await shelf()).toEqual(["A 1"]);
  expect(await shelf(true)).toEqual([]);
  await expect(restoreBook(id)).rejects.toThrow("Livre supprimé\u202f: introuvable.");
});

test("ce qui arrive pour un livre supprimé est un doublon, et devient une version quand il revient", async () => {
  const { book_id: id } = await send("A", 1);
  await deleteBook(id);
  expect(await send("B", 2)).toMatchObject({ success: true, duplicate: true, idempotent: true, book_id: id });
  expect(await send("A", 3)).toMatchObject({ duplicate: true });
  expect(await send("B", 2)).toMatchObject({ duplicate: true });
  expect(await shelf()).toEqual([]);
  expect(await db().book.count()).toBe(1);
  await restoreBook(id);
  expect((await listVersions(id)).items).toHaveLength(3);
  expect(await getBook(id)).toMatchObject({ book_title: "A", version: 3 });
  expect((await send("B", 4)).version).toBe(4);
});

test("supprimé deux fois à la fois, il l’est une fois ; restauré deux fois à la fois, ce qui attendait n’est rangé qu’une", async () => {
  const { book_id: id } = await send("A", 1);
  const deletions = await Promise.allSettled([deleteBook(id), deleteBook(id)]);
  expect(deletions.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  await send("B", 2);
  await Promise.allSettled([restoreBook(id), restoreBook(id)]);
  expect((await listVersions(id)).items).toHaveLength(2);
});

test("trente jours après, le texte n’est plus là, et un événement tardif ne le ramène pas", async () => {
  const { book_id: old } = await send("A", 1);
  await deleteBook(old);
  const ago = (days: number) => new Date(Date.now() - days * 86_400_000);
  await db().book.update({ where: { id: old }, data: { deletedAt: ago(29.9) } });
  await prune(libraryPruners);
  expect(await shelf(true)).toEqual(["A 1"]);
  await db().retention.deleteMany();
  await db().book.update({ where: { id: old }, data: { deletedAt: ago(30.1) } });
  await prune(libraryPruners);
  expect(await shelf(true)).toEqual([]);
  expect(await db().bookChapter.count()).toBe(0);
  expect(await inboxBodies()).toBe(1);
  await expect(restoreBook(old)).rejects.toThrow("Livre supprimé\u202f: introuvable.");
  expect(await send("B", 2)).toMatchObject({ duplicate: true });
  expect(await shelf()).toEqual([]);
});
