import { now } from "../../clock.ts";
import type { BookData } from "../../contract/wire.ts";

/** Makes the book that a test event carries. */
export function sampleBook(): BookData {
  const content =
    "# Premier chapitre\n\nCeci est un livre de test\u202f: s’il est arrivé jusqu’ici, les livres terminés arriveront aussi.";
  return {
    book_title: "Livre de test",
    topic: "Test du webhook",
    goal: "Vérifier que les livres terminés arrivent à leur destination",
    outline: [{ title: "Premier chapitre", description: "Un chapitre pour tester l’envoi" }],
    chapters: [{ title: "Premier chapitre", content }],
    generated_at: now().toISOString(),
    word_count: 17,
    chapter_count: 1,
  };
}
