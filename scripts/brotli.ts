import { globSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import path from "node:path";
import { promisify } from "node:util";
import { brotliCompress } from "node:zlib";

const compress = promisify(brotliCompress);
const types: Record<string, string> = {
  ".js": "application/javascript; charset=UTF-8",
  ".css": "text/css; charset=UTF-8",
};

/** Writes a Brotli copy of each script and style sheet of a build, a seventh smaller than gzip. */
export async function compressStatic(distDir: string): Promise<void> {
  const folder = path.join(distDir, "static");
  const files = globSync("**/*.{js,css}", { cwd: folder }).map((file) => path.join(folder, file));
  await Promise.all(files.map(async (file) => writeFile(`${file}.br`, await compress(await readFile(file)))));
}

/** Creates a rewriting of requests that has Next serve the compressed file to browsers that accept Brotli. */
export function createBrotliPreference(root: string) {
  const found = globSync("static/**/*.{js,css}.br", { cwd: path.join(root, ".next") });
  const compressed = new Set(found.map((file) => `/_next/${file.split(path.sep).join("/")}`));
  return (request: IncomingMessage, response: ServerResponse): void => {
    const [address = "", query] = (request.url ?? "").split("?", 2);
    const type = types[path.extname(address)];
    if (!type || !compressed.has(`${address}.br`)) return;
    response.setHeader("Vary", "Accept-Encoding");
    if (!/\bbr\b/.test(String(request.headers["accept-encoding"] ?? ""))) return;
    response.setHeader("Content-Type", type);
    response.setHeader("Content-Encoding", "br");
    request.url = query === undefined ? `${address}.br` : `${address}.br?${query}`;
  };
}
