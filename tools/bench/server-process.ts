import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { BookCardList } from "#lib/contract/book.ts";
import { createBook, getJson } from "#testing/app/jobs.ts";
import { freePort } from "#testing/machine/free-port.ts";
import { startModelServer } from "#testing/model/server.ts";
import { readUsage } from "./process-tree.ts";
import { quantile } from "./quantile.ts";

const root = path.resolve(import.meta.dirname, "../..");
const starts = 3;
const idleMs = 60_000;

type Variables = Record<string, string>;
type Started = { child: ChildProcess & { pid: number }; seconds: number };

/** Runs `npm start`, in a group of processes of its own. @returns once `/health` answers, and how long that took */
async function start(url: string, env: Variables): Promise<Started> {
  const beganAt = performance.now();
  const child = spawn("npm", ["start"], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: "ignore",
    detached: true,
  });
  if (!child.pid) throw new Error("npm start");
  for (;;) {
    if (child.exitCode !== null) throw new Error(`npm start s’est arrêté (${child.exitCode})`);
    const isHealthy = await fetch(`${url}/health`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isHealthy) break;
    await sleep(10);
  }
  return { child: Object.assign(child, { pid: child.pid }), seconds: (performance.now() - beganAt) / 1000 };
}

async function stop({ child }: Started) {
  const exited = once(child, "exit");
  process.kill(-child.pid, "SIGTERM");
  await exited;
}

async function writeBook(url: string) {
  const { id } = await createBook(url, "La mesure", 8);
  for (;;) {
    const { items } = BookCardList.parse(await getJson(`${url}/api/books/cards?job_id=${id}`));
    if (items[0]) return;
    await sleep(500);
  }
}

/** `residentMiB` and `sharedMiB` are taken one minute after the book; `idlePercent`, of one core, over that minute's second half. */
export type ServerProcess = {
  newSeconds: number;
  existingSeconds: number;
  residentMiB: number;
  sharedMiB: number;
  idlePercent: number;
};

/** Measures `npm start` as a whole, npm included: on a new database, on an existing one, and at rest after a book. */
export async function measureServerProcess(variables: Variables): Promise<ServerProcess> {
  const dataDir = mkdtempSync(path.join(tmpdir(), "sorami-bench-"));
  const model = await startModelServer();
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env = {
    DATA_DIR: dataDir,
    PORT: String(port),
    WEBHOOK_URL: `${url}/api/webhooks/book-completion`,
    BOOK_MODEL: "openai-compatible:fake",
    OPENAI_COMPATIBLE_BASE_URL: model.baseUrl,
    RESEARCH: "off",
    NEXT_TELEMETRY_DISABLED: "1",
    ...variables,
  };
  let server = await start(url, env);
  const newSeconds = server.seconds;
  const seconds: number[] = [];
  for (let nth = 0; nth < starts; nth++) {
    await stop(server);
    server = await start(url, env);
    seconds.push(server.seconds);
  }
  await writeBook(url);
  await sleep(idleMs / 2);
  const before = readUsage(server.child.pid);
  await sleep(idleMs / 2);
  const { residentMiB, sharedMiB, processorSeconds } = readUsage(server.child.pid);
  await stop(server);
  await model.close();
  rmSync(dataDir, { recursive: true, force: true });
  const idlePercent = ((processorSeconds - before.processorSeconds) / (idleMs / 2000)) * 100;
  return { newSeconds, existingSeconds: quantile(seconds, 0.5), residentMiB, sharedMiB, idlePercent };
}
