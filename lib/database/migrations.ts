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

async function readRows(connection: SqlQueryable, sql: string): Promise<unknown[][]> {
  return (await connection.queryRaw({ sql, args: [], argTypes: [] })).rows;
}

async function hasMigrationsTable(connection: SqlQueryable): Promise<boolean> {
  const [[table] = []] = await readRows(connection, "SELECT to_regclass('_prisma_migrations')::text");
  return Boolean(table);
}

async function readHistory(connection: SqlQueryable): Promise<unknown[]> {
  if (!(await hasMigrationsTable(connection))) return [];
  return (await readRows(connection, "SELECT migration_name FROM _prisma_migrations")).flat();
}

/** The migrations were squashed into one, which must not be applied on top of older tables. */
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

/** Shares one connection with the engine, whose work on it `inTransaction` makes one transaction. */
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
        // The engine reports only that it could not record the fault in a transaction that had failed.
        throw fault ? new Error(`La migration ${name} a échoué.`, { cause: fault }) : error;
      }
    },
  };
}

/** Checks in SQL: the engine takes a second to load. */
async function isUpToDate(connection: SqlQueryable, names: string[]): Promise<boolean> {
  if (!(await hasMigrationsTable(connection))) return false;
  const rows = await readRows(
    connection,
    "SELECT migration_name, finished_at IS NOT NULL FROM _prisma_migrations WHERE rolled_back_at IS NULL",
  );
  const applied = new Set(rows.map(([name]) => name));
  return rows.every(([, isFinished]) => isFinished) && names.every((name) => applied.has(name));
}

/**
 * Records each migration in its own transaction: the engine alone leaves an interrupted one half done for ever.
 * @param adapter must work on a single connection
 * @throws {StartRefused} when an older chain of migrations made the database
 */
export async function applyMigrations(adapter: SqlMigrationAwareDriverAdapterFactory, root: string): Promise<string[]> {
  const { migrationDirectories: all, ...rest } = await readMigrations(root);
  const { connection, adapter: connected, inTransaction } = await openConnection(adapter);
  await refuseOlderDatabase(connection, all[0]?.path);
  const names = all.map(({ path: name }) => name);
  if (await isUpToDate(connection, names)) return [];
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
