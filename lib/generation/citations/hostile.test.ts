import fc from "fast-check";
import { expect, test } from "vitest";
import { renderHtml } from "../../document/html.ts";
import { openDocument } from "../../document/open.ts";
import { resolveCitations } from "./resolve.ts";
import { tidyCitations } from "./tidy.ts";

const retrievedAt = new Date("2026-11-25T12:00:00Z");
const sources = [
  { number: 1, url: "https://exemple.fr/pain", title: "Pain [S9](https://pirate.test)", retrievedAt },
  { number: 2, url: "https://exemple.fr/b_(c)", title: "Blé", retrievedAt },
];
const pieces = [
  ...[
    "[",
    "]",
    "(",
    ")",
    "![",
    "](",
    "[^",
    "]: ",
    "<",
    ">",
    "</a>",
    '<a href="',
    '">',
    "`",
    "*",
    "**",
    "_",
    "\\",
    "\n\n",
    "\n",
    "- ",
    "> ",
  ],
  ...[
    "## ",
    "| a | b |\n|---|---|\n| ",
    " | ",
    "S1",
    "S2",
    "S9",
    "[S1]",
    "[S9]",
    "[S1, S9]",
    "[1]",
    "[^1]",
    "[^1]: ",
    "【S9】",
    "&#91;",
  ],
  ...[
    "https://pirate.test/a",
    "http&#58;//pirate.test",
    "www.pirate.test",
    "x@pirate.test",
    "https://exemple.fr/pain",
    "](//relatif.test)",
  ],
  ...[
    "mot",
    " ",
    "Sources",
    ".",
    "[a](https://pirate.test)",
    "[a][b]",
    "\n\n[b]: https://pirate.test\n\n",
    "<https://pirate.test>",
  ],
];

/** The visible text of a page, a line for each block. */
const seen = (html: string) => html.replace(/<\/?(?:a|em|strong|del)\b[^>]*>/g, "").replace(/<[^>]*>/g, "\n");

test("quoi qu’un modèle écrive, le livre ne mène qu’à ses sources et ne cite qu’elles", async () => {
  const anything = fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((some) => some.join(""));
  await fc.assert(
    fc.asyncProperty(anything, async (text) => {
      const tidy = await tidyCitations(await openDocument(text), sources);
      const { document, cited } = await resolveCitations(tidy, { sources, language: "fr" });
      const { html } = await renderHtml(document.source, "");
      const prose = html.replace(/<code[^>]*>[\s\S]*?<\/code>/g, "");
      const targets = [...prose.matchAll(/<[a-z][^<>]* (?:href|src)="([^"]*)"/g)].map((match) => match[1]);
      expect(prose).not.toMatch(/<img|footnote/);
      expect(targets.filter((target) => !target?.startsWith("https://exemple.fr/"))).toEqual([]);
      expect(seen(prose.replace(/<h2>Sources<\/h2>[\s\S]*/, ""))).not.toMatch(
        /\[S\d+\]|\[\^[^\]\s]+\]|https?:\/\/pirate|www\.pirate/,
      );
      for (const { number } of cited) expect([1, 2]).toContain(number);
    }),
    { numRuns: 1500 },
  );
});

test("des liens emboîtés sans fin, des crochets par milliers : le temps reste borné, rien ne passe", async () => {
  const nested = `${"[".repeat(60)}a${"](https://pirate.test)".repeat(60)}`;
  expect((await tidyCitations(await openDocument(nested), sources)).source).not.toContain("](");
  for (const one of ["[", "[S9] ", "a@", "www.", " (", "<", "!", "[^1]: "]) {
    const before = process.threadCpuUsage().user;
    await tidyCitations(await openDocument(one.repeat(20_000 / one.length)), sources);
    expect((process.threadCpuUsage().user - before) / 1000).toBeLessThan(2500);
  }
});
