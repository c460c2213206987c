import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { expect, onTestFinished, test, vi } from "vitest";
import { reloadEnv } from "../env.ts";
import { db } from "./client.ts";
import { openDatabase } from "./open.ts";

const root = path.resolve(import.meta.dirname, "../..");
const server = process.env.TEST_DATABASE_URL;

async function migrate(url: string): Promise<number | null> {
  const child = spawn(process.execPath, [path.join(root, "scripts/database/migrate.ts")], {
    env: { ...process.env, DATABASE_URL: url },
    stdio: "ignore",
  });
  const [code] = await once(child, "exit");
  return code;
}

test.runIf(server)("trois instances qui démarrent ensemble sur une base neuve réussissent toutes", async () => {
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  const admin = new pg.Client({ connectionString: server });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${name}`);
  const url = new URL(server ?? "");
  url.pathname = `/${name}`;
  expect(await Promise.all([1, 2, 3].map(() => migrate(url.href)))).toEqual([0, 0, 0]);
  await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
  await admin.end();
});

// A new embedded database takes four seconds here, and forty beside five others.
const guard = { timeout: 300_000 };

test("une base embarquée prend une liste d’un type à nous dès son premier démarrage", guard, async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "sorami-"));
  vi.stubEnv("DATABASE_URL", undefined);
  vi.stubEnv("DATA_DIR", folder);
  reloadEnv();
  const close = await openDatabase(root);
  onTestFinished(async () => {
    await close();
    vi.unstubAllEnvs();
    reloadEnv();
    rmSync(folder, { recursive: true });
  });
  const ended = ["completed", "failed"];
  expect(await db().$queryRaw`SELECT 'failed'::"JobStatus" = ANY(${ended}::"JobStatus"[]) AS found`).toEqual([
    { found: true },
  ]);
});
