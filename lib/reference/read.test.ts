import { expect, test } from "vitest";
import { makeDocx, noteCall, run } from "#testing/manuscripts/docx.ts";
import { makeEpub } from "#testing/manuscripts/epub.ts";
import { formOf } from "#testing/manuscripts/upload.ts";
import { assemblePdf, makePdf } from "#testing/references/pdf.ts";
import { documentRequest } from "#testing/references/request.ts";
import { receiveReference } from "./receive.ts";

async function read(file: Uint8Array | string, name: string) {
  const { reference } = await receiveReference(documentRequest(formOf(file, name)));
  const passages = reference.passages.map(({ place, text }) => (place ? `${place} : ${text}` : text));
  return { ...reference, passages };
}

test("un PDF se lit page par page, ses mots coupés en fin de ligne recollés", async () => {
  const file = makePdf([
    ["L’été, la forêt garde sa fraî-", "cheur sous les hêtres (ou presque)."],
    [],
    ["Page trois."],
  ]);
  expect(await read(file, "forêt.pdf")).toEqual({
    type: "pdf",
    words: 13,
    passages: [
      "p.\u00a01 : L’été, la forêt garde sa fraîcheur sous les hêtres (ou presque).",
      "p.\u00a03 : Page trois.",
    ],
  });
  expect((await read(Buffer.concat([Buffer.from("\r\n"), file]), "sans-nom")).type).toBe("pdf");
});

const markdown = `---
title: Le sel
---
Avant.

# Les marais

On *entre* par l’[eau](x).

## Le vent

- Il souffle.
- Il tombe.

# Fin

| a | b |
|--|--|
| 1 | 2 |
`;

test("Markdown, DOCX et EPUB disent sous quels titres un passage se trouve", async () => {
  expect(await read(markdown, "sel.md")).toMatchObject({
    type: "markdown",
    title: "Le sel",
    passages: [
      "Avant.",
      "Les marais : On entre par l’eau.",
      "Les marais › Le vent : Il souffle.\nIl tombe.",
      "Fin : a\nb\n1\n2",
    ],
  });
  const docx = makeDocx(
    [
      { style: "Titre1", runs: "Les marais" },
      { runs: run("On y entre") + noteCall(2) },
      { style: "Titre2", runs: "Le vent" },
      { runs: "Il souffle." },
    ],
    { footnotes: { 2: "Par l’eau." } },
  );
  expect((await read(docx, "sel.docx")).passages).toEqual([
    "Les marais : On y entre",
    "Les marais › Le vent : Il souffle.\nPar l’eau.",
  ]);
  const pages = [
    { path: "1.xhtml", body: "<h1>Uno</h1><p>A &amp; b.</p>" },
    { path: "2.xhtml", body: "<h1>Dos</h1><p>C.</p>" },
  ];
  expect(await read(makeEpub(pages, { title: "La sal" }), "x")).toMatchObject({
    type: "epub",
    title: "La sal",
    passages: ["Uno : A & b.", "Dos : C."],
  });
});

test("un texte garde ses signes", async () => {
  expect(await read("Un *mot*.\r\n\r\n# Un autre", "notes.TXT")).toMatchObject({
    type: "text",
    passages: ["Un *mot*.\n# Un autre"],
  });
});

function lockedPdf(): Buffer {
  const key = (byte: string) => `<${byte.repeat(32)}>`;
  const encryption = `<< /Filter /Standard /V 1 /R 2 /Length 40 /P -4 /O ${key("11")} /U ${key("22")} >>`;
  const file = assemblePdf([
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Count 0 /Kids [] >>",
    encryption,
  ]).toString("latin1");
  return Buffer.from(file.replace("/Root 1 0 R", "/Root 1 0 R /Encrypt 3 0 R /ID [<00> <00>]"), "latin1");
}

test.each<[string, () => Uint8Array | string, RegExp]>([
  ["une numérisation", () => makePdf([[], []]), /^Le PDF ne contient pas de texte.: c’est sans doute une numérisation/],
  ["un PDF coupé", () => makePdf([["A"]]).subarray(0, 200), /^Le PDF est abîmé/],
  ["un PDF qui demande un mot de passe", lockedPdf, /^Le fichier est chiffré/],
  ["un fichier sans un mot", () => "— *** —", /aucun texte/],
  ["une page web", () => "<!doctype html><p>A", /^Le fichier est une page web.: Sorami lit un PDF/],
])("%s se refuse, en une phrase", async (_case, make, expected) => {
  await expect(read(make(), "a")).rejects.toThrow(expected);
});
