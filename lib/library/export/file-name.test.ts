import { expect, test } from "vitest";
import { attachment, slugOf } from "./file-name.ts";

const nameIn = (header: string) => decodeURIComponent(/filename\*=UTF-8''(.*)$/.exec(header)?.[1] ?? "");

test("le nom du fichier est sûr, et garde les accents pour qui les lit", () => {
  expect(slugOf("L’Œuvre d’été")).toBe("l-oeuvre-d-ete");
  expect(slugOf("日本")).toBe("livre");
  expect(attachment('A"\r\nB/é', "md")).toBe(`attachment; filename="a-b-e.md"; filename*=UTF-8''A%20B%20%C3%A9.md`);
});

test.each([
  ["", "livre.pdf"],
  ["../../etc/passwd", "etc passwd.pdf"],
  [".caché. ", "caché.pdf"],
  ["A\u202eB\u200b\ud800C", "A B C.pdf"],
  ["CON", "_CON.pdf"],
  ["Lpt1.notes", "_Lpt1.notes.pdf"],
])("le titre %j donne un nom que tout système de fichiers prend", (title, name) => {
  expect(nameIn(attachment(title, "pdf"))).toBe(name);
});

test("un titre sans fin donne un nom de moins de 255 octets, sans couper une lettre", () => {
  const name = nameIn(attachment("a日本🚀".repeat(100), "epub"));
  expect(new TextEncoder().encode(name).length).toBeLessThan(255);
  expect(name.isWellFormed()).toBe(true);
  expect(attachment("é".repeat(500), "epub")).toMatch(/filename="e{80}\.epub"/);
});
