import { randomUUID } from "node:crypto";
import path from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import type { Clock } from "pg-boss";
import { setClock } from "../clock.ts";
import { closeDatabase, setDatabase } from "../database/client.ts";
import { EmbeddedAdapter } from "../database/embedded-adapter.ts";
import { PrismaClient } from "../database/generated/client.ts";
import { migrateServer } from "../database/migrate-server.ts";
import { applyMigrations } from "../database/migrations.ts";
import { reloadEnv } from "../env.ts";
import { startQueue, stopQueue } from "../queue/boss.ts";

const root = path.resolve(import.meta.dirname, "../..");

async function openPostgres(server: string, clock: Clock | undefined): Promise<() => Promise<void>> {
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  const admin = new pg.Client({ connectionString: server });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  process.env.DATABASE_URL = url.href;
  reloadEnv();
  // A clock of the test's reaches SQL only in sessions that ask for it.
  const adapter = new PrismaPg({ connectionString: url.href, ...(clock && { options: "-c pgboss.test_clock=on" }) });
  await migrateServer(url.href, root);
  setDatabase({ prisma: new PrismaClient({ adapter }) });
  return async () => {
    await closeDatabase();
    await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
    await admin.end();
    delete process.env.DATABASE_URL;
    reloadEnv();
  };
}

async function openEmbedded(): Promise<() => Promise<void>> {
  const pglite = await PGlite.create();
  await pglite.exec("SET TIME ZONE 'UTC'");
  const adapter = new EmbeddedAdapter(pglite);
  await applyMigrations(adapter, root);
  setDatabase({ prisma: new PrismaClient({ adapter }), pglite });
  return closeDatabase;
}

/**
 * A migrated database of a test file's own, with the queue started on it: embedded in memory, or a new
 * database on the server of `TEST_DATABASE_URL`.
 * @returns what closes both
 */
export async function openTestDatabase(clock?: Clock): Promise<() => Promise<void>> {
  const server = process.env.TEST_DATABASE_URL;
  const close = server ? await openPostgres(server, clock) : await openEmbedded();
  if (clock) setClock(clock);
  await startQueue();
  return async () => {
    await stopQueue();
    await close();
  };
}
