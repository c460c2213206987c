import { execFile } from "node:child_process";
import { cp, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { expect, test } from "@playwright/test";
import { unzipSync } from "fflate";
import { editionOf } from "#testing/exports/editions.ts";
import { makeDocx } from "#testing/manuscripts/docx.ts";
import { makeEpub } from "#testing/manuscripts/epub.ts";
import { makePdf } from "#testing/references/pdf.ts";

const repository = path.resolve(import.meta.dirname, "..");
const run = promisify(execFile);

const renders = `
import { Piscina } from "piscina";
const filename = process.cwd() + "/lib/document/worker.ts";
const pool = new Piscina({ filename });
const task = { source: "# Sel\\n\\nUn *grain*, $a^2$, ~~deux~~.[^1]\\n\\n| a |\\n|--|\\n| b |\\n\\n[^1]: Une note.", title: "Sel", plain: false };
const { html } = await pool.run(task, { name: "render" });
await pool.run(task, { name: "parse" });
await pool.destroy();
console.log(html);
`;

const readsFiles = `
import { Piscina } from "piscina";
const pool = new Piscina({ filename: process.cwd() + "/lib/" + process.env.ROOM + "/worker.ts" });
const head = "--limite\\r\\nContent-Disposition: form-data; name=\\"file\\"; filename=\\"a\\"\\r\\n\\r\\n";
for (const text of JSON.parse(process.env.FILES)) {
  const body = Buffer.concat([Buffer.from(head), Buffer.from(text, "base64"), Buffer.from("\\r\\n--limite--\\r\\n")]);
  console.log(JSON.stringify(await pool.run({ body, contentType: "multipart/form-data; boundary=limite" }, { name: "read" })));
}
await pool.destroy();
`;

const writesFiles = `
import { Piscina } from "piscina";
const pool = new Piscina({ filename: process.cwd() + "/lib/library/export/worker.ts" });
const { form, edition } = JSON.parse(process.env.ORDER);
const bytes = await pool.run(edition, { name: form });
await pool.destroy();
process.stdout.write(Buffer.from(bytes).toString("base64"));
`;

/** Lays in an empty folder what a deployment would carry for a route, and nothing else. */
async function layTracedFiles(route: string): Promise<string> {
  const list = path.join(repository, ".next/server/app", `${route}.js.nft.json`);
  const { files } = JSON.parse(await readFile(list, "utf8")) as { files: string[] };
  const folder = await mkdtemp(path.join(tmpdir(), "sorami-traced-"));
  for (const file of files) {
    const from = path.resolve(path.dirname(list), file);
    await cp(from, path.join(folder, path.relative(repository, from)), { recursive: true });
  }
  return folder;
}

for (const route of [
  "books/[id]/page",
  "jobs/[id]/page",
  "api/books/[id]/chapters/[position]/route",
  "api/queue/drain/route",
])
  test(`une fonction déployée porte tout ce que la mise en page d’un texte demande : ${route}`, async () => {
    const folder = await layTracedFiles(route);
    const { stdout } = await run(process.execPath, ["--input-type=module", "-e", renders], { cwd: folder });
    expect(stdout).toContain("<table>");
    expect(stdout).toContain("Une note.");
    await rm(folder, { recursive: true });
  });

for (const form of ["epub", "docx"])
  test(`une fonction déployée porte tout ce que l’écriture d’un fichier demande : ${form}`, async () => {
    const folder = await layTracedFiles(`api/books/[id]/${form}/route`);
    const edition = editionOf([{ title: "Sel", content: "Un *grain*, $a^2$.[^1]\n\n[^1]: Une note." }]);
    const options = { cwd: folder, env: { ...process.env, ORDER: JSON.stringify({ form, edition }) } };
    const { stdout } = await run(process.execPath, ["--input-type=module", "-e", writesFiles], options);
    expect(Object.keys(unzipSync(Buffer.from(stdout, "base64"))).length).toBeGreaterThan(5);
    await rm(folder, { recursive: true });
  });

const setsPages = `
import { spawnSync } from "node:child_process";
const { stdout, stderr } = spawnSync(process.execPath, ["lib/library/export/pdf/process.ts"], { input: process.env.EDITION });
process.stdout.write(stdout.toString("latin1") + stderr);
`;

test("une fonction déployée porte tout ce qu’un PDF demande", async () => {
  const folder = await layTracedFiles("api/books/[id]/pdf/route");
  const EDITION = JSON.stringify(editionOf([{ title: "Sel", content: "Un *grain*, $a^2$." }]));
  const options = { cwd: folder, env: { ...process.env, EDITION } };
  const { stdout } = await run(process.execPath, ["--input-type=module", "-e", setsPages], options);
  expect(stdout).toMatch(/^%PDF-1\.7/);
  await rm(folder, { recursive: true });
});

const files = [
  Buffer.from("Du *sel*, $a^2$."),
  makeDocx([{ runs: "Du sel." }]),
  makeEpub([{ path: "1", body: "<p>Du sel.</p>" }]),
];
for (const { what, route, room, read } of [
  { what: "manuscrit", route: "manuscripts", room: "manuscript", read: files },
  { what: "document", route: "documents", room: "reference", read: [...files, makePdf([["Du sel."]])] },
])
  test(`une fonction déployée porte tout ce que la lecture d’un ${what} demande`, async () => {
    const folder = await layTracedFiles(`api/${route}/route`);
    const FILES = JSON.stringify(read.map((file) => Buffer.from(file).toString("base64")));
    const options = { cwd: folder, env: { ...process.env, FILES, ROOM: room } };
    const { stdout } = await run(process.execPath, ["--input-type=module", "-e", readsFiles], options);
    const types = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line).upload?.[room].type);
    expect(types).toEqual(["markdown", "docx", "epub", "pdf"].slice(0, read.length));
    await rm(folder, { recursive: true });
  });
