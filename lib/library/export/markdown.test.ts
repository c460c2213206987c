import { expect, test } from "vitest";
import type { BookView } from "../../contract/book.ts";
import { attachment, slugOf, toMarkdown } from "./markdown.ts";

const book: BookView = {
  id: "1",
  job_id: "j",
  version: 1,
  received_at: "",
  book_title: "L’Œuvre d’été",
  topic: "t",
  goal: "Pourquoi lire.",
  outline: [],
  chapters: [
    { title: "Un", content: "# Un\n\nTexte.\n" },
    { title: "Deux", content: "Sans titre." },
  ],
  generated_at: "",
  word_count: 1,
  chapter_count: 2,
};

const text = "# L’Œuvre d’été\n\nPourquoi lire.\n\n## Un\n\nTexte.\n\n## Deux\n\nSans titre.";

test("un livre n’a qu’un titre de premier niveau, et chaque chapitre le sien", async () => {
  expect(await toMarkdown(book)).toBe(`${text}\n\n---\n\n*Ce livre ne cite aucune source.*\n`);
});

test("un livre qui cite ne dit pas le contraire", async () => {
  const sources = "## Sources\n\n1. [Pain](https://exemple.fr/pain), consulté le 2 novembre 2026";
  const chapters = [...book.chapters, { title: "Trois", content: `# Trois\n\nCité.\n\n${sources}` }];
  expect(await toMarkdown({ ...book, chapters })).toBe(`${text}\n\n## Trois\n\nCité.\n\n#${sources}\n`);
});

test("un livre reçu sans chapitre ne dit rien de ses sources", async () => {
  expect(await toMarkdown({ ...book, chapters: [] })).toBe("# L’Œuvre d’été\n\nPourquoi lire.\n");
});

test("le nom du fichier est sûr, et garde les accents pour qui les lit", () => {
  expect(slugOf("L’Œuvre d’été")).toBe("l-oeuvre-d-ete");
  expect(slugOf("日本")).toBe("livre");
  expect(attachment('A"\r\nB/é', "md")).toBe(`attachment; filename="a-b-e.md"; filename*=UTF-8''A%20B%20%C3%A9.md`);
});
