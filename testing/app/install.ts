// Installs an embedded database in DATA_DIR, as a first start does, and stops: apps of tests start on copies of it.
import { openDatabase } from "#lib/database/open.ts";
import { startQueue, stopQueue } from "#lib/queue/boss.ts";
import { root } from "./app.ts";

const close = await openDatabase(root);
await startQueue();
await stopQueue();
await close();
// The schema engine leaves a 10 s timer behind.
process.exit(0);
