import { expect, test } from "vitest";
import type { LongBook } from "./long-book.ts";
import { measure } from "./measure.ts";

test("un livre de 30 chapitres s’écrit sans retenir la boucle d’événements ; ce qu’en coûtent 300 000 mots est à npm run bench", async () => {
  const book = await measure<LongBook>("long-book", { LONG_BOOK_WORDS: "1000" });
  console.info(JSON.stringify(book));
  expect(book).toMatchObject({ status: "completed", within: 30 });
  expect(Math.abs(book.words - 30_000)).toBeLessThan(3000);
  expect(book.messages).toContain("Relecture du livre");
  // A review that no two samples in a row have met was over in less time than it may block.
  expect(book.blockedMs["Relecture du livre"] ?? 0).toBeLessThan(100);
  expect(book.detailMs.p50).toBeLessThan(100);
}, 120_000);
