// `npm start`, and with `--dev` `npm run dev`: settles what must be settled before anything else is loaded.
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

// libuv counts its threads once, when the first of them has something to do. It leaves half of them to names: its
// usual four would leave two to every endpoint, model and database.
process.env.UV_THREADPOOL_SIZE ??= "32";
// Next decides by NODE_ENV how it renders; the mode of Sorami is ENVIRONMENT, never NODE_ENV.
Object.assign(process.env, { NODE_ENV: dev ? "development" : "production" });
if (!dev) {
  requireBuild();
  enableCompileCache(path.join(root, ".next/cache/node"));
}
const { serve } = await import("./server/server.ts");
serve({ root, dev });
