import { expect, test } from "vitest";
import { readFrontMatter } from "../../manuscript/markdown/front-matter.ts";
import type { Edition } from "./edition.ts";
import { toMarkdown } from "./markdown.ts";

const book: Edition = {
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
  language: "fr",
  byModel: false,
};

const head = '---\ntitle: "L’Œuvre d’été"\nsubject: "t"\nlang: "fr"\n---\n\n# L’Œuvre d’été\n\nPourquoi lire.';
const text = `${head}\n\n## Un\n\nTexte.\n\n## Deux\n\nSans titre.`;

test("un livre n’a qu’un titre de premier niveau, et chaque chapitre le sien", async () => {
  expect(await toMarkdown(book)).toBe(`${text}\n\n---\n\n*Ce livre ne cite aucune source.*\n`);
});

test("un livre qui cite ne dit pas le contraire", async () => {
  const sources = "## Sources\n\n1. [Pain](https://exemple.fr/pain), consulté le 2 novembre 2026";
  const chapters = [...book.chapters, { title: "Trois", content: `# Trois\n\nCité.\n\n${sources}` }];
  expect(await toMarkdown({ ...book, chapters })).toBe(`${text}\n\n## Trois\n\nCité.\n\n#${sources}\n`);
});

test("un livre reçu sans chapitre ne dit rien de ses sources", async () => {
  expect(await toMarkdown({ ...book, chapters: [] })).toBe(`${head}\n`);
});

test("l’en-tête dit aux machines ce qu’est le livre, quel que soit son titre", async () => {
  const title = 'Le « sel »: "1"\n---\n# fin';
  const made = await toMarkdown({
    ...book,
    book_title: title,
    generated_at: "2026-11-02T10:00:00",
    byModel: true,
    chapters: [],
  });
  expect(made).toContain('\ntitle: "Le « sel »: \\"1\\"\\n---\\n# fin"\n');
  expect(made).toContain('\ndate: "2026-11-02"\n');
  expect(made).toContain("/digitalsourcetype/trainedAlgorithmicMedia");
  expect(readFrontMatter(made).language).toBe("fr");
});
