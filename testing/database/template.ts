// Vitest's setup: installs an empty database, of which every test file gets a copy. Installing takes seconds, copying a
// fraction of one.
import { randomUUID } from "node:crypto";
import { rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { PrismaPg } from "@prisma/adapter-pg";
import { closeDatabase, setDatabase } from "#lib/database/client.ts";
import { EmbeddedAdapter } from "#lib/database/embedded-adapter.ts";
import { PrismaClient } from "#lib/database/generated/client.ts";
import { migrateServer } from "#lib/database/migrate-server.ts";
import { applyMigrations } from "#lib/database/migrations.ts";
import { reloadEnv } from "#lib/env.ts";
import { perProcess } from "#lib/per-process.ts";
import { startQueue, stopQueue } from "#lib/queue/boss.ts";
import { databaseOn, onServer } from "./server.ts";

const root = path.resolve(import.meta.dirname, "../..");

async function installQueue() {
  await startQueue();
  await stopQueue();
}

async function makeFile(file: string) {
  const pglite = await PGlite.create();
  const adapter = new EmbeddedAdapter(pglite);
  await applyMigrations(adapter, root);
  setDatabase({ prisma: new PrismaClient({ adapter }), pglite });
  await installQueue();
  const dump = await pglite.dumpDataDir("none");
  await closeDatabase();
  await writeFile(file, Buffer.from(await dump.arrayBuffer()));
}

async function makeDatabase(server: string, name: string) {
  const url = databaseOn(server, name);
  await onServer(server, (admin) => admin.query(`CREATE DATABASE ${name}`));
  await migrateServer(url, root);
  process.env.DATABASE_URL = url;
  reloadEnv();
  setDatabase({ prisma: new PrismaClient({ adapter: new PrismaPg({ connectionString: url }) }) });
  await installQueue();
  await closeDatabase();
  delete process.env.DATABASE_URL;
  reloadEnv();
}

async function make(): Promise<() => Promise<unknown>> {
  const { TEST_DATABASE_URL: server } = process.env;
  const name = `template_${randomUUID().replaceAll("-", "")}`;
  const template = server ? name : path.join(tmpdir(), `sorami-${name}`);
  process.env.TEST_TEMPLATE = template;
  if (server) {
    await makeDatabase(server, name);
    return () => onServer(server, (admin) => admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
  }
  await makeFile(template);
  return () => rm(template, { force: true });
}

const template = perProcess("test template", make);

/**
 * Makes the template, once for all the projects that ask for it, and tells the run's processes of it: TEST_TEMPLATE is a
 * database's name, or a file.
 */
export const setup = () => template.get();
