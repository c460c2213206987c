import { expect, test } from "vitest";
import { editionOf, hostileEdition } from "#testing/exports/editions.ts";
import type { Edition } from "../edition.ts";
import { makeFile } from "../make.ts";
import { makeInProcess } from "./make-in-process.ts";

const make = async (edition: Edition) => Buffer.from(await makeFile("pdf", edition)).toString("latin1");

const rich = "Un mot[^1], encore[^1]\u202f!\n\n## Au moulin\n\n- [x] moudre\n\n| a |\n|-:|\n| b |\n\n[^1]: La *note*.";

test("un livre est un PDF balisé, dans sa langue, qui dit qu’un modèle l’a écrit", async () => {
  const pdf = await make(editionOf([{ title: "Le grain", content: rich }], { language: "de" }));
  expect(pdf.startsWith("%PDF-1.7")).toBe(true);
  expect(pdf).toContain("/Lang (de)");
  expect(pdf).toContain("/StructTreeRoot");
  expect(pdf).toContain("<pdfuaid:part>1</pdfuaid:part>");
  expect(pdf).toContain("digitalsourcetype/trainedAlgorithmicMedia");
  // A font that is not embedded leaves blank pages.
  expect(pdf).toMatch(/\+Literata/);
});

test("un livre hostile, et des signes que nulle police n’a, font un PDF balisé", async () => {
  const pdf = await make(hostileEdition());
  expect(pdf.startsWith("%PDF-1.7")).toBe(true);
  expect(pdf).toContain("/StructTreeRoot");
  expect(pdf).not.toContain("pdfuaid");
  expect(pdf).not.toMatch(/\/URI \((?:javascript|file|data):/);
  // Its own file, had the template been able to read it.
  expect(pdf).not.toContain("root:x:0");
});

test("un processus qui échoue le dit, et n’arrête rien", async () => {
  const broken = { ...editionOf([]), received_at: "jamais", language: "xx" } as unknown as Edition;
  await expect(makeInProcess(broken)).rejects.toThrow(/Le processus s’est arrêté \(1\)/);
});

test("demandé deux fois en même temps, un fichier n’est fait qu’une fois", async () => {
  const edition = editionOf([{ title: "A", content: "B" }]);
  const [first, second] = await Promise.all([makeFile("epub", edition), makeFile("epub", edition)]);
  expect(first).toBe(second);
});
