import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { applyMigrations } from "./migrations.ts";

/** A pool of one connection that is never replaced: what a transaction began must not go on outside it. */
function poolOf(client: pg.Client): pg.Pool {
  return Object.assign(new pg.Pool(), { query: client.query.bind(client) });
}

/** Applies the migrations of `root` to a server, one process at a time: instances of one deployment start together. */
export async function migrateServer(connectionString: string, root: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  // What was under way hears of it too; without a listener it would end the process.
  client.on("error", () => undefined);
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock(hashtext('sorami migrations'))");
    await applyMigrations(new PrismaPg(poolOf(client)), root);
  } finally {
    await client.end().catch(() => undefined);
  }
}
