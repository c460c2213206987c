import fc from "fast-check";
import { fromMarkdown } from "mdast-util-from-markdown";
import { expect, test } from "vitest";
import { normalizeChapter, upToLastSentence } from "./chapter-text.ts";

const title = "Le levain";

test.each([
  ["un texte sans titre", "Un texte.", "# Le levain\n\nUn texte."],
  ["son propre titre", "# Le levain\n\nUn texte.", "# Le levain\n\nUn texte."],
  ["un titre doublé", "# Le levain\n\n# Le Levain\n\nUn texte.", "# Le levain\n\nUn texte."],
  ["un titre numéroté", "## Chapitre 3 : Le levain\n\nUn texte.", "# Le levain\n\nUn texte."],
  ["un titre souligné", "Le levain\n=========\n\nUn texte.", "# Le levain\n\nUn texte."],
  ["une annonce", "Bien sûr ! Voici le chapitre demandé :\n\n# Le levain\n\nUn texte.", "# Le levain\n\nUn texte."],
  ["une annonce et un filet", "Voici le texte :\n\n---\n\n# Le levain\n\nUn texte.", "# Le levain\n\nUn texte."],
  ["un bloc autour de tout", "```markdown\n# Le levain\n\nUn texte.\n```", "# Le levain\n\nUn texte."],
  [
    "une annonce puis un bloc",
    "Voici le chapitre :\n\n```md\n# Le levain\n\n```js\nlet a\n```\n\nFin.\n```",
    "# Le levain\n\n```js\nlet a\n```\n\nFin.",
  ],
  ["un second H1", "# Le levain\n\nA.\n\n## B\n\n# C\n\nD.", "# Le levain\n\nA.\n\n## B\n\n## C\n\nD."],
  ["des sections en H1", "# Le levain\n\n# A\n\n## B\n\n# C", "# Le levain\n\n## A\n\n### B\n\n## C"],
  ["un autre H1 en tête", "# Introduction\n\nA.", "# Le levain\n\n## Introduction\n\nA."],
  ["un H1 dans une citation", "> # A\n\nB.", "# Le levain\n\n> ## A\n\nB."],
  ["un # dans du code", "A.\n\n```sh\n# commentaire\n```", "# Le levain\n\nA.\n\n```sh\n# commentaire\n```"],
  ["des fins de ligne Windows", "# Le levain\r\n\r\nA.\r\nB.", "# Le levain\n\nA.\nB."],
])("un chapitre avec %s est remis en forme", (_name, text, expected) => {
  expect(normalizeChapter(text, title)).toBe(expected);
});

test("une première phrase en « Voici » qui fait partie du texte reste", () => {
  expect(normalizeChapter("Voici comment naît un levain.\n\nPuis…", title)).toContain("Voici comment naît");
});

const line = fc.constantFrom(
  "# A",
  "## B",
  "#",
  "A\n===",
  "B\n---",
  "> # C",
  "- # D",
  "texte",
  "",
  "```",
  "    code",
  "# Le levain",
);

test("quel que soit le texte, il n’y a qu’un H1, et il est en tête", () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
      const content = normalizeChapter(lines.join("\n"), title);
      const count = JSON.stringify(fromMarkdown(content)).match(/"type":"heading","depth":1/g)?.length;
      expect(count).toBe(1);
      expect(content.startsWith("# Le levain")).toBe(true);
      expect(normalizeChapter(content, title)).toBe(content);
    }),
    { numRuns: 500 },
  );
});

test("un texte coupé garde ses phrases entières", () => {
  expect(upToLastSentence("Une phrase. Une autre ! Et la tro")).toBe("Une phrase. Une autre !");
  expect(upToLastSentence("Il vaut 3.14 et la tro")).toBe("");
});
