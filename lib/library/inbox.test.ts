import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { openTestDatabase } from "#testing/database/open.ts";
import { payload, webhookRequest } from "#testing/harness/webhook-request.ts";
import { CardQuery } from "../contract/book.ts";
import { demoNotice } from "../contract/demo.ts";
import { db } from "../database/client.ts";
import { getBook, listBookCards, listBooks } from "./books.ts";
import { listInbox, runInboxEntry } from "./inbox.ts";
import { receive } from "./receive.ts";

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openTestDatabase();
});
afterAll(() => close());
afterEach(() => db().$executeRaw`TRUNCATE "InboxEntry", "Book" CASCADE`);

const send = async (body: object | string, headers?: Record<string, string>) => {
  const response = await receive(webhookRequest(body, headers));
  return { status: response.status, answer: await response.json() };
};

for (const [name, headers] of [
  ["avec webhook-id", { "webhook-id": "evt_1" }],
  ["sans webhook-id", undefined],
] as const)
  test(`cinquante fois le même événement à la fois, ${name} : un livre`, async () => {
    const results = await Promise.all(Array.from({ length: 50 }, () => send(payload(), headers)));
    expect(results.map(({ status }) => status)).toEqual(Array(50).fill(200));
    expect(results.filter(({ answer }) => answer.duplicate)).toHaveLength(49);
    expect(new Set(results.map(({ answer }) => answer.book_id)).size).toBe(1);
    expect(await db().book.count()).toBe(1);
    const { items } = await listInbox({ limit: 20 });
    expect(items).toMatchObject([{ duplicates: 49, last_duplicate_at: expect.any(String) }]);
  });

test("un webhook-id qui revient avec un autre corps : 409, rien n’est remplacé", async () => {
  const first = await send(payload(), { "webhook-id": "evt_1" });
  const second = await send(payload({}, { book_title: "Autre" }), { "webhook-id": "evt_1" });
  expect(second.status).toBe(409);
  expect((await getBook(first.answer.book_id)).book_title).toBe("Mon Livre");
  expect(await db().inboxEntry.count()).toBe(1);
});

test("un livre que la base refuse : l’événement est gardé, et se refait", async () => {
  await db().$executeRaw`ALTER TABLE "BookVersion" ADD CONSTRAINT refus CHECK (title <> 'Refusé')`;
  try {
    const sent = payload({}, { book_title: "Refusé" });
    expect(await send(sent)).toMatchObject({ status: 200, answer: { success: true, job_id: sent.job_id } });
    expect((await send(sent)).answer.duplicate).toBe(true);
    const [entry] = (await listInbox({ limit: 20 })).items;
    expect(entry).toMatchObject({ processed_at: null, error: expect.stringContaining("livre"), book_id: null });
    const id = entry?.id ?? "";
    await expect(runInboxEntry(id)).rejects.toThrow();
    expect((await listInbox({ limit: 20 })).items).toMatchObject([{ processed_at: null, error: expect.any(String) }]);
    await db().$executeRaw`ALTER TABLE "BookVersion" DROP CONSTRAINT refus`;
    const results = await Promise.allSettled([runInboxEntry(id), runInboxEntry(id)]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const [done] = (await listInbox({ limit: 20 })).items;
    expect(done).toMatchObject({ processed_at: expect.any(String), error: null, duplicates: 1 });
    expect((await getBook(done?.book_id ?? "")).book_title).toBe("Refusé");
    await expect(runInboxEntry(id)).rejects.toMatchObject({ code: "conflict" });
  } finally {
    await db().$executeRaw`ALTER TABLE "BookVersion" DROP CONSTRAINT IF EXISTS refus`;
  }
});

test("ce qui ne peut pas être gardé du tout : 500, et rien n’est acquitté", async () => {
  await db().$executeRaw`ALTER TABLE "InboxEntry" RENAME TO "Ailleurs"`;
  try {
    expect(await send(payload())).toEqual({
      status: 500,
      answer: { error: "internal", message: expect.not.stringMatching(/InboxEntry|prisma/i) },
    });
  } finally {
    await db().$executeRaw`ALTER TABLE "Ailleurs" RENAME TO "InboxEntry"`;
  }
});

test("les livres viennent du plus récent au plus ancien, page par page", async () => {
  for (const title of ["Un", "Deux", "Trois"]) await send(payload({ job_id: title }, { book_title: title }));
  const first = await listBooks({ limit: 2 });
  expect(first.items.map((book) => book.book_title)).toEqual(["Trois", "Deux"]);
  const rest = await listBooks({ limit: 2, cursor: first.next_cursor ?? "" });
  expect(rest).toMatchObject({ items: [{ book_title: "Un" }], next_cursor: null });
  const cards = await listBookCards({ limit: 2 });
  expect(cards).toMatchObject({ items: [{ title: "Trois" }, { title: "Deux" }], next_cursor: first.next_cursor });
});

test("un livre qui se dit de démonstration est reconnu comme tel sur l’étagère", async () => {
  const first = { title: "Un", content: `# Un\n\n*${demoNotice} La suite.*` };
  const other = { title: "Deux", content: "# Deux\n\nTexte." };
  await send(payload({ job_id: "vrai" }, { book_title: "Vrai", chapters: [other, first] }));
  await send(payload({}, { book_title: "Démonstration", chapters: [first, other] }));
  expect((await listBookCards({ limit: 2 })).items).toMatchObject([{ demo: true }, { demo: false }]);
});

test("une liste ne porte ni le texte, ni le but, ni le plan d’un livre", async () => {
  const long = "x".repeat(1_000_000);
  const outline = [{ title: "Un", description: "y".repeat(20_000) }];
  await send(payload({}, { goal: "z".repeat(20_000), outline, chapters: [{ title: "Un", content: long }] }));
  const expected = ["id", "job_id", "book_title", "topic", "word_count", "chapter_count", "version", "received_at"];
  const { items } = await listBooks({ limit: 20 });
  expect(Object.keys(items[0] ?? {})).toEqual(expected);
  for (const list of [items, await listBookCards({ limit: 20 })])
    expect(JSON.stringify(list).length).toBeLessThan(1000);
});

test("un identifiant inconnu ou qui n’en est pas un : introuvable", async () => {
  for (const id of ["x", "0198b3a4-0000-7000-8000-000000000000"]) {
    await expect(getBook(id)).rejects.toMatchObject({ code: "not_found" });
    await expect(runInboxEntry(id)).rejects.toMatchObject({ code: "not_found" });
  }
});

test("un job_id que la base refuserait est refusé avant elle", () => {
  expect(CardQuery.safeParse({ job_id: "\0" }).error?.issues).toMatchObject([{ path: ["job_id"] }]);
});
