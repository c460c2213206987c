// `npm start`, and with `--dev` `npm run dev`: sets what must be set before any other module is loaded.
import { existsSync } from "node:fs";
import { enableCompileCache } from "node:module";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "..");
const dev = process.argv.includes("--dev");

function requireBuild() {
  const isBuilt = [".next/BUILD_ID", "lib/database/generated"].every((file) => existsSync(path.join(root, file)));
  if (isBuilt) return;
  console.error("Sorami n’est pas encore construit : lancez d’abord npm run build.");
  process.exit(1);
}

// libuv reads the size once, at the first task, and uses at most half of its threads for DNS: its default of four would
// leave two for all endpoints, models and databases.
process.env.UV_THREADPOOL_SIZE ??= "32";
// What is written is for the user who runs it.
process.umask(0o077);
// Only Next reads NODE_ENV; the mode of Sorami is ENVIRONMENT.
Object.assign(process.env, { NODE_ENV: dev ? "development" : "production" });
if (!dev) {
  requireBuild();
  // The threads that parse find the cache by this variable alone.
  process.env.NODE_COMPILE_CACHE = path.join(root, ".next/cache/node");
  enableCompileCache();
}
const { serve } = await import("./server/server.ts");
serve({ root, dev });
