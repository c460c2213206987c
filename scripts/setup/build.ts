import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, globSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "../..");
const marker = path.join(root, ".next", "built-from");
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

/** Tells whether the last build was made by `build` from the present sources. */
export function isBuilt(): boolean {
  const complete = existsSync(marker) && existsSync(path.join(root, ".next", "BUILD_ID"));
  return (
    complete && existsSync(path.join(root, "lib/database/generated")) && readFileSync(marker, "utf8") === fingerprint()
  );
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
      if (!error) writeFileSync(marker, fingerprint());
      resolve({ ok: !error, output: `${stdout}${stderr}` });
    });
  });
}
