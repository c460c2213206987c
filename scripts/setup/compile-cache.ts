// The end of `npm run build`: fills the compile cache with the modules that `npm start` and its threads load.
import { rmSync } from "node:fs";
import { enableCompileCache, flushCompileCache } from "node:module";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "../..");
const folder = path.join(root, ".next/cache/node");
rmSync(folder, { recursive: true, force: true });
enableCompileCache(folder);
Object.assign(process.env, { NODE_ENV: "production" });
await import("../server/server.ts");
await import("../../lib/workers.ts");
await import("../../lib/document/worker.ts");
await import("../../lib/document/render.ts");
const { default: next } = await import("next");
const pages = next({ dev: false, dir: root });
await pages.prepare();
await pages.close();
flushCompileCache();
process.exit(0);
