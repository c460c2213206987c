import type { BookData } from "#lib/contract/wire.ts";

/** A book as the wire carries it. */
export function sampleBook(words = 20): BookData {
  const content = `# Le chemin\n\n${"mot ".repeat(words).trim()}.`;
  return {
    book_title: "L’été des grèbes",
    topic: "Les lacs",
    goal: "Apprendre à regarder",
    outline: [{ title: "Le chemin", description: "Où l’on part." }],
    chapters: [{ title: "Le chemin", content }],
    generated_at: "2026-11-23T10:00:00.000Z",
    word_count: words + 2,
    chapter_count: 1,
  };
}
