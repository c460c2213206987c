import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { SqlMigrationAwareDriverAdapterFactory, SqlQueryable } from "@prisma/driver-adapter-utils";
import { env } from "../env.ts";
import { StartRefused } from "../errors.ts";
import { noFilter, readSchema, withEngine } from "./schema-engine.ts";

async function readMigrations(root: string) {
  const baseDir = path.join(root, "prisma", "migrations");
  const entries = await readdir(baseDir, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return {
    baseDir,
    lockfile: {
      path: "migration_lock.toml",
      content: await readFile(path.join(baseDir, "migration_lock.toml"), "utf8"),
    },
    shadowDbInitScript: "",
    migrationDirectories: await Promise.all(
      names.sort().map(async (name) => ({
        path: name,
        migrationFile: {
          path: "migration.sql",
          content: {
            tag: "ok" as const,
            value: await readFile(path.join(baseDir, name, "migration.sql"), "utf8"),
          },
        },
      })),
    ),
  };
}

async function readHistory(connection: SqlQueryable): Promise<unknown[]> {
  const read = async (sql: string) => (await connection.queryRaw({ sql, args: [], argTypes: [] })).rows.flat();
  const [table] = await read("SELECT to_regclass('_prisma_migrations')::text");
  return table ? await read("SELECT migration_name FROM _prisma_migrations") : [];
}

/** Refuses a database made before the migrations were gathered into one: they would be applied on top of its tables. */
async function refuseOlderDatabase(connection: SqlQueryable, init: string | undefined) {
  const history = await readHistory(connection);
  if (history.length === 0 || history.includes(init)) return;
  const { DATABASE_URL, DATA_DIR } = env();
  const remedy = DATABASE_URL
    ? "Créez une base neuve et donnez son adresse dans DATABASE_URL"
    : `Supprimez le dossier ${DATA_DIR}, ou donnez un autre DATA_DIR`;
  throw new StartRefused(
    `La base vient d’une version d’essai de Sorami, antérieure à la première publication\u202f: elle ne peut pas être mise à jour. ${remedy}, puis recommencez. Rien n’a été modifié ni effacé.`,
  );
}

/** An adapter's one connection: for the engine too, and what makes one transaction of what the engine does on it. */
async function openConnection(adapter: SqlMigrationAwareDriverAdapterFactory) {
  const connection = await adapter.connect();
  const run = (sql: string) => connection.executeRaw({ sql, args: [], argTypes: [] });
  const execute = connection.executeScript.bind(connection);
  let fault: unknown;
  connection.executeScript = (script) =>
    execute(script).catch((error) => {
      fault = error;
      throw error;
    });
  return {
    connection,
    adapter: {
      provider: adapter.provider,
      adapterName: adapter.adapterName,
      connect: async () => connection,
      connectToShadowDb: () => adapter.connectToShadowDb(),
    },
    async inTransaction<T>(name: string, work: () => Promise<T>): Promise<T> {
      await run("BEGIN");
      try {
        const result = await work();
        await run("COMMIT");
        return result;
      } catch (error) {
        await run("ROLLBACK").catch(() => undefined);
        // All that the engine tells is that it could not note the fault down in a transaction that had failed.
        throw fault ? new Error(`La migration ${name} a échoué.`, { cause: fault }) : error;
      }
    },
  };
}

/**
 * Applies every migration of `prisma/migrations` that the database has not seen, like
 * `prisma migrate deploy`, with the ordinary `_prisma_migrations` table. Each is applied and recorded in one
 * transaction: the engine alone leaves one that was cut short half done, and refuses the database ever after.
 * @param adapter must work on a single connection
 * @returns the names of the migrations applied now, oldest first
 * @throws {StartRefused} when the database was made by an older chain of migrations
 */
export async function applyMigrations(adapter: SqlMigrationAwareDriverAdapterFactory, root: string): Promise<string[]> {
  const { migrationDirectories: all, ...rest } = await readMigrations(root);
  const { connection, adapter: connected, inTransaction } = await openConnection(adapter);
  await refuseOlderDatabase(connection, all[0]?.path);
  return withEngine(connected, await readSchema(root), async (engine) => {
    const applied: string[] = [];
    for (const [index, last] of all.entries()) {
      const migrationsList = { ...rest, migrationDirectories: all.slice(0, index + 1) };
      const apply = () => engine.applyMigrations({ migrationsList, filters: noFilter });
      applied.push(...(await inTransaction(last.path, apply)).appliedMigrationNames);
    }
    return applied;
  });
}
