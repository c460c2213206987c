import { readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import type { SchemaContainer, SchemaEngine } from "@prisma/schema-engine-wasm";
import { perProcess } from "../per-process.ts";

const require = createRequire(import.meta.url);
export const noFilter = { externalTables: [], externalEnums: [] };

function reportPanic(message: string) {
  throw new Error(`prisma schema engine: ${message}`);
}

/** Node refuses the `.wasm` import of Prisma's entry file. Its glue keeps the first memory, so that it loads once a process. */
async function loadEngine(): Promise<typeof SchemaEngine> {
  const glueFile = require.resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const glue = await import(glueFile);
  const bytes = await readFile(path.join(path.dirname(glueFile), "schema_engine_bg.wasm"));
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: reportPanic } });
  const { instance } = await WebAssembly.instantiate(bytes, { "./schema_engine_bg.js": glue });
  glue.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  return glue.SchemaEngine;
}

const loaded = perProcess("database.schema-engine", loadEngine);

export async function withEngine<T>(
  adapter: SqlMigrationAwareDriverAdapterFactory,
  schema: SchemaContainer[],
  use: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  const Engine = await loaded.get();
  const datamodels = schema.map((file): [string, string] => [file.path, file.content]);
  const engine = await Engine.new({ datamodels }, () => {}, bindMigrationAwareSqlAdapterFactory(adapter));
  try {
    return await use(engine);
  } finally {
    engine.free();
  }
}

export async function readSchema(root: string): Promise<SchemaContainer[]> {
  const folder = path.join(root, "prisma", "schema");
  const names = (await readdir(folder)).filter((name) => name.endsWith(".prisma")).sort();
  return Promise.all(
    names.map(async (name) => ({ path: name, content: await readFile(path.join(folder, name), "utf8") })),
  );
}

/** @returns SQL, the next migration once all others are applied; empty when there is no difference */
export async function diffToSchema(adapter: SqlMigrationAwareDriverAdapterFactory, root: string): Promise<string> {
  const files = await readSchema(root);
  return withEngine(adapter, files, async (engine) => {
    const { stdout, exitCode } = await engine.diff({
      from: { tag: "schemaDatasource", files, configDir: root },
      to: { tag: "schemaDatamodel", files },
      script: true,
      exitCode: true,
      filters: noFilter,
    });
    return exitCode === 2 ? (stdout ?? "") : "";
  });
}
