// Vitest's setup: installs an empty database, of which every test file gets a copy. Installing takes seconds, copying a
// fraction of one.
import { randomUUID } from "node:crypto";
import { rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import pLimit from "p-limit";
import type { TestProject } from "vitest/node";
import { closeDatabase, setDatabase } from "#lib/database/client.ts";
import { openEmbedded } from "#lib/database/embedded.ts";
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
  const pglite = await openEmbedded();
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

const newName = () => `template_${randomUUID().replaceAll("-", "")}`;

async function makeOnServer(server: string): Promise<() => Promise<unknown>> {
  const name = newName();
  process.env.TEST_TEMPLATE_DATABASE = name;
  await makeDatabase(server, name);
  return () => onServer(server, (admin) => admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
}

async function makeEmbedded(): Promise<() => Promise<unknown>> {
  const file = path.join(tmpdir(), `sorami-${newName()}`);
  process.env.TEST_TEMPLATE_FILE = file;
  await makeFile(file);
  return () => rm(file, { force: true });
}

/**
 * Templates are made one by one, since each is for a while the database of this process; and all by the same copy of this
 * module, which Vitest loads for every project, while the schema engine can be loaded once.
 */
const templates = perProcess("test templates", () => {
  const made = new Map<string, Promise<() => Promise<unknown>>>();
  const slot = pLimit(1);
  return (server: string) => {
    const template = made.get(server) ?? slot(() => (server ? makeOnServer(server) : makeEmbedded()));
    made.set(server, template);
    return template;
  };
});

/**
 * Makes the template of a project's database, once for all the projects that ask for it, and tells the run's processes
 * of it: TEST_TEMPLATE_DATABASE is its name on the server, TEST_TEMPLATE_FILE the file of an embedded one.
 */
export function setup({ config }: TestProject) {
  const { TEST_DATABASE_URL: server = "" } = { ...process.env, ...config.env };
  return templates.get()(server);
}
