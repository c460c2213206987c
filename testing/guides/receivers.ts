import { type ChildProcess, fork, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { DatabaseSync } from "node:sqlite";
import { PGlite } from "@electric-sql/pglite";
import { freePort } from "../machine/free-port.ts";
import { pollUntil } from "../machine/poll.ts";
import { startPostgresSocket } from "../servers/postgres-socket.ts";
import { queryAs, startRestApi } from "./rest-api.ts";
import { sampleOf, writeSamples } from "./samples.ts";

export const platforms = ["nextjs", "express", "supabase", "n8n", "fastapi"] as const;
export type Platform = (typeof platforms)[number];
/** `closed` has no secret, `off` says so, `signed` has the given ones. */
export type Door = "signed" | "off" | "closed";

export type Query = (sql: string) => Promise<Record<string, unknown>[]>;
export type GuideReceiver = { urls: Record<Door, string>; query: Query };

/** Tells what of Python this machine has: nothing new enough, the language alone, or FastAPI with its server too. */
export function findPython(): "none" | "alone" | "fastapi" {
  const probe =
    "import sys; from importlib.util import find_spec as f; assert sys.version_info >= (3, 10); print(bool(f('fastapi') and f('uvicorn')))";
  const { stdout, status } = spawnSync("python3", ["-c", probe], { encoding: "utf8" });
  if (status !== 0) return "none";
  return stdout.trim() === "True" ? "fastapi" : "alone";
}

/** The roles of a Supabase project, and what a new table or function gives them. */
const roles = `
  create role anon; create role authenticated; create role service_role bypassrls;
  alter default privileges in schema public grant all on tables to anon, authenticated;
  alter default privileges in schema public grant execute on functions to anon, authenticated`;

async function openDatabase() {
  const database = await PGlite.create();
  await database.exec(roles);
  await database.exec(sampleOf("README.md", "sql"));
  await database.exec(sampleOf("supabase.md", "sql"));
  return database;
}

const listens = (origin: string) =>
  pollUntil(
    () =>
      fetch(origin).then(
        () => true,
        () => false,
      ),
    (answers) => answers,
    { timeoutMs: 30_000, toMessage: () => `${origin} does not answer` },
  );

type Secrets = Record<Door, string>;
type Running = { children: ChildProcess[]; origins: Record<Door, Partial<Record<Platform, string>>> };

async function startNode(folder: string, shared: Record<string, string>, secretOf: Secrets): Promise<Running> {
  const withPort = async ([door, secret]: [string, string]) =>
    [door, { WEBHOOK_SECRET: secret, PORT: String(await freePort()) }] as const;
  const doors = Object.fromEntries(await Promise.all(Object.entries(secretOf).map(withPort)));
  const child = fork(path.join(import.meta.dirname, "host.ts"), [folder, JSON.stringify(doors)], {
    env: { ...process.env, ...shared, NODE_OPTIONS: "" },
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  const [origins] = (await once(child, "message")) as [Running["origins"]];
  await Promise.all(Object.values(origins).map(({ express = "" }) => listens(express)));
  return { children: [child], origins };
}

async function startPython(folder: string, shared: Record<string, string>, secretOf: Secrets): Promise<Running> {
  const children: ChildProcess[] = [];
  const start = async ([door, secret]: [string, string]) => {
    const port = await freePort();
    const args = [path.join(import.meta.dirname, "serve_fastapi.py"), String(port)];
    const env = { ...process.env, ...shared, WEBHOOK_SECRET: secret };
    children.push(spawn("python3", args, { cwd: folder, env, stdio: "ignore" }));
    const fastapi = `http://127.0.0.1:${port}`;
    await listens(fastapi);
    return [door, { fastapi }] as const;
  };
  const origins = Object.fromEntries(await Promise.all(Object.entries(secretOf).map(start)));
  return { children, origins: origins as Running["origins"] };
}

export async function startReceivers({ secrets, hasPython }: { secrets: string; hasPython: boolean }) {
  const folder = mkdtempSync(path.join(tmpdir(), "sorami-guides-"));
  writeSamples(folder);
  const opening = openDatabase();
  const socket = await startPostgresSocket(opening);
  const restApi = await startRestApi(opening);
  const shared = { ...restApi.variables, DATABASE_URL: socket.url, DATABASE_FILE: "sorami.db" };
  const secretOf = { signed: secrets, off: "off", closed: "" };
  const starts = hasPython ? [startNode, startPython] : [startNode];
  const running = await Promise.all(starts.map((start) => start(folder, shared, secretOf)));
  const urlOf = (name: Platform, door: Door) => {
    const origin = running.map(({ origins }) => origins[door][name]).find((one) => one !== undefined);
    return `${origin}/api/webhooks/book-completion`;
  };
  const postgres = await opening;
  const sqlite = hasPython ? new DatabaseSync(path.join(folder, "sorami.db")) : undefined;
  const inPostgres: Query = async (sql) => (await postgres.query<Record<string, unknown>>(sql)).rows;
  const inSqlite: Query = async (sql) => sqlite?.prepare(sql).all() ?? [];
  return {
    folder,
    queryAs: (role: string, sql: string) => queryAs(postgres, role, sql),
    receiver: (name: Platform): GuideReceiver => ({
      urls: { signed: urlOf(name, "signed"), off: urlOf(name, "off"), closed: urlOf(name, "closed") },
      query: name === "fastapi" ? inSqlite : inPostgres,
    }),
    close: async () => {
      sqlite?.close();
      const children = running.flatMap((one) => one.children);
      const ended = children.map((child) => once(child, "exit"));
      for (const child of children) child.kill("SIGKILL");
      await Promise.all(ended);
      await restApi.close();
      await socket.close();
      await postgres.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
