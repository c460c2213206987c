import { type ChildProcess, type SpawnOptions, type SpawnSyncOptions, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chownSync, closeSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { freePort } from "./free-port.ts";
import { copyDownloaded, findPostgres } from "./postgres-binaries.ts";
import { serverUser } from "./server-user.ts";

/** Recovery after a crash under load takes a while on a busy machine. */
const startTimeoutMs = 120_000;

export async function isReady(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}

export type PostgresServer = {
  url: string;
  crash: () => Promise<void>;
  stop: () => Promise<void>;
};

type Cluster = { command: string; data: string; port: number; options: SpawnOptions };

/** The postmaster and its children: if it alone were killed, they would finish their work. */
function processesOf(postmaster: number): number[] {
  const { stdout } = spawnSync("ps", ["-eo", "pid=,ppid="], { encoding: "utf8" });
  const pairs = stdout
    .trim()
    .split("\n")
    .map((line) => line.trim().split(/\s+/).map(Number));
  return [postmaster, ...pairs.flatMap(([pid, parent]) => (pid && parent === postmaster ? [pid] : []))];
}

function kill(pid: number) {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It has ended by itself since it was listed.
  }
}

const logFileOf = (data: string) => `${data}.log`;

function launch({ command, data, port, options }: Cluster): ChildProcess {
  const settings = ["fsync=off", "max_connections=300", "unix_socket_directories="];
  const flags = settings.flatMap((setting) => ["-c", setting]);
  const log = openSync(logFileOf(data), "a");
  const args = ["-D", data, "-h", "127.0.0.1", "-p", String(port), ...flags];
  const server = spawn(command, args, { ...options, stdio: ["ignore", "ignore", log] });
  closeSync(log);
  return server;
}

const waitForExit = (server: ChildProcess) =>
  server.exitCode !== null || server.signalCode !== null ? undefined : once(server, "exit");

function initialise(binaries: string, { data, options }: { data: string; options: SpawnOptions }) {
  const init = ["-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-sync", "--no-locale"];
  const made = spawnSync(path.join(binaries, "initdb"), init, { ...options, encoding: "utf8" } as SpawnSyncOptions);
  if (made.status !== 0) throw new Error(`initdb : ${made.stderr || made.error}`);
}

/**
 * Starts a private cluster in a temporary folder, on a free loopback port. It runs without fsync: a killed process loses
 * nothing by that, a power cut would. `synchronous_commit` stays on, else a kill would lose commits that were answered.
 * @throws when there are no binaries (`findPostgres`), or the server is not ready within 2 minutes
 */
export async function startPostgres(): Promise<PostgresServer> {
  const found = findPostgres();
  if (!found) throw new Error("Aucun serveur Postgres sur cette machine.");
  const folder = mkdtempSync(path.join(tmpdir(), "sorami-postgres-"));
  const user = serverUser();
  if (user) chownSync(folder, user.uid, user.gid);
  const binaries = user ? copyDownloaded(found, folder) : found;
  const options = { ...user, cwd: folder, env: { ...process.env, LC_ALL: "C", TZ: "UTC" } };
  const data = path.join(folder, "data");
  initialise(binaries, { data, options });
  const cluster = { command: path.join(binaries, "postgres"), data, port: await freePort(), options };
  const url = `postgresql://postgres@127.0.0.1:${cluster.port}/postgres`;
  let server = launch(cluster);
  const stopAtExit = () => server.kill("SIGQUIT");
  process.once("exit", stopAtExit);
  const stop = async () => {
    process.off("exit", stopAtExit);
    server.kill("SIGINT");
    await waitForExit(server);
    rmSync(folder, { recursive: true, force: true });
  };
  const waitUntilReady = async () => {
    const deadline = performance.now() + startTimeoutMs;
    while (performance.now() < deadline) {
      if (await isReady(url)) return;
      // A child that outlives its postmaster for a moment keeps the next postmaster from starting.
      if (server.exitCode !== null) server = launch(cluster);
      await sleep(100);
    }
    const lastLines = readFileSync(logFileOf(data), "utf8").trim().split("\n").slice(-20);
    await stop();
    throw new Error(`Le serveur Postgres privé n’a pas démarré :\n${lastLines.join("\n")}`);
  };
  const crash = async () => {
    for (const pid of server.pid ? processesOf(server.pid) : []) kill(pid);
    await waitForExit(server);
    server = launch(cluster);
    await waitUntilReady();
  };
  await waitUntilReady();
  return { url, crash, stop };
}
