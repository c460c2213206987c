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
import { startRestApi } from "./rest-api.ts";
import { sampleOf, writeSamples } from "./samples.ts";

export const platforms = ["nextjs", "express", "supabase", "n8n", "fastapi"] as const;
export type Platform = (typeof platforms)[number];
/** `closed` has no secret, `off` says so, `signed` has the given ones. */
export type Door = "signed" | "off" | "closed";

export type Query = (sql: string) => Promise<Record<string, unknown>[]>;
export type GuideReceiver = { urls: Record<Door, string>; query: Query };

/** Tells what of Python this machine has: nothing, the language alone, or FastAPI with its server too. */
export function findPython(): "none" | "alone" | "fastapi" {
  const probe = "from importlib.util import find_spec as f; print(bool(f('fastapi') and f('uvicorn')))";
  const { stdout, status } = spawnSync("python3", ["-c", probe], { encoding: "utf8" });
  if (status !== 0) return "none";
  return stdout.trim() === "True" ? "fastapi" : "alone";
}

async function openDatabase() {
  const database = await PGlite.create();
  await database.exec(sampleOf("README.md", "sql"));
  await database.exec("create role service_role");
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

async function startNode(folder: string, env: Record<string, string>) {
  const PORT = String(await freePort());
  const child = fork(path.join(import.meta.dirname, "host.ts"), [folder], {
    env: { ...process.env, ...env, PORT, NODE_OPTIONS: "" },
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  const [origins] = (await once(child, "message")) as [Record<Exclude<Platform, "fastapi">, string>];
  await listens(origins.express);
  return { child, origins };
}

async function startPython(folder: string, env: Record<string, string>) {
  const port = await freePort();
  const args = [path.join(import.meta.dirname, "serve_fastapi.py"), String(port)];
  const child = spawn("python3", args, { cwd: folder, env: { ...process.env, ...env }, stdio: "ignore" });
  const origin = `http://127.0.0.1:${port}`;
  await listens(origin);
  return { child, origin };
}

const settings = (secrets: string): Record<Door, string> => ({ signed: secrets, off: "off", closed: "" });

/** Starts the guides' samples, each as its platform runs it, behind every kind of door. */
export async function startReceivers({ secrets, hasPython }: { secrets: string; hasPython: boolean }) {
  const folder = mkdtempSync(path.join(tmpdir(), "sorami-guides-"));
  writeSamples(folder);
  const opening = openDatabase();
  const socket = await startPostgresSocket(opening);
  const shared = { ...(await startRestApi(opening)), DATABASE_URL: socket.url, DATABASE_FILE: "sorami.db" };
  const children: ChildProcess[] = [];
  const urls = Object.fromEntries(platforms.map((name) => [name, {}])) as Record<Platform, Record<Door, string>>;
  const begin = async (door: Door, secret: string) => {
    const env = { ...shared, WEBHOOK_SECRET: secret };
    const [node, python] = await Promise.all([startNode(folder, env), hasPython && startPython(folder, env)]);
    children.push(node.child, ...(python ? [python.child] : []));
    const origins = { ...node.origins, ...(python && { fastapi: python.origin }) };
    for (const [name, origin] of Object.entries(origins))
      urls[name as Platform][door] = `${origin}/api/webhooks/book-completion`;
  };
  await Promise.all(Object.entries(settings(secrets)).map(([door, secret]) => begin(door as Door, secret)));
  const postgres = await opening;
  const sqlite = hasPython ? new DatabaseSync(path.join(folder, "sorami.db")) : undefined;
  const inPostgres: Query = async (sql) => (await postgres.query<Record<string, unknown>>(sql)).rows;
  const inSqlite: Query = async (sql) => sqlite?.prepare(sql).all() ?? [];
  return {
    folder,
    receiver: (name: Platform): GuideReceiver => ({
      urls: urls[name],
      query: name === "fastapi" ? inSqlite : inPostgres,
    }),
    close: async () => {
      sqlite?.close();
      const ended = children.map((child) => once(child, "exit"));
      for (const child of children) child.kill("SIGKILL");
      await Promise.all(ended);
      await socket.close();
      await postgres.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
