import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { applyMigrations } from "./migrations.ts";

/** The pool's one connection is never replaced: a transaction must not go on in another. */
function poolOf(client: pg.Client): pg.Pool {
  return Object.assign(new pg.Pool(), { query: client.query.bind(client) });
}

/** Instances of a deployment that start together wait for each other. */
export async function migrateServer(connectionString: string, root: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  // The running query fails too; without a listener the error would end the process.
  client.on("error", () => undefined);
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock(hashtext('sorami migrations'))");
    await applyMigrations(new PrismaPg(poolOf(client)), root);
  } finally {
    await client.end().catch(() => undefined);
  }
}
