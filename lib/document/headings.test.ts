import { expect, test } from "vitest";
import { demoteHeadings } from "./headings.ts";
import { openDocument } from "./open.ts";

test("chaque titre descend d’un niveau, le reste ne bouge pas", async () => {
  expect(demoteHeadings(await openDocument("# A\n\ntexte *b*\n\n## B ##\n\n- # C\n\n> ### D\n"))).toBe(
    "## A\n\ntexte *b*\n\n### B ##\n\n- ## C\n\n> #### D\n",
  );
});

test("un titre souligné devient un titre à dièses", async () => {
  expect(demoteHeadings(await openDocument("Un titre\nsur deux lignes\n===\n\nAutre\n---\n\nfin"))).toBe(
    "## Un titre sur deux lignes\n\n### Autre\n\nfin",
  );
});

test("le code garde ses dièses", async () => {
  const code = "```sh\n# commentaire\n```\n\n~~~\n# x\n~~~\n\n    # indenté\n\n`# en ligne`\n";
  expect(demoteHeadings(await openDocument(code))).toBe(code);
});

test("le sixième niveau est le dernier", async () => {
  expect(demoteHeadings(await openDocument("##### E\n\n###### F"))).toBe("###### E\n\n###### F");
});
