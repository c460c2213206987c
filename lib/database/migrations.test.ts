import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { afterAll, beforeAll, expect, test } from "vitest";
import { StartRefused } from "../errors.ts";
import { EmbeddedAdapter } from "./embedded-adapter.ts";
import { applyMigrations } from "./migrations.ts";
import { diffToSchema } from "./schema-engine.ts";

const root = path.resolve(import.meta.dirname, "../..");

let pglite: PGlite;
let adapter: EmbeddedAdapter;
beforeAll(async () => {
  pglite = await PGlite.create();
  adapter = new EmbeddedAdapter(pglite);
});
afterAll(() => pglite.close());

test("les migrations mènent exactement au schéma, et une seconde application ne change rien", async () => {
  expect((await applyMigrations(adapter, root)).length).toBeGreaterThan(0);
  expect(await applyMigrations(adapter, root)).toEqual([]);
  expect(await diffToSchema(adapter, root)).toBe("");
  await pglite.exec('ALTER TABLE "Job" DROP COLUMN "topic"');
  expect(await diffToSchema(adapter, root)).toContain('"topic"');
});

test("une base d’une chaîne de migrations antérieure est refusée par une phrase, et reste comme elle était", async () => {
  const older = await PGlite.create();
  await older.exec(`
    CREATE TABLE _prisma_migrations (migration_name text);
    INSERT INTO _prisma_migrations VALUES ('20261123191315_init'), ('20261123193300_library_any_job_id');
    CREATE TABLE "Job" (id int);
  `);
  const refused = await applyMigrations(new EmbeddedAdapter(older), root).catch((error) => error);
  expect(refused).toBeInstanceOf(StartRefused);
  expect(refused.message).toContain("Supprimez le dossier");
  expect(refused.message).toContain("DATA_DIR");
  const tables = await older.query("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1");
  expect(tables.rows).toEqual([{ tablename: "Job" }, { tablename: "_prisma_migrations" }]);
  await older.close();
});

test("une migration qui échoue ne laisse rien d’elle, dit pourquoi, et n’empêche pas la suite", async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "sorami-"));
  await cp(path.join(root, "prisma"), path.join(folder, "prisma"), { recursive: true });
  const bad = path.join(folder, "prisma/migrations/99990101000000_bad");
  await mkdir(bad);
  const write = (sql: string) => writeFile(path.join(bad, "migration.sql"), sql);
  await write('ALTER TABLE "Job" ADD COLUMN "once" INTEGER; ALTER TABLE "Nowhere" ADD COLUMN "x" INTEGER;');
  const failed = await applyMigrations(adapter, folder).catch((error) => error);
  expect(failed.message).toBe("La migration 99990101000000_bad a échoué.");
  expect(failed.cause.message).toContain("Nowhere");
  await write('ALTER TABLE "Job" ADD COLUMN "once" INTEGER;');
  expect(await applyMigrations(adapter, folder)).toEqual(["99990101000000_bad"]);
  await rm(folder, { recursive: true });
});
