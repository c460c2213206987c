import { fork } from "node:child_process";
import { once } from "node:events";
import { startModelServer } from "#testing/model/server.ts";

/** Starts the fake model in a process of its own, so that its work is not measured. */
export async function startModelProcess(): Promise<{ baseUrl: string; stop: () => void }> {
  const child = fork(import.meta.filename, { stdio: "inherit" });
  const [baseUrl] = (await once(child, "message")) as [string];
  return { baseUrl, stop: () => child.kill() };
}

if (process.argv[1] === import.meta.filename) process.send?.((await startModelServer()).baseUrl);
