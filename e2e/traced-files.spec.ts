import { execFile } from "node:child_process";
import { cp, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { expect, test } from "@playwright/test";

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
