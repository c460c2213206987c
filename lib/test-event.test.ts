import { expect, test } from "vitest";
import { countWords } from "./generation/text/words.ts";
import { sampleBook } from "./webhook/test-event/sample.ts";

test("le livre de test dit le nombre de ses mots et de ses chapitres", () => {
  const { chapters, word_count, chapter_count } = sampleBook();
  expect(word_count).toBe(chapters.reduce((sum, { content }) => sum + countWords(content), 0));
  expect(chapter_count).toBe(chapters.length);
});
