import fc from "fast-check";
import { expect, test } from "vitest";
import { watchEventLoopBlocking } from "#testing/machine/event-loop.ts";
import { openDocument } from "../open.ts";
import { typeset, typesetText } from "./typeset.ts";

const typesetMarkdown = async (markdown: string) => (await typeset(await openDocument(markdown))).source;
const countWords = async (markdown: string) => (await openDocument(markdown)).words;

/** « · » montre l’espace fine insécable, « ~ » l’espace insécable. */
const shown = (text: string) => text.replaceAll("\u202f", "·").replaceAll("\u00a0", "~");

test.each([
  ["l'eau qu'il boit, aujourd'hui", "l’eau qu’il boit, aujourd’hui"],
  ["l'*eau* et l'`eau`", "l’*eau* et l’`eau`"],
  ["Quoi? Non! Si; bien: oui ?!", "Quoi·? Non·! Si·; bien·: oui·?!"],
  ["Quoi ? Il dit : « non »; «oui»!", "Quoi·? Il dit·: «·non·»·; «·oui·»·!"],
  ['Il dit "oui", puis "non" !', "Il dit «·oui·», puis «·non·»·!"],
  ["Il dit “oui”.", "Il dit «·oui·»."],
  ['« Il dit "oui" »', "«·Il dit “oui”·»"],
  ['l\'"eau"', "l’«·eau·»"],
  ['**"Oui"** et "*non*"!', "**«·Oui·»** et «·*non*·»·!"],
  ['Un écran de 27" et un de 32".', 'Un écran de 27" et un de 32".'],
  ["Et puis... rien [...]", "Et puis… rien […]"],
  ["— Bonjour\n– Bonsoir\n\n-- Adieu", "—~Bonjour\n–~Bonsoir\n\n—~Adieu"],
  ["Paris - Lyon -- ou presque", "Paris – Lyon — ou presque"],
  ["**Note:** un *mot*! et `code`; fin", "**Note·:** un *mot*·! et `code`·; fin"],
  ["Il reste 20 % et 5 €.", "Il reste 20·% et 5·€."],
  ["> Quoi !\n> ! rien ?\n\n- l'un ;\n- l'autre :", "> Quoi·!\n> ! rien·?\n\n- l’un·;\n- l’autre·:"],
  ["## L'eau : un bien", "## L’eau·: un bien"],
])("%j est composé à la française", async (plain, expected) => {
  expect(shown(await typesetMarkdown(plain))).toBe(expected);
});

test.each([
  '`l\'eau : "a"...`',
  "```js\nlet a = 'l\\'eau'; // \"quoi\" ?\n```",
  "    l'eau : code !",
  "[l'eau : ici !](https://exemple.fr/l'eau?a=\"b\")",
  "![l'eau !](a.png \"l'eau ?\")",
  "<https://exemple.fr/a?b=l'eau>",
  "https://exemple.fr/l'eau?q=1;2:3!x",
  "<div title='l\"eau'>l'eau !</div>",
  "<code>l'eau !</code>",
  "$f'(x) : y'$ et $$a_1' ; b_2'$$",
  "| a | b |\n|:---|---: |\n| c | d |",
  "AT&amp;T &nbsp;! à 10:30, std::vector, a.b?c, :smile: jean@ex.fr",
  "Était-ce\\! \\'a\\'",
  "# L'eau : un titre !",
  "[l'eau]: https://exemple.fr\n\n[l'eau]",
  "../.../a et f(...args)",
])("%j reste à l’octet près", async (source) => {
  expect(await typesetMarkdown(source)).toBe(source);
});

test("un titre est composé comme du texte", () => {
  expect(shown(typesetText("L'eau : qu'est-ce?"))).toBe("L’eau·: qu’est-ce·?");
});

const atom = fc.constantFrom(
  ...[
    "l'eau",
    "mot",
    " ",
    " ",
    "!",
    "?",
    ":",
    ";",
    '"',
    "'",
    "«",
    "»",
    "“",
    "”",
    "...",
    "-",
    "--",
    "—",
    "*",
    "**",
    "_",
  ],
  ...[
    "`",
    "\n",
    "\n\n",
    "> ",
    "- ",
    "# ",
    "## ",
    "$",
    "\\",
    "<b>",
    "</b>",
    "[",
    "](u)",
    "|",
    "&amp;",
    "\u00a0",
    "\u202f",
    "%",
    "1",
    "~~",
  ],
);
const source = fc.array(atom, { maxLength: 40 }).map((atoms) => atoms.join(""));

test("composer deux fois n’y change rien, et aucun mot n’est ajouté, ôté ni soudé", async () => {
  await fc.assert(
    fc.asyncProperty(source, async (markdown) => {
      const once = await typesetMarkdown(markdown);
      expect(await typesetMarkdown(once)).toBe(once);
      expect(await countWords(once)).toBe(await countWords(markdown));
    }),
    { numRuns: 3000 },
  );
});

test("un chapitre de 10 000 mots se compose sans retenir la boucle d’événements", async () => {
  const paragraph = `${"Il s'agit d'une *phrase* qui dit : \"oui\" ! ".repeat(10)}\n\n`;
  const watch = watchEventLoopBlocking();
  const text = await typesetMarkdown(paragraph.repeat(100));
  const worst = watch.stop();
  console.info(`plus longue attente : ${Math.round(worst)} ms`);
  expect(text).not.toContain("'");
  expect(worst).toBeLessThan(250);
});
