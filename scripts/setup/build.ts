import { execFile, execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, globSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "../..");
const built = path.join(root, ".next");
const marker = "built-from";
const sources = ["package-lock.json", "*.config.*", "tsconfig.json", "{app,lib,prisma,public}/**/*"];

function fingerprint(): string {
  const files = globSync(sources, { cwd: root, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => !file.includes("generated") && !file.endsWith(".test.ts"));
  const hash = createHash("sha256");
  for (const file of files.sort()) hash.update(`${path.relative(root, file)}\0`).update(readFileSync(file));
  return hash.digest("hex");
}

/** Tells whether `build` has made what a folder holds from the sources that are here now. */
const isOfPresentSources = (folder: string): boolean =>
  existsSync(path.join(folder, "BUILD_ID")) &&
  existsSync(path.join(folder, marker)) &&
  readFileSync(path.join(folder, marker), "utf8") === fingerprint();

/** Tells whether the last build was made by `build` from the present sources. */
export const isBuilt = (): boolean =>
  existsSync(path.join(root, "lib/database/generated")) && isOfPresentSources(built);

/** Takes over what was built in a clone. @returns false, changing nothing, when it is of other sources */
export function takeBuild(clone: string): boolean {
  const folder = path.join(clone, ".next");
  if (!isOfPresentSources(folder)) return false;
  rmSync(built, { recursive: true, force: true });
  cpSync(folder, built, { recursive: true });
  // The cache knows the modules by their path.
  execFileSync(process.execPath, ["scripts/setup/compile-cache.ts"], { cwd: root });
  return true;
}

const maxOutputBytes = 2 ** 26;

/**
 * Runs `npm run build`. @returns whether it succeeded, and its output
 * @param hasClient the client of the database is generated already, and in use
 */
export function build({ hasClient = false } = {}): Promise<{ ok: boolean; output: string }> {
  const args = ["run", "build", ...(hasClient ? ["--ignore-scripts"] : [])];
  const env = { ...process.env, NODE_ENV: "production" as const };
  return new Promise((resolve) => {
    execFile("npm", args, { cwd: root, env, maxBuffer: maxOutputBytes }, (error, stdout, stderr) => {
      if (!error) writeFileSync(path.join(built, marker), fingerprint());
      resolve({ ok: !error, output: `${stdout}${stderr}` });
    });
  });
}
