// Applies the migrations to DATABASE_URL and stops: for deployments where `npm start` does not run (Vercel's build).
import path from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { applyMigrations } from "../../lib/database/schema-engine.ts";

const { DATABASE_URL } = process.env;
if (!DATABASE_URL) {
  console.error("DATABASE_URL : requis. La base embarquée, elle, se met à jour au démarrage.");
  process.exit(1);
}
const root = path.resolve(import.meta.dirname, "../..");
const applied = await applyMigrations(new PrismaPg({ connectionString: DATABASE_URL }), root);
console.info(applied.length ? `Migrations appliquées : ${applied.join(", ")}` : "La base est à jour.");
