import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

/** One import, by the paths of both files from the root of the repository. */
export type Import = { from: string; to: string };

const code = /\.(ts|tsx|mts|mjs)$/;
/** `from "…"`, `import "…"`, `import("…")` and `new URL("…", import.meta.url)`; types count like values. */
const specifiers = /(?:\bfrom\s+|\bimport\s*\(\s*|\bimport\s+|\bnew URL\(\s*)["']([^"'\n]+)["']/g;

/** Every file of code that git tracks or would track, from the root of the repository. */
export function codeFiles(root: string): string[] {
  const list = ["ls-files", "--cached", "--others", "--exclude-standard"];
  const { stdout } = spawnSync("git", list, { cwd: root, encoding: "utf8", maxBuffer: 64 * 2 ** 20 });
  return stdout.split("\n").filter((file) => code.test(file) && existsSync(path.join(root, file)));
}

function targetOf(specifier: string, file: string): string | undefined {
  if (specifier.startsWith(".")) return path.posix.join(path.posix.dirname(file), specifier);
  return specifier.startsWith("#") ? specifier.slice(1) : undefined;
}

/** Reads which of these files imports which other. Packages and generated files are left out. */
export function readImports(root: string, files: string[]): Import[] {
  const known = new Set(files);
  return files.flatMap((from) => {
    const text = readFileSync(path.join(root, from), "utf8");
    const targets = [...text.matchAll(specifiers)].map(([, specifier = ""]) => targetOf(specifier, from));
    return [...new Set(targets)].flatMap((to) => (to !== undefined && known.has(to) ? [{ from, to }] : []));
  });
}
