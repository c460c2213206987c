import { strFromU8, unzipSync } from "fflate";
import { XmlDocument, type XmlElement } from "libxml2-wasm";
import { expect, test } from "vitest";
import { editionOf, honestEdition, hostileEdition } from "#testing/exports/editions.ts";
import { compareWith, leavesOf } from "#testing/exports/leaves.ts";
import type { Edition } from "../edition.ts";
import { makeFile } from "../make.ts";

const w = { w: "http://schemas.openxmlformats.org/wordprocessingml/2006/main" };

/** Reads every part of the file with a parser that takes XML alone. */
async function make(edition: Edition) {
  const entries = Object.entries(unzipSync(await makeFile("docx", edition)));
  const parts = entries.filter(([name]) => /\.(?:xml|rels)$/.test(name));
  const read = parts.map(([name, bytes]) => [name, XmlDocument.fromString(strFromU8(bytes))] as const);
  const documents = Object.fromEntries(read);
  return {
    names: entries.map(([name]) => name),
    find: (part: string, path: string) => (documents[part]?.find(path, w) ?? []) as XmlElement[],
    text: (part: string) => documents[part]?.root.content ?? "",
    targets: read.flatMap(([, document]) =>
      document.find("//*[@TargetMode='External']/@Target").map(({ content }) => content),
    ),
  };
}

const value = (element: XmlElement | undefined, name = "val") => element?.attr(name, "w")?.value;
const textOf = (elements: XmlElement[]) => elements.map(({ content }) => content).join("");

test("chaque chapitre honnête garde son texte, dans son ordre, et ses titres", async () => {
  const edition = await honestEdition();
  const book = await make(edition);
  const paragraphs = book.find("word/document.xml", "/w:document/w:body/w:p | /w:document/w:body/w:tbl");
  const styleOf = (paragraph: XmlElement) => value(paragraph.get("w:pPr/w:pStyle", w) as XmlElement | undefined);
  const starts = paragraphs.flatMap((paragraph, index) => (styleOf(paragraph) === "Heading1" ? [index] : []));
  expect(starts.map((at) => paragraphs[at]?.content)).toEqual(edition.chapters.map(({ title }) => title));
  const notes = textOf(book.find("word/footnotes.xml", "//w:t"));
  for (const [index, { title, content }] of edition.chapters.entries()) {
    const text = paragraphs
      .slice(starts[index], starts[index + 1])
      .flatMap((one) => one.find(".//w:t", w) as XmlElement[]);
    const { missing, besides } = compareWith(textOf(text), await leavesOf(content));
    expect(compareWith(notes, missing).missing, title).toEqual([]);
    // Boxes of tasks, breaks between parts, second references to notes, the last words of the book.
    expect(besides, title).toMatch(/^[☑☐⁂\d]*(?:Celivrenecite.*)?$/);
  }
});

test("un livre hostile est du XML, sans champ ni lien qui ne soient les nôtres", async () => {
  const book = await make(hostileEdition());
  const fields = book.find("word/document.xml", "//w:instrText").map(({ content }) => content.trim().split(" ")[0]);
  expect(new Set(fields)).toEqual(new Set(["TOC", "PAGEREF"]));
  expect(book.find("word/document.xml", "//w:fldSimple")).toEqual([]);
  expect(book.text("word/document.xml")).toContain('DDEAUTO c:\\\\x"/>');
  for (const target of book.targets) expect(target).toMatch(/^(?:https:\/\/exemple\.fr\/|mailto:a@exemple\.fr)/);
});

const rich =
  "Un mot[^1], encore[^1]\u202f!\n\n## Au moulin\n\n3. trois\n4. quatre\n\npuis\n\n1. un\n\n| a |\n|-:|\n| b |\n\n[^1]: La *note*.";

test("notes, listes, tableaux, langue et table des matières sont ceux de Word", async () => {
  const book = await make(
    editionOf(
      [
        { title: "Un", content: rich },
        { title: "Deux", content: rich },
      ],
      { language: "de" },
    ),
  );
  expect(book.find("word/document.xml", "//w:footnoteReference").map((one) => value(one, "id"))).toEqual(["1", "2"]);
  expect(textOf(book.find("word/footnotes.xml", "//w:footnote[@w:id='2']//w:t"))).toBe("La note.");
  expect(value(book.find("word/styles.xml", "//w:docDefaults//w:lang")[0])).toBe("de-DE");
  const lists = book.find("word/document.xml", "//w:numPr/w:numId").map((one) => value(one));
  expect(new Set(lists).size).toBe(4);
  expect(lists[0]).toBe(lists[1]);
  expect(book.find("word/document.xml", "//w:tblHeader")).toHaveLength(2);
  const contents = textOf(book.find("word/document.xml", "//w:sdtContent//w:t"));
  expect(contents).toMatch(/Un\d+Au moulin\d+Deux\d+Au moulin\d+$/);
  expect(textOf(book.find("word/document.xml", "//w:t"))).toContain("\u202f!");
});

test("les propriétés disent qu’un modèle a écrit, ou ne le disent pas", async () => {
  const made = await make(editionOf([]));
  expect(made.text("docProps/custom.xml")).toContain("trainedAlgorithmicMedia");
  expect(made.text("docProps/core.xml")).toMatch(/Le sel/);
  expect(made.text("docProps/core.xml")).not.toContain("Un-named");
  const byHand = await make(editionOf([], { byModel: false }));
  expect(byHand.names.map((name) => byHand.text(name)).join("")).not.toContain("trainedAlgorithmicMedia");
});
