import { spawn } from "node:child_process";
import path from "node:path";
import { buffer, text } from "node:stream/consumers";
import type { Edition } from "../edition.ts";
import { bounds } from "./bounds.ts";

/** Found from the working directory, which is the repository: a bundle has no such file beside it. */
const filename = path.join(process.cwd(), "lib", "library", "export", "pdf", "process.ts");

/** The process needs nothing of the environment, secrets least of all; Windows starts none without its folder. */
const environment = () => ({ SystemRoot: process.env.SystemRoot, NODE_ENV: process.env.NODE_ENV });

/** Sets the book in a process, since memory that setting takes is given back with it. @throws {Error} at its bounds */
export async function makeInProcess(edition: Edition): Promise<Uint8Array<ArrayBuffer>> {
  const child = spawn(process.execPath, ["--max-old-space-size=512", filename], {
    env: environment(),
    timeout: bounds.timeoutMs,
    killSignal: "SIGKILL",
  });
  const ended = new Promise<string>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) => resolve(signal ?? String(code)));
  });
  // A process that ends early takes no more of the book; `close` says so.
  child.stdin.on("error", () => {});
  child.stdin.end(JSON.stringify(edition));
  const [end, bytes, said] = await Promise.all([ended, buffer(child.stdout), text(child.stderr)]);
  if (end !== "0") throw new Error(`Le processus s’est arrêté (${end}). ${said.slice(0, 1000)}`);
  return new Uint8Array(bytes);
}
