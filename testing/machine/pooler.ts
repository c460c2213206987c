import { spawn } from "node:child_process";
import { once } from "node:events";
import { chownSync, existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { freePort } from "./free-port.ts";
import { pollUntil } from "./poll.ts";
import { isReady } from "./postgres-server.ts";
import { serverUser } from "./server-user.ts";

const programs = [
  "/usr/sbin/pgbouncer",
  "/usr/bin/pgbouncer",
  "/usr/local/bin/pgbouncer",
  "/opt/homebrew/bin/pgbouncer",
];

export const findPooler = (): string | undefined => programs.find(existsSync);

/**
 * Starts PgBouncer before a server, in transaction mode as hosted databases run it: a session keeps nothing from one
 * transaction to the next. Call `stop`.
 */
export async function startPooler(serverUrl: string): Promise<{ url: string; stop: () => Promise<void> }> {
  const program = findPooler();
  if (!program) throw new Error("PgBouncer n’est pas sur cette machine.");
  const { hostname, port, pathname } = new URL(serverUrl);
  const folder = mkdtempSync(path.join(tmpdir(), "sorami-pooler-"));
  const user = serverUser();
  const listenPort = await freePort();
  const settings = [
    "[databases]",
    `* = host=${hostname} port=${port} user=postgres`,
    "[pgbouncer]",
    "listen_addr = 127.0.0.1",
    `listen_port = ${listenPort}`,
    "unix_socket_dir =",
    "auth_type = any",
    "pool_mode = transaction",
    "default_pool_size = 8",
    "max_client_conn = 200",
  ];
  const file = path.join(folder, "pgbouncer.ini");
  writeFileSync(file, settings.join("\n"));
  if (user) chownSync(folder, user.uid, user.gid);
  const pooler = spawn(program, ["-q", file], { ...user, cwd: folder, stdio: "ignore" });
  const stopAtExit = () => pooler.kill("SIGKILL");
  process.once("exit", stopAtExit);
  const url = `postgresql://postgres@127.0.0.1:${listenPort}${pathname}`;
  await pollUntil(() => isReady(url), Boolean, { timeoutMs: 20_000, toMessage: () => "PgBouncer n’a pas démarré." });
  const stop = async () => {
    process.off("exit", stopAtExit);
    pooler.kill("SIGINT");
    if (pooler.exitCode === null && pooler.signalCode === null) await once(pooler, "exit");
    rmSync(folder, { recursive: true, force: true });
  };
  return { url, stop };
}
