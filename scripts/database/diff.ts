// `npm run db:diff -- name_of_change` writes the next migration from the changes of prisma/schema, without a server.
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { PrismaPGlite } from "pglite-prisma-adapter";
import { applyMigrations } from "../../lib/database/migrations.ts";
import { diffToSchema } from "../../lib/database/schema-engine.ts";

const root = path.resolve(import.meta.dirname, "../..");
const name = process.argv[2]?.replace(/[^a-z0-9]+/gi, "_").toLowerCase();
const pglite = await PGlite.create();
const adapter = new PrismaPGlite(pglite);
await applyMigrations(adapter, root);
const sql = await diffToSchema(adapter, root);
await pglite.close();

if (!sql) console.info("Le schéma et les migrations disent la même chose.");
else if (!name) console.info(`${sql}\nPour écrire la migration : npm run db:diff -- nom_du_changement`);
else {
  const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  const folder = path.join(root, "prisma", "migrations", `${stamp}_${name}`);
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, "migration.sql"), sql);
  console.info(`Écrit : ${path.relative(root, folder)}/migration.sql`);
}
