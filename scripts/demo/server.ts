import { spawn } from "node:child_process";
import path from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";

const root = path.resolve(import.meta.dirname, "../..");

/** The server ended on its own; the message is the end of its log. */
export class ServerStopped extends Error {
  override name = "ServerStopped";
}

/** Starts Sorami as a child and waits until it is ready. @throws {ServerStopped} when it ends instead */
export async function startServer(environment: Record<string, string>, onLine: (line: string) => void) {
  const child = spawn(process.execPath, ["scripts/serve.ts"], {
    cwd: root,
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  process.once("exit", () => child.kill("SIGKILL"));
  const log: string[] = [];
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  const ready = new Promise<void>((resolve) => {
    const listen = (line: string) => {
      log.push(line);
      if (line.startsWith("📖")) resolve();
      onLine(line);
    };
    createInterface(child.stdout).on("line", listen);
    createInterface(child.stderr).on("line", listen);
  });
  const stopped = () => new ServerStopped(log.slice(-15).join("\n") || "le serveur s’est arrêté sans rien dire");
  const running = () => child.exitCode === null && child.signalCode === null;
  await Promise.race([ready, ended]);
  if (!running()) throw stopped();
  return {
    /** @throws {ServerStopped} if it has ended. */
    assertRunning() {
      if (!running()) throw stopped();
    },
    async stop() {
      child.kill("SIGTERM");
      await Promise.race([ended, sleep(12_000)]);
      child.kill("SIGKILL");
    },
  };
}
