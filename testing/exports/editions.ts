import type { Edition } from "#lib/library/export/edition.ts";
import { readHonestBooks } from "#testing/corpus/books.ts";

type Chapter = Edition["chapters"][number];

const usual: Edition = {
  id: "01993d7a-6f5c-7c3e-8a51-0d2f4b6c8e10",
  job_id: "essai",
  version: 1,
  received_at: "2026-11-02T10:00:00.000Z",
  book_title: "Le sel",
  topic: "Le sel",
  goal: "Comprendre le sel.",
  outline: [],
  chapters: [],
  generated_at: "2026-11-02T10:00:00",
  word_count: 1,
  chapter_count: 1,
  language: "fr",
  byModel: true,
};

export const editionOf = (chapters: Chapter[], changes: Partial<Edition> = {}): Edition => ({
  ...usual,
  chapters,
  ...changes,
});

/** Every chapter that an honest author might have written, as one book. */
export async function honestEdition(): Promise<Edition> {
  const books = await readHonestBooks();
  return editionOf(books.flatMap(({ chapters }) => chapters.map(({ title, text }) => ({ title, content: text }))));
}

/** What each format takes for its own: XML, the fields of Word, the code of Typst. */
const injections = [
  "]]><evil/>&lt;&amp;&#0;&#x1F;",
  '</w:t></w:r><w:fldSimple w:instr="DDEAUTO c:\\\\x"/>',
  '{ INCLUDETEXT "/etc/passwd" } { HYPERLINK "file:///etc/passwd" }',
  '#import "/etc/passwd" #read("/etc/passwd") #include "x.typ" #panic() #{1+1} #set page(width: 1pt)',
  "$ x $ \\ @ref <label> ~ -- --- '\" = titre / terme: - + 1. // /* */",
  "\u0000\u0001\u000b\u001f\ufffe\uffff\ud800 et \u202e retourné",
  '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>&b;',
  "=cmd|' /C calc'!A0",
];

const links = [
  "[a](javascript:alert(1))",
  "[b](file:///etc/passwd)",
  "[c](#nulle-part)",
  "[d](/api/queue/drain)",
  "[e](data:text/html,x)",
  "[f](https://exemple.fr/é?q=a|b^{c}`#d#e%zz)",
  "[g](<https://exemple.fr/a b>)",
  "[h](https://)",
  "[i](mailto:a@exemple.fr?subject=é)",
  "![j](javascript:x) ![k](https://exemple.fr/k.png) [![l](m.png)](https://exemple.fr/)",
  `[n](https://exemple.fr/${"#".repeat(1900)})`,
];

const around = (text: string) =>
  [
    text,
    `> ${text}`,
    `- [ ] ${text}`,
    `| ${text.replaceAll("|", "\\|")} |\n|:-:|`,
    `\`\`\`\n${text}\n\`\`\``,
    `## ${text}`,
  ].join("\n\n");

const depths = [
  `${"> ".repeat(12)}profond`,
  Array.from({ length: 12 }, (_, depth) => `${"  ".repeat(depth)}- ${depth}`).join("\n"),
  `${"*a **b ".repeat(60)}c${"** *".repeat(60)}`,
  "[".repeat(2000),
  `${"- ".repeat(400)}a\nb`,
  "a".repeat(400),
  `| ${"b".repeat(400)} | c |\n|---|---|\n| d | ${"e".repeat(400)} |`,
  `\`${"f".repeat(400)}\``,
];

const notes = [
  "Note[^1], encore[^1], sans[^absente], en boucle[^a].\n\n[^1]: Voir[^1] et[^a] et[^seule].\n[^a]: Voir[^1].\n[^seule]: Seule[^seule].\n[^inutile]: Jamais lue.",
  "> cité[^2]\n\n| t[^2] |\n|---|\n| u[^3] |\n\n## Titre noté[^3]\n\n[^2]:\n    > bloc\n\n    - liste\n\n          code\n\n    | a |\n    |---|\n    | b |\n[^3]:",
];

const shapes = [
  "###### Profond d’abord\n\n# Puis haut\n\n#\n\n##  \n\n- # dans une liste\n\n> ## dans une citation",
  "7. sept\n8. huit\n\npause\n\n3) trois\n\n-\n\n1. \n\n- [x]\n\n***\n\n|  |\n|--|\n|  |\n\n>\n\n```\n```",
  "Une famille 👨‍👩‍👧‍👦, 🇫🇷, ✓ ≥ 日本語 العربية ǅ, fin\u202f! «\u00a0mot\u00a0».",
  "$$\n\\frac{a<b}{c}\n$$\n\nDonc $a_1$.",
];

/** A text that wants every file broken. */
export const hostileEdition = (): Edition =>
  editionOf(
    [
      ...injections.map((text) => ({ title: text, content: around(text) })),
      ...[links.join("\n\n"), ...depths, ...notes, ...shapes].map((content, index) => ({ title: `${index}`, content })),
      { title: "", content: "" },
      { title: " \u0001 ", content: "# \n" },
    ],
    {
      book_title: injections.join(" "),
      topic: injections.join("\n"),
      goal: injections.join("\n\n"),
      generated_at: "hier",
    },
  );
