import { afterAll, beforeAll, expect, test } from "vitest";
import { watchEventLoopBlocking } from "#testing/machine/event-loop.ts";
import { makeDocx } from "#testing/manuscripts/docx.ts";
import { makeEpub } from "#testing/manuscripts/epub.ts";
import { tinyPng } from "#testing/manuscripts/pictures.ts";
import { readInThread } from "#testing/manuscripts/upload.ts";
import type { AppError } from "../errors.ts";

const mib = 1024 * 1024;
const page = { path: "1.xhtml", body: "<h1>Un</h1><p>A.</p>" };

/** @returns the code, the field and the sentence of the refusal */
async function refusalOf(file: Uint8Array | string) {
  const error = await readInThread(file).then(
    () => undefined,
    (reason: AppError) => reason,
  );
  return `${error?.code} ${error?.issues?.[0]?.path}: ${error?.message}`;
}

const deep = (levels: number, tag: string) => [`<${tag}>`.repeat(levels), `</${tag}>`.repeat(levels)].join("x");
const laughs = `<!DOCTYPE html [<!ENTITY a "haha">${"bcdefghij"
  .split("")
  .map((name, at) => `<!ENTITY ${name} "${`&${"abcdefghij"[at]};`.repeat(10)}">`)
  .join("")}]>`;

let watch: ReturnType<typeof watchEventLoopBlocking>;
beforeAll(() => {
  watch = watchEventLoopBlocking();
});
afterAll(() => {
  expect(watch.stop()).toBeLessThan(300);
});

test.each<[string, () => Uint8Array | string, RegExp]>([
  [
    "une bombe en une entrée",
    () => makeEpub([page, { path: "2.xhtml", body: "<p>a</p>".repeat(5 * mib) }]),
    /^invalid file: .*plus gros/,
  ],
  [
    "une bombe dans un DOCX",
    () => makeDocx([{ runs: "A" }], { more: { "word/bombe.xml": new Uint8Array(200 * mib) } }),
    /^invalid file: .*plus gros/,
  ],
  [
    "trop d’entrées",
    () =>
      makeEpub([page], {
        more: Object.fromEntries(Array.from({ length: 6000 }, (_, at) => [`${at}`, new Uint8Array()])),
      }),
    /^invalid file: .*plus gros/,
  ],
  [
    "un million d’éléments",
    () => makeEpub([{ path: "1.xhtml", body: "<b></b>".repeat(mib) }]),
    /^invalid file: .*éléments/,
  ],
  [
    "des éléments sans fond",
    () => makeEpub([{ path: "1.xhtml", body: deep(100_000, "div") }]),
    /^invalid file: .*éléments/,
  ],
  ["des éléments sans fond dans un DOCX", () => makeDocx([deep(100_000, "w:sdt")]), /^invalid file/],
  ["trop de chapitres", () => "# a\n".repeat(2001), /^invalid file: .*2000 chapitres/],
  ["un chapitre trop long", () => `# Un\n\n${"mot ".repeat(600_000)}`, /^invalid file: .*2 Mio/],
  [
    "un texte trop long",
    () => Array.from({ length: 8 }, () => `# Un\n\n${"mot ".repeat(400_000)}`).join("\n\n"),
    /^invalid file: .*10 Mio/,
  ],
  [
    "des notes qui se multiplient",
    () => `${"# a\n\nb[^1]\n\n".repeat(100)}[^1]: ${"mot ".repeat(200_000)}`,
    /^invalid file: .*10 Mio/,
  ],
  ["10 Mo de crochets", () => "[".repeat(10 * mib), /^invalid file: .*2 Mio/],
])("%s se refuse, en une phrase", async (_case, make, expected) => {
  const file = watch.exclude(make);
  expect(await refusalOf(file)).toMatch(expected);
});

test("des crochets, un par un ou par paires, se gardent comme du texte", async () => {
  for (const unit of ["[", "[^", "[a", "*_", "> ", "- "]) {
    const source = unit.repeat(mib / unit.length);
    const { manuscript } = await readInThread(source);
    expect(manuscript.chapters[0]?.content).toBe(source.trim());
  }
});

test("des entités qui s’appellent l’une l’autre ne se développent pas", async () => {
  const { manuscript } = await readInThread(
    makeEpub([{ path: "1.xhtml", body: "<h1>Un</h1><p>&j; A.</p>" }], { head: laughs }),
  );
  expect(manuscript.chapters[0]?.content.length).toBeLessThan(100);
});

test("une image trop grande n’est pas gardée, ni lue au-delà de sa borne, et le texte reste", async () => {
  const large = Buffer.concat([tinyPng, Buffer.alloc(6 * mib)]);
  const { manuscript } = await readInThread(
    makeEpub([{ path: "1.xhtml", body: '<h1>Un</h1><p>A <img alt="Mer" src="m.png"/></p>' }], {
      more: { "OEBPS/m.png": large },
    }),
  );
  expect(manuscript).toMatchObject({ pictures: [], picturesLeftOut: 1 });
  expect(manuscript.chapters[0]?.content).toContain("![Mer](images/");
});

test("un corps qui n’est pas un formulaire, sans fichier ou avec deux, se refuse", async () => {
  const { readUpload } = await import("./read.ts");
  const form = (...parts: string[]) =>
    Buffer.from(`${parts.map((part) => `--b\r\nContent-Disposition: form-data; ${part}\r\n`).join("")}--b--\r\n`);
  const read = (body: Buffer) => readUpload(new Uint8Array(body), "multipart/form-data; boundary=b");
  const file = 'name="file"; filename="a.md"\r\n\r\nA.';
  await expect(read(Buffer.from("rien"))).rejects.toMatchObject({ code: "malformed" });
  await expect(read(form('name="file"\r\n\r\nA.'))).rejects.toMatchObject({
    code: "invalid",
    issues: [{ path: "file" }],
  });
  await expect(read(form(file, file))).rejects.toMatchObject({ code: "invalid", issues: [{ path: "file" }] });
  await expect(read(form(file, 'name="title"\r\n\r\nSel'))).resolves.toMatchObject({
    name: "a.md",
    fields: { title: "Sel" },
  });
});

test("un nom de fichier n’est qu’un nom", async () => {
  expect((await readInThread("A.", "C:\\Users\\x\\..\\récit\u0000.md")).name).toBe("récit .md");
});
