import path from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { env } from "../env.ts";
import { StartRefused } from "../errors.ts";
import { provideKeys } from "../keys.ts";
import { closeDatabase, setDatabase } from "./client.ts";
import { EmbeddedAdapter } from "./embedded-adapter.ts";
import { PrismaClient } from "./generated/client.ts";
import { lockDataDir } from "./lock.ts";
import { applyMigrations } from "./schema-engine.ts";

/** Applies the migrations to a server, one process at a time: instances of one deployment start together. */
async function migrateServer(connectionString: string, root: string) {
  const pool = new pg.Pool({ connectionString });
  const lock = await pool.connect().catch((error) => {
    throw new StartRefused(`DATABASE_URL : le serveur Postgres ne répond pas (${error.code ?? error.message}).`);
  });
  try {
    await lock.query("SELECT pg_advisory_lock(hashtext('sorami migrations'))");
    await applyMigrations(new PrismaPg(pool), root);
  } finally {
    lock.release(true);
    await pool.end();
  }
}

/**
 * Opens the database before anything is served: takes the lock on DATA_DIR when it is embedded, and
 * applies the migrations of `root` on either kind. The embedded one runs without fsync: safe against a
 * killed process, not against a power cut.
 * @returns what closes it
 * @throws {StartRefused}
 */
export async function openDatabase(root: string): Promise<() => Promise<void>> {
  const { DATABASE_URL, DATA_DIR } = env();
  if (DATABASE_URL) {
    provideKeys();
    await migrateServer(DATABASE_URL, root);
    setDatabase({ prisma: new PrismaClient({ adapter: new PrismaPg({ connectionString: DATABASE_URL }) }) });
    return closeDatabase;
  }
  const release = await lockDataDir(DATA_DIR);
  provideKeys();
  const pglite = await PGlite.create(path.join(DATA_DIR, "database"));
  await pglite.exec("SET TIME ZONE 'UTC'");
  const adapter = new EmbeddedAdapter(pglite);
  await applyMigrations(adapter, root);
  setDatabase({ prisma: new PrismaClient({ adapter }), pglite });
  return async () => {
    await closeDatabase();
    release();
  };
}
