const content = `# Chapitre\n\n${"Une phrase ordinaire d’un livre. ".repeat(340)}`;
const chapters = Array.from({ length: 5 }, (_, index) => ({ title: `Chapitre ${index + 1}`, content }));
const bookData = {
  book_title: "Mesure",
  topic: "La mesure",
  goal: "Mesurer",
  outline: chapters.map(({ title }) => ({ title, description: "…" })),
  chapters,
  generated_at: new Date().toISOString(),
  word_count: 10_000,
  chapter_count: chapters.length,
};

/** The event of a completed book of about 60 kB. */
export const completedBook = (jobId: string) => ({ jobId, title: "Mesure", type: "book.completed" as const, bookData });
