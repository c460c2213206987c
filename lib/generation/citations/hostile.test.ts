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
    "[S9, S1; S8]",
    "\\[S9\\]",
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

/** The visible text of a page, code and addresses apart. */
const seen = (html: string) =>
  html
    .replace(/<code[^>]*>[\s\S]*?<\/code>/g, "")
    .replace(/<h2>Sources<\/h2>[\s\S]*/, "")
    .replace(/<[^>]*>/g, "\n")
    .replace(/\S*(?:pirate\.test|exemple\.fr|relatif\.test)\S*/g, "");

test("quoi qu’un modèle écrive, le livre ne cite que ses sources, et des mots rien ne se perd", async () => {
  const anything = fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((some) => some.join(""));
  await fc.assert(
    fc.asyncProperty(anything, async (text) => {
      const written = await openDocument(text);
      const tidy = await tidyCitations(written, sources);
      const { document, cited } = await resolveCitations(tidy, { sources, language: "fr" });
      const { html } = await renderHtml(document.source, "");
      expect(seen(html)).not.toMatch(/\[S\d+\]/);
      for (const { number } of cited) expect([1, 2]).toContain(number);
      expect(await tidyCitations(tidy, sources)).toEqual(tidy);
      const untouched = await tidyCitations(written, []);
      expect((await resolveCitations(untouched, { sources: [], language: "fr" })).document).toBe(written);
    }),
    { numRuns: 1500 },
  );
});

test("des crochets par milliers : le temps reste borné", async () => {
  for (const one of ["[", "[S9] ", "a@", "www.", " (", "<", "!", "[^1]: "]) {
    const before = process.threadCpuUsage().user;
    await tidyCitations(await openDocument(one.repeat(20_000 / one.length)), sources);
    expect((process.threadCpuUsage().user - before) / 1000).toBeLessThan(2500);
  }
});
