import path from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { PrismaPg } from "@prisma/adapter-pg";
import { env } from "../env.ts";
import { provideSecrets } from "../generated-secrets.ts";
import { closeDatabase, setDatabase } from "./client.ts";
import { openEmbedded } from "./embedded.ts";
import { EmbeddedAdapter } from "./embedded-adapter.ts";
import { PrismaClient } from "./generated/client.ts";
import { lockDataDir } from "./lock.ts";
import { migrateServer } from "./migrate-server.ts";
import { applyMigrations } from "./migrations.ts";
import { makePrivate, PrivateFolder } from "./private-files.ts";
import { retryOnceServerAnswers } from "./wait-for-server.ts";

/** Postgres's default of 128 MB is resident from the start; the system caches the files anyway. */
const sharedBuffers = "32MB";

/** The embedded database runs without fsync, safe against a kill, not a power cut. @throws {StartRefused} */
export async function openDatabase(root: string): Promise<() => Promise<void>> {
  const { DATABASE_URL, DIRECT_DATABASE_URL = "", DATA_DIR } = env();
  if (DATABASE_URL) {
    provideSecrets();
    await retryOnceServerAnswers(() => migrateServer(DIRECT_DATABASE_URL, root));
    setDatabase({ prisma: new PrismaClient({ adapter: new PrismaPg({ connectionString: DATABASE_URL }) }) });
    return closeDatabase;
  }
  const release = await lockDataDir(DATA_DIR);
  provideSecrets();
  const folder = path.join(DATA_DIR, "database");
  makePrivate(folder);
  const pglite = await openEmbedded({
    fs: new PrivateFolder(folder),
    startParams: [...PGlite.defaultStartParams, "-c", `shared_buffers=${sharedBuffers}`],
  });
  // Whatever was made before its operations were ours.
  makePrivate(folder);
  const adapter = new EmbeddedAdapter(pglite);
  await applyMigrations(adapter, root);
  // It has learnt when it opened which types are arrays: those of our migrations are newer in a new database.
  await pglite.refreshArrayTypes();
  setDatabase({ prisma: new PrismaClient({ adapter }), pglite });
  return async () => {
    await closeDatabase();
    release();
  };
}
