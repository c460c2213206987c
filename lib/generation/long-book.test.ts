import { expect, test } from "vitest";
import type { LongBook } from "../../tools/bench/long-book.ts";
import { measure } from "../../tools/bench/measure.ts";

test("un livre de 30 chapitres et 300 000 mots s’écrit en peu de mémoire, sans retenir la boucle d’événements", async () => {
  const book = await measure<LongBook>("long-book", {});
  console.info(JSON.stringify(book));
  expect(book).toMatchObject({ status: "completed", within: 30 });
  expect(Math.abs(book.words - 300_000)).toBeLessThan(30_000);
  expect(book.grownMiB).toBeLessThan(512);
  expect(book.blockedMs["Relecture du livre"]).toBeLessThan(100);
  expect(book.detailMs.p50).toBeLessThan(100);
}, 120_000);
