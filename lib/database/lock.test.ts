import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { lockDataDir } from "./lock.ts";

/** In a process of its own: what never ends can then be ended. */
function startIn(folder: string): string {
  const script = `import("./lock.ts").then(({ lockDataDir }) => lockDataDir(process.argv[1])).catch((error) => console.log(error.message))`;
  const { stdout, signal } = spawnSync(process.execPath, ["-e", script, folder], {
    cwd: import.meta.dirname,
    timeout: 15_000,
    encoding: "utf8",
  });
  return signal ?? stdout.trim();
}

test("un dossier que le système ne laisse pas créer est refusé par une phrase au lieu d’attendre sans fin", () => {
  expect(startIn("/proc/sorami/donnees")).toMatch(
    /^DATA_DIR : le dossier \/proc\/sorami\/donnees ne peut pas être créé ou écrit \(/,
  );
});

test("un dossier absent est créé, et ceux qui le contiennent", async () => {
  const base = await mkdtemp(path.join(tmpdir(), "sorami-"));
  const folder = path.join(base, "un", "deux");
  (await lockDataDir(folder))();
  expect(existsSync(folder)).toBe(true);
  await rm(base, { recursive: true });
});
