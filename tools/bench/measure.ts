import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** Runs a file of this folder in a process of its own, whose log is discarded. @returns the message that it sends */
export async function measure<Result>(name: string, variables: Record<string, string>): Promise<Result> {
  const dataDir = mkdtempSync(path.join(tmpdir(), "sorami-bench-"));
  const child = fork(path.join(import.meta.dirname, `${name}.ts`), {
    env: { ...process.env, ...variables, DATA_DIR: dataDir, NODE_ENV: "production" },
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const [result] = await Promise.race([
    once(child, "message"),
    once(child, "exit").then(([code]) => Promise.reject(new Error(`la mesure s’est arrêtée (${code})`))),
  ]);
  await once(child, "exit");
  rmSync(dataDir, { recursive: true, force: true });
  return result as Result;
}
