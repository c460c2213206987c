import path from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { PrismaPGlite } from "pglite-prisma-adapter";
import { expect, test } from "vitest";
import { applyMigrations, diffToSchema } from "./schema-engine.ts";

const root = path.resolve(import.meta.dirname, "../..");

test("les migrations mènent exactement au schéma, et une seconde application ne change rien", async () => {
  const pglite = await PGlite.create();
  const adapter = new PrismaPGlite(pglite);
  expect((await applyMigrations(adapter, root)).length).toBeGreaterThan(0);
  expect(await applyMigrations(adapter, root)).toEqual([]);
  expect(await diffToSchema(adapter, root)).toBe("");
  await pglite.exec('ALTER TABLE "Job" DROP COLUMN "topic"');
  expect(await diffToSchema(adapter, root)).toContain('"topic"');
  await pglite.close();
});
