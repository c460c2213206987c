// Applies the migrations to DATABASE_URL and installs its queue, for deployments without `npm start` (Vercel's build).
import path from "node:path";
import { openDatabase } from "../../lib/database/open.ts";
import { env } from "../../lib/env.ts";
import { StartRefused } from "../../lib/errors.ts";
import { startQueue, stopQueue } from "../../lib/queue/boss.ts";

if (!env().DATABASE_URL) {
  console.error("DATABASE_URL : requis. La base embarquée, elle, se met à jour au démarrage.");
  process.exit(1);
}
const close = await openDatabase(path.resolve(import.meta.dirname, "../..")).catch((error) => {
  console.error(error instanceof StartRefused ? error.message : error);
  process.exit(1);
});
await startQueue("resident");
await stopQueue();
await close();
console.info("La base est à jour.");
// The schema engine leaves a 10 s timer behind.
process.exit(0);
