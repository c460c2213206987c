import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";

const root = path.resolve(import.meta.dirname, "../..");

/** `npm test` names the folder, and keeps what is built there. */
const given = process.env.FRESH_CLONE;
const clone = given ?? mkdtempSync(path.join(tmpdir(), "sorami-clone-"));
afterAll(() => given || rmSync(clone, { recursive: true, force: true }));

const git = (...args: string[]) => execFileSync("git", ["-C", clone, ...args], { encoding: "utf8" });

/** This machine's environment (certificates, proxies), without what npm and we have put there, and without any key. */
function newcomer(): NodeJS.ProcessEnv {
  const ours: string[] = readFileSync(path.join(root, ".env.example"), "utf8").match(/[A-Z_]+(?==)/g) ?? [];
  const added = (name: string) => /^npm_|^TEST_|^VITEST|^(NODE_ENV|FRESH_CLONE)$/.test(name) || ours.includes(name);
  const kept = Object.entries(process.env).filter(([name]) => !added(name));
  const folders = (process.env.PATH ?? "").split(path.delimiter);
  const PATH = folders.filter((folder) => !folder.includes("node_modules")).join(path.delimiter);
  return { ...Object.fromEntries(kept), PATH } as unknown as NodeJS.ProcessEnv;
}

/** The README's first command, as a newcomer runs it: no key, no server, nothing installed. */
async function demo(signal: AbortSignal) {
  const child = spawn("npm", ["run", "demo", "--", "--topic", "Le pain", "--goal", "En faire chez soi"], {
    cwd: clone,
    env: newcomer(),
    signal,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
  const began = performance.now();
  const [code] = await once(child, "close");
  return { code, output, seconds: (performance.now() - began) / 1000 };
}

test("d’un clone neuf, une commande mène un livre jusqu’à sa réception ; la même, ensuite, est rapide", {
  timeout: 900_000,
}, async ({ signal }) => {
  execFileSync("git", ["clone", "--quiet", root, clone]);
  const first = await demo(signal);
  expect(first.code, first.output).toBe(0);
  // Other tests run beside it.
  expect(first.seconds).toBeLessThan(480);
  expect(first.output).not.toMatch(/npm warn/i);
  expect(first.output).toContain("✅ Webhook envoyé avec succès pour le job");
  expect(first.output).toContain("reçu par le webhook et rangé");
  const [book] = readdirSync(path.join(clone, ".data/livres"));
  expect(readFileSync(path.join(clone, ".data/livres", book ?? ""), "utf8")).toMatch(/^# /);
  expect(first.output).toContain(`.data/livres/${book}`);

  const second = await demo(signal);
  expect(second.code, second.output).toBe(0);
  expect(second.output).not.toContain("Construction");
  expect(second.seconds).toBeLessThan(first.seconds / 2);
  expect(git("status", "--porcelain")).toBe("");
});
