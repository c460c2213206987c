import { EpubCheck } from "@likecoin/epubcheck-ts";
import { strFromU8, unzipSync } from "fflate";
import { DOMParser } from "linkedom";
import { expect, test } from "vitest";
import { editionOf, honestEdition, hostileEdition } from "#testing/exports/editions.ts";
import { compareWith, leavesOf } from "#testing/exports/leaves.ts";
import type { Edition } from "../edition.ts";
import { makeFile } from "../make.ts";

async function make(edition: Edition) {
  const bytes = await makeFile("epub", edition);
  const files = Object.entries(unzipSync(bytes)).map(([name, data]) => [name, strFromU8(data)] as const);
  return { bytes, files: Object.fromEntries(files) };
}

const complaintsOf = async (bytes: Uint8Array) =>
  (await EpubCheck.validate(bytes)).messages.map(({ id, message, location }) => [id, message, location]);

const open = (xml = "") => new DOMParser().parseFromString(xml, "text/xml");

test("chaque chapitre honnête passe epubcheck, et garde son texte, dans son ordre", async () => {
  const edition = await honestEdition();
  const { bytes, files } = await make(edition);
  expect(await complaintsOf(bytes)).toEqual([]);
  for (const [index, { title, content }] of edition.chapters.entries()) {
    const page = open(files[`EPUB/chapter-${index + 1}.xhtml`]);
    const { missing, besides } = compareWith(page.querySelector("body")?.textContent ?? "", await leavesOf(content));
    expect(missing, title).toEqual([]);
    // References to notes, their numbers and ways back, boxes of tasks.
    expect(besides, title).toMatch(/^[\d.↩☑☐]*$/);
  }
});

test("un livre hostile passe epubcheck, sans lien que vers le Web", async () => {
  const { bytes, files } = await make(hostileEdition());
  expect(await complaintsOf(bytes)).toEqual([]);
  const pages = Object.entries(files).filter(([name]) => /chapter-\d+\.xhtml$/.test(name));
  const targets = pages.flatMap(([, xml]) => [...open(xml).querySelectorAll("a")].map((a) => a.getAttribute("href")));
  expect(targets.length).toBeGreaterThan(10);
  for (const target of targets)
    expect(target).toMatch(/^(?:https:\/\/exemple\.fr\/|mailto:a@exemple\.fr|#(?:note|appel)-\d+)/);
});

const rich = `# Le grain

Un mot[^1], un autre[^1]\u202f!

## Au moulin

### La meule

- [x] moudre

| a |
|:-:|
| b |

[^1]: La note.
`;

test("la table est emboîtée, une note mène et ramène, U+202F reste", async () => {
  const { files } = await make(editionOf([{ title: "Le grain", content: rich }]));
  const nav = open(files["EPUB/contents.xhtml"]);
  const below = nav.querySelector("li ol li ol li a");
  expect([below?.textContent, below?.getAttribute("href")]).toEqual(["La meule", "chapter-1.xhtml#section-2"]);
  const page = open(files["EPUB/chapter-1.xhtml"]);
  const references = [...page.querySelectorAll("a")].filter((a) => a.getAttribute("role") === "doc-noteref");
  const backs = [...page.querySelectorAll("aside a")].map((a) => [
    a.getAttribute("href"),
    a.getAttribute("aria-label"),
  ]);
  expect(references.map((a) => a.getAttribute("href"))).toEqual(["#note-1", "#note-1"]);
  expect(references.map((a, index) => [`#${a.id}`, backs[index]?.[1]])).toEqual([
    [backs[0]?.[0], "Retour à l’appel de note 1"],
    [backs[1]?.[0], "Retour à l’appel de note 1 (2)"],
  ]);
  expect(page.querySelector("td")?.className).toBe("center");
  expect(page.querySelectorAll("h1")).toHaveLength(1);
  expect(page.querySelector("body")?.textContent).toContain("\u202f!");
});

test("le paquet dit la langue, la date, l’accès, et qu’un modèle a écrit, ou ne le dit pas", async () => {
  const { files } = await make(editionOf([{ title: "A", content: "B" }], { language: "de" }));
  const book = files["EPUB/book.opf"];
  for (const said of [
    "<dc:language>de</dc:language>",
    "<dc:date>2026-11-02</dc:date>",
    '<meta property="dcterms:modified">2026-11-02T10:00:00Z</meta>',
    '<meta property="schema:accessMode">textual</meta>',
    '<meta property="Iptc4xmpExt:DigitalSourceType">http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia</meta>',
  ])
    expect(book).toContain(said);
  expect(files["EPUB/colophon.xhtml"]).toContain("Dieses Buch nennt keine Quelle.");
  const byHand = await make(editionOf([], { byModel: false }));
  expect(byHand.files["EPUB/book.opf"]).not.toContain('trainedAlgorithmicMedia"');
  expect(byHand.files["EPUB/book.opf"]).not.toContain("trainedAlgorithmicMedia<");
  expect(await complaintsOf(byHand.bytes)).toEqual([]);
});
