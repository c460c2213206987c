import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "@playwright/test";
import { root } from "#testing/app/app.ts";

const clone = mkdtempSync(path.join(tmpdir(), "sorami-clone-"));
test.afterAll(() => rmSync(clone, { recursive: true, force: true }));

const git = (...args: string[]) => execFileSync("git", ["-C", clone, ...args], { encoding: "utf8" });

/** This machine's environment (certificates, proxies), without what npm and we have put there, and without any key. */
function newcomer(): NodeJS.ProcessEnv {
  const ours: string[] = readFileSync(path.join(root, ".env.example"), "utf8").match(/[A-Z_]+(?==)/g) ?? [];
  const added = (name: string) => /^npm_|^TEST_|^NODE_ENV$/.test(name) || ours.includes(name);
  const kept = Object.entries(process.env).filter(([name]) => !added(name));
  const folders = (process.env.PATH ?? "").split(path.delimiter);
  const PATH = folders.filter((folder) => !folder.includes("node_modules")).join(path.delimiter);
  return { ...Object.fromEntries(kept), PATH } as unknown as NodeJS.ProcessEnv;
}

/** The README's first command, as a newcomer runs it: no key, no server, nothing installed. */
async function demo() {
  const child = spawn("npm", ["run", "demo", "--", "--topic", "Le pain", "--goal", "En faire chez soi"], {
    cwd: clone,
    env: newcomer(),
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
  const began = performance.now();
  const [code] = await once(child, "close");
  return { code, output, seconds: (performance.now() - began) / 1000 };
}

test("d’un clone neuf, une commande mène un livre jusqu’à sa réception ; la même, ensuite, est rapide", {
  tag: "@seul",
}, async () => {
  test.setTimeout(900_000);
  execFileSync("git", ["clone", "--quiet", root, clone]);
  const first = await demo();
  expect(first.code, first.output).toBe(0);
  expect(first.seconds).toBeLessThan(180);
  expect(first.output).not.toMatch(/npm warn/i);
  expect(first.output).toContain("✅ Webhook envoyé avec succès pour le job");
  expect(first.output).toContain("reçu par le webhook et rangé");
  const [book] = readdirSync(path.join(clone, ".data/livres"));
  expect(readFileSync(path.join(clone, ".data/livres", book ?? ""), "utf8")).toMatch(/^---\n(?:.+\n)+---\n+# /);
  expect(first.output).toContain(`.data/livres/${book}`);

  const second = await demo();
  expect(second.code, second.output).toBe(0);
  expect(second.output).not.toContain("Construction");
  expect(second.seconds).toBeLessThan(first.seconds / 2);
  expect(git("status", "--porcelain")).toBe("");
  test.info().annotations.push({ type: "secondes", description: `${first.seconds} puis ${second.seconds}` });
});
