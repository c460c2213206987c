import { randomUUID } from "node:crypto";
import { openAsBlob } from "node:fs";
import { PrismaPg } from "@prisma/adapter-pg";
import type { Clock } from "pg-boss";
import { setClock } from "#lib/clock.ts";
import { closeDatabase, setDatabase } from "#lib/database/client.ts";
import { openEmbedded } from "#lib/database/embedded.ts";
import { EmbeddedAdapter } from "#lib/database/embedded-adapter.ts";
import { PrismaClient } from "#lib/database/generated/client.ts";
import { reloadEnv } from "#lib/env.ts";
import { startQueue, stopQueue } from "#lib/queue/boss.ts";
import { databaseOn, onServer } from "./server.ts";

const { TEST_DATABASE_URL: server, TEST_TEMPLATE_DATABASE = "", TEST_TEMPLATE_FILE = "" } = process.env;

async function openPostgres(server: string, clock: Clock | undefined): Promise<() => Promise<void>> {
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await onServer(server, (admin) => admin.query(`CREATE DATABASE ${name} TEMPLATE ${TEST_TEMPLATE_DATABASE}`));
  const connectionString = databaseOn(server, name);
  process.env.DATABASE_URL = connectionString;
  reloadEnv();
  // A clock of the test's reaches SQL only in sessions that ask for it.
  const adapter = new PrismaPg({ connectionString, ...(clock && { options: "-c pgboss.test_clock=on" }) });
  setDatabase({ prisma: new PrismaClient({ adapter }) });
  return async () => {
    await closeDatabase();
    await onServer(server, (admin) => admin.query(`DROP DATABASE ${name} WITH (FORCE)`));
    delete process.env.DATABASE_URL;
    reloadEnv();
  };
}

async function openCopy(): Promise<() => Promise<void>> {
  const pglite = await openEmbedded({ loadDataDir: await openAsBlob(TEST_TEMPLATE_FILE) });
  setDatabase({ prisma: new PrismaClient({ adapter: new EmbeddedAdapter(pglite) }), pglite });
  return closeDatabase;
}

/**
 * A migrated database of a test file's own, with the queue started on it: embedded in memory, or a new
 * database on the server of `TEST_DATABASE_URL`. It is a copy of the run's template.
 * @returns what closes both
 */
export async function openTestDatabase(clock?: Clock): Promise<() => Promise<void>> {
  const close = server ? await openPostgres(server, clock) : await openCopy();
  if (clock) setClock(clock);
  await startQueue();
  return async () => {
    await stopQueue();
    await close();
  };
}
