import { expect, test } from "vitest";
import { type EpubPage, makeEpub } from "#testing/manuscripts/epub.ts";
import { tinyPng } from "#testing/manuscripts/pictures.ts";
import { readFile } from "./read-file.ts";

type Options = Parameters<typeof makeEpub>[1];
const read = (pages: EpubPage[], options?: Options) => readFile(Buffer.from(makeEpub(pages, options)));
const contentsOf = async (pages: EpubPage[], options?: Options) =>
  (await read(pages, options)).chapters.map(({ content }) => content);

const two = [
  { path: "1.xhtml", body: "<h1>Un</h1><p>A.</p>" },
  { path: "2.xhtml", body: "<p>B.</p>" },
];
const contents = [
  { title: "Un", href: "1.xhtml" },
  { title: "Deux", href: "2.xhtml" },
];

test.each([
  ["de sa table", { contents }, ["# Un\n\nA.", "# Deux\n\nB."]],
  ["de sa table d’EPUB 2", { contents, ncx: true }, ["# Un\n\nA.", "# Deux\n\nB."]],
  ["de ses pages, sans table", {}, ["# Un\n\nA.", "B."]],
])("les chapitres sont ceux %s", async (_case, options, expected) => {
  expect(await contentsOf(two, options)).toEqual(expected);
});

test("titre et langue sont ceux du livre, la table elle-même n’est pas du texte", async () => {
  const manuscript = await read(two, { title: "Le sel & l’eau", language: "fr-FR", contents });
  expect(manuscript).toMatchObject({ type: "epub", title: "Le sel & l’eau", language: "fr-FR" });
  expect(manuscript.chapters.map(({ title }) => title)).toEqual(["Un", "Deux"]);
});

test("les titres font les chapitres où la table n’en dit pas plus, au milieu d’une page aussi", async () => {
  const pages = [
    { path: "1.xhtml", body: "<h2>Un</h2><p>A.</p><h2>Deux</h2><p>B.</p>" },
    { path: "2.xhtml", body: "<p>Suite.</p>" },
  ];
  expect(await contentsOf(pages)).toEqual(["# Un\n\nA.", "# Deux\n\nB.\n\nSuite."]);
});

test("un chapitre qui commence au milieu d’une page, par un paragraphe, a pour titre celui de la table", async () => {
  const body =
    '<div><p>Avant.</p><div><p class="t"><a id="c1"/>UN</p><p>A.</p></div><div id="c2"><p>B.</p></div></div>';
  const entries = [
    { title: "Un", href: "1.xhtml#c1" },
    { title: "Deux", href: "1.xhtml#c2" },
  ];
  expect(await contentsOf([{ path: "1.xhtml", body }], { contents: entries })).toEqual([
    "Avant.",
    "# UN\n\nA.",
    "# Deux\n\nB.",
  ]);
});

const noteForms: [string, EpubPage[]][] = [
  [
    "d’EPUB 3, dans la page",
    [
      {
        path: "1.xhtml",
        body: '<h1>Un</h1><p>A<a epub:type="noteref" href="#n">1</a>.</p><aside epub:type="footnote" id="n"><p>La <b>note</b>.</p></aside>',
      },
    ],
  ],
  [
    "d’EPUB 3, dans une page à la fin",
    [
      { path: "t/1.xhtml", body: '<h1>Un</h1><p>A<a id="r" epub:type="noteref" href="../n.xhtml#n">1</a>.</p>' },
      {
        path: "n.xhtml",
        body: '<section epub:type="endnotes"><h1>Notes</h1><ol><li id="n" epub:type="endnote"><p>La <b>note</b>. <a href="t/1.xhtml#r">↩</a></p></li></ol></section>',
      },
    ],
  ],
  [
    "sans type, qui mènent l’un à l’autre",
    [
      {
        path: "1.xhtml",
        body: '<h1>Un</h1><p>A<sup><a id="r" href="#n">[1]</a></sup>.</p><div class="footnotes"><hr/><p>[<a id="n" href="#r">1</a>] La <b>note</b>.</p></div>',
      },
    ],
  ],
];
test.each(noteForms)("les notes %s, suivent leur appel", async (_case, pages) => {
  expect(await contentsOf(pages)).toEqual(["# Un\n\nA[^1].\n\n[^1]: La **note**."]);
});

test("une table des matières du texte et ses titres, qui mènent l’un à l’autre, ne sont pas des notes", async () => {
  const body = '<p><a id="t1" href="#c1">1</a></p><h1 id="c1">Un <a href="#t1">1</a></h1><p>A.</p><h1>Deux</h1>';
  expect(await contentsOf([{ path: "1.xhtml", body }])).toEqual(["1", "# Un 1\n\nA.", "# Deux"]);
});

test("vers, tableaux, exposants, ancres vides et espaces insécables se gardent, styles et liens internes non", async () => {
  const body =
    '<h1>Un</h1><p>vers,<br/>autre <i>vers</i>\u202f! x<sup>2</sup>, 1<sup>er</sup>, H<sub>2</sub>O&nbsp;; <a id="x"/>ici <a href="2.xhtml">là</a>, <a href="https://exemple.fr">web</a></p>' +
    "<table><caption>Prix</caption><tr><th>a</th></tr><tr><td>b</td></tr></table><script>mal()</script><p>&eacute;t&#233;</p>";
  expect(await contentsOf([{ path: "1.xhtml", body }])).toEqual([
    "# Un\n\nvers,\\\nautre *vers*\u202f! x², 1er, H₂O\u00a0; ici là, [web](https://exemple.fr)\n\nPrix\n\n| a |\n| - |\n| b |\n\nété",
  ]);
});

test("les images se gardent, une couverture seule ne fait pas un chapitre", async () => {
  const pages = [
    { path: "c.xhtml", body: '<svg><title>Couverture</title><image xlink:href="i/mer.png"/></svg>' },
    { path: "t/1.xhtml", body: '<h1>Un</h1><p><img src="../i/mer.png" alt="La mer"/></p><p>A.</p>' },
  ];
  const manuscript = await read(pages, {
    contents: [{ title: "Un", href: "t/1.xhtml" }],
    more: { "OEBPS/i/mer.png": tinyPng },
  });
  expect(manuscript.chapters.map(({ content }) => content)).toEqual(["# Un\n\n![La mer](images/image-1.png)\n\nA."]);
  expect(manuscript.pictures.map(({ name }) => name)).toEqual(["image-1.png"]);
});
