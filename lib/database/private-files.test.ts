import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { makePrivate } from "./private-files.ts";

const root = path.resolve(import.meta.dirname, "../..");

/** Opens the embedded database of a folder in a process of its own, writes to it, and stops. */
function openIn(dataDir: string, umask: string) {
  const script = `
    process.umask(Number(process.argv[1]));
    const { openDatabase } = await import("./lib/database/open.ts");
    const { db } = await import("./lib/database/client.ts");
    const close = await openDatabase(process.cwd());
    await db().$executeRawUnsafe("CREATE TABLE IF NOT EXISTS essai AS SELECT generate_series(1, 200000) AS n");
    await db().$executeRawUnsafe("CHECKPOINT");
    await close();
    process.exit(0);`;
  const env = { ...process.env, DATA_DIR: dataDir, DATABASE_URL: "", ENVIRONMENT: "production" };
  const options = { cwd: root, env, encoding: "utf8", timeout: 60_000 } as const;
  const { status, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", script, umask], options);
  expect(stderr).toBe("");
  expect(status).toBe(0);
}

function forOthers(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, encoding: "utf8" });
  expect(entries.length).toBeGreaterThan(900);
  return ["", ...entries].filter((entry) => (statSync(path.join(folder, entry)).mode & 0o077) !== 0);
}

test("DATA_DIR et tout ce qu’il contient n’est qu’à qui l’a démarré, quel que soit l’umask", () => {
  const base = mkdtempSync(path.join(tmpdir(), "sorami-"));
  const folder = path.join(base, "donnees");
  mkdirSync(folder, { mode: 0o777 });
  openIn(folder, "0");
  expect(forOthers(folder)).toEqual([]);
  rmSync(base, { recursive: true });
});

test("ce qui était ouvert à tous ne l’est plus", () => {
  const base = mkdtempSync(path.join(tmpdir(), "sorami-"));
  const folder = path.join(base, "un", "deux");
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, "fichier"), "");
  for (const open of [base, folder]) chmodSync(open, 0o777);
  chmodSync(path.join(folder, "fichier"), 0o666);
  makePrivate(base);
  const modes = [base, folder, path.join(folder, "fichier")].map((entry) => statSync(entry).mode & 0o777);
  expect(modes).toEqual([0o700, 0o700, 0o600]);
  rmSync(base, { recursive: true });
});
