import { expect, test } from "vitest";
import { openDocument } from "./document/open.ts";
import { sampleBook } from "./webhook/test-event/sample.ts";

test("le livre de test dit le nombre de ses mots et de ses chapitres", async () => {
  const { chapters, word_count, chapter_count } = sampleBook();
  const documents = await Promise.all(chapters.map(({ content }) => openDocument(content)));
  expect(word_count).toBe(documents.reduce((sum, { words }) => sum + words, 0));
  expect(chapter_count).toBe(chapters.length);
});
