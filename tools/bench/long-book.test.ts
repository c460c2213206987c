import { expect, test } from "vitest";
import type { LongBook } from "./long-book.ts";
import { measure } from "./measure.ts";

test("un livre de 30 chapitres s’écrit sans retenir la boucle d’événements ; ce qu’en coûtent 300 000 mots est à npm run bench", async () => {
  const book = await measure<LongBook>("long-book", { LONG_BOOK_WORDS: "1000" });
  console.info(JSON.stringify(book));
  expect(book).toMatchObject({ status: "completed", within: 30 });
  expect(Math.abs(book.words - 30_000)).toBeLessThan(3000);
  const { "entre deux étapes": between = 0, ...during } = book.blockedMs;
  expect(Math.max(...Object.values(during))).toBeLessThan(100);
  // A stage that is over within two samples counts here, beside the work of the database.
  expect(between).toBeLessThan(200);
  expect(book.detailMs.p50).toBeLessThan(100);
}, 120_000);
